import { describe, expect, test } from 'vitest';
import type { CustomerInformationRequest } from '../../src/ocpp/generated/messages.ts';
import { type Scene, scene } from './kit.ts';

const TOKEN = { idToken: 'ANNA', type: 'ISO14443' } as const;

async function listed(): Promise<Scene> {
  const all = await scene();
  await all.csms.ask('SendLocalList', {
    updateType: 'Full',
    versionNumber: 1,
    localAuthorizationList: [{ idToken: TOKEN, idTokenInfo: { status: 'Accepted' } }],
  });
  return all;
}

async function asked({ csms, station }: Scene, request: Partial<CustomerInformationRequest>) {
  const before = csms.of('NotifyCustomerInformation').length;
  const { status } = await csms.ask('CustomerInformation', { requestId: 7, report: true, clear: false, ...request });
  await station.idle();
  return { status, parts: csms.of('NotifyCustomerInformation').slice(before) };
}

describe('CustomerInformation (N09, N10)', () => {
  test('asks for nothing if it wants neither a report nor to clear (N09.FR.07, N10.FR.07)', async () => {
    expect(await asked(await scene(), { report: false, idToken: TOKEN })).toEqual({ status: 'Rejected', parts: [] });
  });

  test('names one customer (N09.FR.09)', async () => {
    const all = await scene();
    expect(await asked(all, {})).toEqual({ status: 'Invalid', parts: [] });
    expect(await asked(all, { idToken: TOKEN, customerIdentifier: 'Anna' })).toEqual({ status: 'Invalid', parts: [] });
  });

  test('leaves the local list to the CSMS (N10.FR.03)', async () => {
    const all = await listed();
    const first = await asked(all, { clear: true, idToken: { ...TOKEN, idToken: 'anna' } });
    expect(first.parts).toMatchObject([{ requestId: 7, seqNo: 0, tbc: false, data: 'local list: Accepted' }]);
    expect((await asked(all, { idToken: TOKEN })).parts).toMatchObject([{ data: 'local list: Accepted' }]);
  });

  test('is confirmed although nothing is known (N09.FR.06, N10.FR.04, N10.FR.06)', async () => {
    const all = await scene();
    expect((await asked(all, { customerIdentifier: 'Anna' })).parts).toMatchObject([{ data: '' }]);
    expect((await asked(all, { report: false, clear: true, customerIdentifier: 'Anna' })).parts).toMatchObject([
      { data: expect.stringMatching(/./) },
    ]);
  });
});
