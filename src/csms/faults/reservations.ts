import { changing, type FaultDescription, without } from './fault.ts';

/** Faults in the requests of block H. */
export const RESERVATION_FAULTS = {
  'reserve-now-without-evse': {
    requirement: 'H01.FR.23',
    about: 'Reserves any EVSE where the operator wants a certain one.',
    killedBy: 'TC_H_01_CSMS',
    interceptor: changing('ReserveNow', without('evseId')),
  },
  'reserve-now-always-with-evse': {
    requirement: 'H01.FR.04',
    about: 'Reserves EVSE 1 where the operator wants any.',
    killedBy: 'TC_H_08_CSMS',
    interceptor: changing('ReserveNow', (payload) => ({ evseId: 1, ...payload })),
  },
  'reserve-now-without-connector-type': {
    requirement: 'H01.FR.06',
    about: 'Leaves out the type of connector that is to be reserved.',
    killedBy: 'TC_H_15_CSMS',
    interceptor: changing('ReserveNow', without('connectorType')),
  },
  'reserve-now-without-group': {
    requirement: 'H03.FR.04',
    about: 'Leaves out the group that a reservation is for.',
    killedBy: 'TC_H_19_CSMS',
    interceptor: changing('ReserveNow', without('groupIdToken')),
  },
  'reserve-now-for-another': {
    requirement: 'H01.FR.03',
    about: 'Reserves for another token than the one that the operator names.',
    killedBy: 'TC_H_07_CSMS',
    interceptor: changing('ReserveNow', (payload) => ({ ...payload, idToken: { idToken: '04FFFFFFFFFFFF', type: 'ISO14443' } })),
  },
  'cancels-another-reservation': {
    requirement: 'H02.FR.02',
    about: 'Cancels another reservation than the one that the operator names.',
    killedBy: 'TC_H_17_CSMS',
    interceptor: changing('CancelReservation', (payload) => ({ ...payload, reservationId: Number(payload.reservationId) + 1 })),
  },
  'reservation-end-not-answered': {
    requirement: 'H04.FR.01',
    about: 'Does not answer ReservationStatusUpdate.',
    killedBy: 'TC_H_20_CSMS',
    interceptor: () => ({ reply: ({ action }, reply) => (action === 'ReservationStatusUpdate' ? { silence: true } : reply) }),
  },
} as const satisfies Record<string, FaultDescription>;
