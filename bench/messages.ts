import type { Payload } from '../src/ocpp/frame.ts';

export const START = Date.UTC(2026, 0, 1);
/** OCPP time between one round trip and the next, in milliseconds. */
const PACE = 30_000;

/** OCPP time at which a round trip takes place, in milliseconds since the epoch. */
export const timeOf = (number: number): number => START + (number + 1) * PACE;

const timestamp = (number: number): string => new Date(timeOf(number)).toISOString();
const sampled = (value: number, measurand: string, unit: string): Payload => ({ value, measurand, unitOfMeasure: { unit } });

export type Sample = 'BootNotification' | 'TransactionEvent';

/** Requests of usual size, by their number in a conversation that no rule finds anything wrong with. */
export const REQUESTS: Record<Sample, (number: number) => Payload> = {
  BootNotification: () => ({
    reason: 'PowerUp',
    chargingStation: { model: 'Simulated', vendorName: 'ocppspec', serialNumber: 'SN-0001', firmwareVersion: '1.0.0' },
  }),
  TransactionEvent: (number) => ({
    eventType: number === 0 ? 'Started' : 'Updated',
    timestamp: timestamp(number),
    triggerReason: number === 0 ? 'Authorized' : 'MeterValuePeriodic',
    seqNo: number,
    transactionInfo: { transactionId: '7f9c24e8-3b12-4fef-91e0-56a2d5a1b7c3', chargingState: 'Charging' },
    evse: { id: 1, connectorId: 1 },
    ...(number === 0 ? { idToken: { idToken: '04A1B2C3', type: 'ISO14443' } } : {}),
    meterValue: [
      {
        timestamp: timestamp(number),
        sampledValue: [
          sampled(number * 90, 'Energy.Active.Import.Register', 'Wh'),
          sampled(10_800, 'Power.Active.Import', 'W'),
          sampled(16, 'Current.Import', 'A'),
          sampled(230, 'Voltage', 'V'),
        ],
      },
    ],
  }),
};

export const RESPONSES: Record<Sample, (number: number) => Payload> = {
  BootNotification: (number) => ({ currentTime: timestamp(number), interval: PACE / 1000, status: 'Accepted' }),
  TransactionEvent: () => ({ idTokenInfo: { status: 'Accepted' } }),
};
