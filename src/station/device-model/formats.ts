import type { VariableCharacteristicsType } from '../../ocpp/generated/messages.ts';

const INTEGER = /^(?:0|-?[1-9]\d*)$/;
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d{1,6})?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/i;
/** integer is a 32 bit type. */
const MAX_INTEGER = 2 ** 31;

/** What is wrong with a value, as a standardized reason code; undefined if it fits the characteristics. */
export type Misfit = 'InvalidValue' | 'ValueOutOfRange' | 'ValueTooLow' | 'ValueTooHigh';

export function misfit(value: string, characteristics: VariableCharacteristicsType): Misfit | undefined {
  return hasFormat(value, characteristics) ? outOfLimits(value, characteristics) : 'InvalidValue';
}

function hasFormat(value: string, { dataType, valuesList }: VariableCharacteristicsType): boolean {
  switch (dataType) {
    case 'integer':
      return INTEGER.test(value) && Math.abs(Number(value)) < MAX_INTEGER;
    case 'decimal':
      return DECIMAL.test(value);
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'dateTime':
      return DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));
    case 'OptionList':
      return membersOf(valuesList).includes(value);
    case 'MemberList':
    case 'SequenceList':
      return isSubset(membersOf(value), membersOf(valuesList));
    case 'string':
      return true;
  }
}

function outOfLimits(value: string, { dataType, minLimit, maxLimit }: VariableCharacteristicsType): Misfit | undefined {
  const numeric = dataType === 'integer' || dataType === 'decimal';
  const size = numeric ? Number(value) : [...value].length;
  if (minLimit !== undefined && size < minLimit) return 'ValueTooLow';
  if (maxLimit !== undefined && size > maxLimit) return 'ValueTooHigh';
  return undefined;
}

/** The members of a comma-separated list. */
export const membersOf = (list: string | undefined): string[] => (list ? list.split(',').map((member) => member.trim()) : []);

const isSubset = (members: string[], allowed: string[]): boolean =>
  new Set(members).size === members.length && members.every((member) => allowed.includes(member));
