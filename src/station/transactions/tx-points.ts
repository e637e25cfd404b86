import type { Core } from '../core.ts';
import type { FaultName } from '../faults/index.ts';

/** What can start a transaction and, when it is no more, end it (TxStartPoint, TxStopPoint). */
export type TxPoint = 'ParkingBayOccupancy' | 'EVConnected' | 'Authorized' | 'DataSigned' | 'PowerPathClosed' | 'EnergyTransfer';

const FAULTS: Record<TxPoint, string> = {
  ParkingBayOccupancy: 'parking',
  EVConnected: 'cable',
  Authorized: 'authorization',
  DataSigned: 'signed-data',
  PowerPathClosed: 'power-path',
  EnergyTransfer: 'energy',
};

/** Whether one of these starts a transaction (E01). */
export const startsAt = (core: Core, points: readonly TxPoint[]): boolean => counts(core, 'start', 'TxStartPoint', points);

/** Whether the end of one of these ends a transaction (E06). */
export const stopsAt = (core: Core, points: readonly TxPoint[]): boolean => counts(core, 'stop', 'TxStopPoint', points);

function counts({ variables, faults }: Core, moment: 'start' | 'stop', variable: string, points: readonly TxPoint[]): boolean {
  const configured = variables.members(`TxCtrlr.${variable}`);
  return points.some((point) => configured.includes(point) && !faults.has(`ignores-${FAULTS[point]}-at-${moment}` as FaultName));
}
