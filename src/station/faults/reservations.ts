import { answering, byName, requesting } from './fault.ts';

export const RESERVATION_FAULTS = byName(
  {
    name: 'reserves-while-disabled',
    requirement: 'H01.FR.01',
    about: 'Accepts reservations although they are disabled.',
    killedBy: 'TC_H_22_CS',
  },
  {
    name: 'reservation-not-replaced',
    requirement: 'H01.FR.02',
    about: 'Refuses a reservation with the id of one that it has.',
    killedBy: 'TC_H_23_CS',
  },
  {
    name: 'unspecified-evse-never-reserved',
    requirement: 'H01.FR.04',
    about: 'Rejects reservations that name no EVSE although it says to support them.',
    killedBy: 'TC_H_08_CS',
  },
  {
    name: 'unspecified-evse-always-reserved',
    requirement: 'H01.FR.19',
    about: 'Accepts reservations that name no EVSE although it says not to support them.',
    killedBy: 'TC_H_13_CS',
  },
  {
    name: 'unspecified-reservation-keeps-nothing',
    requirement: 'H01.FR.20',
    about: 'Does not keep the last EVSEs for reservations that name none.',
    killedBy: 'TC_H_14_CS',
  },
  {
    name: 'reserved-evse-reserved-again',
    requirement: 'H01.FR.11',
    about: 'Accepts a reservation of an EVSE that is reserved.',
    killedBy: 'TC_H_03_CS',
  },
  {
    name: 'occupied-evse-reserved',
    requirement: 'H01.FR.11',
    about: 'Accepts a reservation of an EVSE that is occupied.',
    killedBy: 'TC_H_04_CS',
  },
  {
    name: 'unavailable-evse-called-occupied',
    requirement: 'H01.FR.14',
    about: 'Answers Occupied where the EVSEs in question are unavailable.',
    killedBy: 'TC_H_06_CS',
  },
  {
    name: 'reservation-id-not-sent',
    requirement: 'H01.FR.15',
    about: 'Does not name the reservation when its transaction starts.',
    killedBy: 'TC_H_01_CS',
  },
  {
    name: 'reservation-outlives-availability',
    requirement: 'H01.FR.17',
    about: 'Keeps the reservation of an EVSE that becomes inoperative.',
    killedBy: 'TC_H_21_CS',
  },
  {
    name: 'unknown-reservation-canceled',
    requirement: 'H02.FR.01',
    about: 'Accepts to cancel a reservation that it does not have.',
    killedBy: 'TC_H_18_CS',
    interceptor: answering(['CancelReservation'], () => ({ status: 'Accepted' })),
  },
  {
    name: 'canceled-reservation-kept',
    requirement: 'H02.FR.02',
    about: 'Keeps a reservation that it has accepted to cancel.',
    killedBy: 'TC_H_17_CS',
  },
  {
    name: 'reservation-admits-anyone',
    requirement: 'H03.FR.01',
    about: 'Lets everybody charge at a reserved EVSE.',
    killedBy: 'TC_H_02_CS',
  },
  {
    name: 'reservation-ignores-group',
    requirement: 'H03.FR.04',
    about: 'Lets only the token of a reservation charge, not its group.',
    killedBy: 'TC_H_19_CS',
  },
  {
    name: 'used-reservation-kept',
    requirement: 'H03.FR.10',
    about: 'Goes on reserving an EVSE for somebody who has come.',
    killedBy: 'TC_H_01_CS',
  },
  {
    name: 'reservation-never-expires',
    requirement: 'H04.FR.01',
    about: 'Keeps reservations beyond their time.',
    killedBy: 'TC_H_07_CS',
  },
  {
    name: 'reservation-expires-early',
    requirement: 'H04.FR.01',
    about: 'Ends reservations after half of their time.',
    killedBy: 'TC_H_07_CS',
  },
  {
    name: 'reservation-end-not-told',
    requirement: 'H04.FR.01',
    about: 'Does not tell the CSMS that a reservation has ended.',
    killedBy: 'TC_H_21_CS',
  },
  {
    name: 'reservation-end-told-twice',
    requirement: 'H04.FR.01',
    about: 'Tells the CSMS two times that a reservation has ended.',
    killedBy: 'reservation-status-repeated',
  },
  {
    name: 'reservation-end-of-another',
    requirement: 'H04.FR.01',
    about: 'Names another reservation than the one that has ended.',
    killedBy: 'TC_H_07_CS',
    interceptor: requesting(['ReservationStatusUpdate'], (payload) => ({
      ...payload,
      reservationId: Number(payload.reservationId) + 1000,
    })),
  },
);
