import type { SampledValueType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';

/** A reading of a register; `at` is in milliseconds since the epoch. */
export interface Point {
  at: number;
  value: number;
  entry: FrameEntry;
}

/** What is known of one register: readings by their time, of which each is higher than those before. */
export interface Register {
  sampled: SampledValueType;
  points: Point[];
}

/** Of one owner. */
const MOST_REGISTERS = 50;
const MOST_POINTS = 200;

/** The last reading before some moment is the highest until then. @param position behind all that were read earlier */
export function insert(points: Point[], position: number, point: Point): void {
  const before = points[position - 1];
  if (before && before.value === point.value) return;
  let end = position;
  while ((points[end]?.value ?? Number.POSITIVE_INFINITY) <= point.value) end++;
  points.splice(position, end - position, point);
  if (points.length > MOST_POINTS) points.shift();
}

const measurandOf = ({ measurand = 'Energy.Active.Import.Register' }: SampledValueType): string => measurand;

/** Whether a value is that of a register that only rises. */
export function isRegister(sampled: SampledValueType): boolean {
  const measurand = measurandOf(sampled);
  // Net registers go up and down.
  return measurand.endsWith('.Register') && !measurand.includes('.Net.');
}

/** The register that a value is of, among those of one owner; a new one if there is none. */
export function registerOf(sampled: SampledValueType, registers: Register[]): Register {
  const known = registers.find((register) => isSame(register.sampled, sampled));
  if (known) return known;
  const register = { sampled, points: [] };
  if (registers.length >= MOST_REGISTERS) registers.shift();
  registers.push(register);
  return register;
}

/** Whether two values are of one register. Those in other units may be rounded in another way. */
function isSame(one: SampledValueType, other: SampledValueType): boolean {
  return (
    measurandOf(one) === measurandOf(other) &&
    one.phase === other.phase &&
    (one.location ?? 'Outlet') === (other.location ?? 'Outlet') &&
    (one.unitOfMeasure?.unit ?? 'Wh') === (other.unitOfMeasure?.unit ?? 'Wh') &&
    (one.unitOfMeasure?.multiplier ?? 0) === (other.unitOfMeasure?.multiplier ?? 0)
  );
}
