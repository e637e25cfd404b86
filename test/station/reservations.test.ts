import { describe, expect, test } from 'vitest';
import type { ReserveNowRequest } from '../../src/ocpp/generated/messages.ts';
import { type Scene, scene } from './kit.ts';

const token = (idToken: string) => ({ idToken, type: 'ISO14443' }) as const;
const statuses = ({ csms }: Scene) =>
  csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => `${evseId}:${connectorId} ${connectorStatus}`);
const ended = ({ csms }: Scene) =>
  csms.of('ReservationStatusUpdate').map(({ reservationId, reservationUpdateStatus }) => `${reservationId} ${reservationUpdateStatus}`);

/** Reserves and says what came of it. EVSE 1 has connectors sType2 and cType2, EVSE 2 has cCCS2. */
async function reserve(all: Scene, id: number, more: Partial<ReserveNowRequest> = {}): Promise<string[]> {
  all.csms.forget();
  const expiryDateTime = '2026-01-01T01:00:00Z';
  const { status } = await all.csms.ask('ReserveNow', { id, idToken: token(`A${id}`), expiryDateTime, ...more });
  await all.station.idle();
  return [status, ...statuses(all)];
}

async function present(all: Scene, idToken: string, evseId: number): Promise<string[]> {
  all.csms.forget();
  await all.station.stimulate('present-token', { evseId, ...token(idToken) });
  await all.station.idle();
  const events = all.csms.of('TransactionEvent').map(({ reservationId }) => `reservation ${reservationId}`);
  return [...events, ...statuses(all)];
}

const BOTH = ['1:1 Reserved', '1:2 Reserved', '2:1 Reserved'];

describe('a reservation of any EVSE (H01)', () => {
  test('leaves EVSEs to others as long as there are enough (H01.FR.07)', async () => {
    const all = await scene();
    expect(await reserve(all, 1)).toEqual(['Accepted']);
    // Whoever comes to EVSE 1 leaves EVSE 2 alone to be kept.
    expect(await present(all, 'B2', 1)).toEqual(['reservation undefined', '2:1 Reserved']);
    expect(await present(all, 'C3', 2)).toEqual([]);
    expect(await present(all, 'A1', 2)).toEqual(['reservation 1', '2:1 Available']);
  });

  test('takes the last EVSEs together with others (H01.FR.20)', async () => {
    const all = await scene();
    await reserve(all, 1);
    expect(await reserve(all, 2)).toEqual(['Accepted', ...BOTH]);
    expect(await reserve(all, 3)).toEqual(['Occupied']);
    expect(await reserve(all, 3, { evseId: 1 })).toEqual(['Occupied']);
  });

  test('gives them back when it is canceled (H02.FR.05, H02.FR.06)', async () => {
    const all = await scene();
    await reserve(all, 1);
    await reserve(all, 2);
    all.csms.forget();
    expect(await all.csms.ask('CancelReservation', { reservationId: 1 })).toEqual({ status: 'Accepted' });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available', '2:1 Available']);
    expect(ended(all)).toEqual([]);
  });

  test('is used at an EVSE of which it was not known (H03.FR.03)', async () => {
    const all = await scene();
    await reserve(all, 1);
    expect(await present(all, 'A1', 2)).toEqual(['reservation 1']);
  });

  test('is over when there is no EVSE left for it (H01.FR.17)', async () => {
    const all = await scene();
    await reserve(all, 1);
    await reserve(all, 2);
    all.csms.forget();
    await all.csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative', evse: { id: 2 } });
    await all.station.idle();
    expect(ended(all)).toEqual(['2 Removed']);
    expect(statuses(all)).toContain('2:1 Unavailable');
  });

  test('is turned down by a station that reserves certain EVSEs only (H01.FR.19)', async () => {
    const all = await scene({ variables: { 'ReservationCtrlr.NonEvseSpecific': 'false' } });
    expect(await reserve(all, 1)).toEqual(['Rejected']);
    expect(await reserve(all, 1, { connectorType: 'cCCS2' })).toEqual(['Rejected']);
  });

  test('outlasts a reset', async () => {
    const all = await scene();
    await reserve(all, 1);
    await reserve(all, 2);
    await all.csms.ask('Reset', { type: 'Immediate' });
    await all.pass(60);
    expect(statuses(all).slice(-3)).toEqual(BOTH);
  });
});

describe('a reservation of a connector type (H01)', () => {
  test('takes all connectors of the only EVSE with it (H01.FR.24)', async () => {
    const all = await scene();
    expect(await reserve(all, 1, { connectorType: 'sType2' })).toEqual(['Accepted', '1:1 Reserved', '1:2 Reserved']);
    expect(await reserve(all, 2, { connectorType: 'cType2' })).toEqual(['Occupied']);
    expect(await reserve(all, 2, { connectorType: 'cCCS2' })).toEqual(['Accepted', '2:1 Reserved']);
  });

  test('goes together with one of any EVSE (H01.FR.09)', async () => {
    const all = await scene();
    expect(await reserve(all, 1, { connectorType: 'sType2' })).toContain('1:1 Reserved');
    expect(await reserve(all, 2)).toEqual(['Accepted', '2:1 Reserved']);
    expect(await present(all, 'A1', 2)).toEqual([]);
    expect(await present(all, 'A2', 2)).toEqual(['reservation 2', '2:1 Available']);
  });

  test('is turned down where no EVSE has that type', async () => {
    expect(await reserve(await scene(), 1, { connectorType: 'cTesla' })).toEqual(['Rejected']);
  });
});

describe('an EVSE that is faulted', () => {
  test('is not reserved (H01.FR.12)', async () => {
    const all = await scene();
    await all.station.stimulate('fault', { evseId: 1 });
    await all.station.idle();
    expect(await reserve(all, 1, { evseId: 1 })).toEqual(['Faulted']);
    expect(await reserve(all, 2)).toEqual(['Accepted', '2:1 Reserved']);
    await all.station.stimulate('fault', { evseId: 2 });
    await all.station.idle();
    expect(await reserve(all, 3)).toEqual(['Faulted']);
  });

  test('loses its reservation (H01.FR.16)', async () => {
    const all = await scene();
    await reserve(all, 1, { evseId: 1 });
    all.csms.forget();
    await all.station.stimulate('fault', { evseId: 1 });
    await all.station.idle();
    expect([ended(all), statuses(all)]).toEqual([['1 Removed'], ['1:1 Faulted', '1:2 Faulted']]);
    all.csms.forget();
    await all.station.stimulate('repair', { evseId: 1 });
    await all.station.idle();
    expect(statuses(all)).toEqual(['1:1 Available', '1:2 Available']);
  });
});

describe('what replaces a reservation (H01.FR.02)', () => {
  test('may be about another EVSE', async () => {
    const all = await scene();
    await reserve(all, 1, { evseId: 1 });
    expect(await reserve(all, 1, { evseId: 2 })).toEqual(['Accepted', '1:1 Available', '1:2 Available', '2:1 Reserved']);
  });

  test('leaves it alone if it cannot be kept', async () => {
    const all = await scene();
    await reserve(all, 1, { evseId: 1 });
    await reserve(all, 2, { evseId: 2 });
    expect(await reserve(all, 1, { evseId: 2 })).toEqual(['Occupied']);
    expect(await present(all, 'A1', 1)).toContain('reservation 1');
  });
});
