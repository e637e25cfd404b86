import { describe, expect, test } from 'vitest';
import type { GetMonitoringReportRequest } from '../../src/ocpp/generated/messages.ts';
import { type Overrides, type Scene, scene } from './kit.ts';
import { AVAILABILITY, evse, POWER, set } from './monitors.ts';

/** Four monitors: a threshold and a period for power, a change of both EVSEs' availability. */
async function four(overrides: Overrides = {}): Promise<Scene> {
  const all = await scene(overrides);
  const states = [1, 2].map((id) => ({ ...AVAILABILITY, component: evse(id), type: 'Delta' as const, value: 1 }));
  expect(await set(all, {}, { type: 'Periodic', value: 600 }, ...states)).toEqual(['Accepted 1', 'Accepted 2', 'Accepted 3', 'Accepted 4']);
  return all;
}

/** Asks for a report. @returns the status and the ids of the monitors that are reported */
async function report(all: Scene, request: Partial<GetMonitoringReportRequest> = {}): Promise<[string, ...number[]]> {
  const { status } = await all.csms.ask('GetMonitoringReport', { requestId: 5, ...request });
  await all.station.idle();
  const monitors = all.csms.of('NotifyMonitoringReport').flatMap(({ monitor = [] }) => monitor);
  return [status, ...monitors.flatMap(({ variableMonitoring }) => variableMonitoring.map(({ id }) => id))];
}

describe('GetMonitoringReport (N02)', () => {
  test('of everything (FR.01, FR.03, FR.04, FR.09, FR.11)', async () => {
    const all = await four();
    expect(await report(all)).toEqual(['Accepted', 1, 2, 3, 4]);
    const [part] = all.csms.of('NotifyMonitoringReport');
    expect(part).toMatchObject({ requestId: 5, seqNo: 0, tbc: false });
    expect(part?.monitor?.[0]).toEqual({
      ...POWER,
      variableMonitoring: [
        { id: 1, transaction: false, value: 10_000, type: 'UpperThreshold', severity: 3 },
        { id: 2, transaction: false, value: 600, type: 'Periodic', severity: 3 },
      ],
    });
  });

  test.each([
    ['thresholds (FR.06, FR.12)', { monitoringCriteria: ['ThresholdMonitoring'] }, [1]],
    ['changes (FR.13)', { monitoringCriteria: ['DeltaMonitoring'] }, [3, 4]],
    ['periods (FR.14)', { monitoringCriteria: ['PeriodicMonitoring'] }, [2]],
    ['two kinds', { monitoringCriteria: ['PeriodicMonitoring', 'DeltaMonitoring'] }, [2, 3, 4]],
    ['a variable (FR.08)', { componentVariable: [POWER] }, [1, 2]],
    ['a component (FR.16)', { componentVariable: [{ component: evse(1) }] }, [1, 2, 3]],
    ['a variable at every EVSE (FR.19)', { componentVariable: [{ ...AVAILABILITY, component: { name: 'EVSE' } }] }, [3, 4]],
    ['both (FR.05)', { componentVariable: [{ component: evse(1) }], monitoringCriteria: ['DeltaMonitoring'] }, [3]],
  ] as const)('of %s', async (_what, request, ids) => {
    expect(await report(await four(), request as unknown as Partial<GetMonitoringReportRequest>)).toEqual(['Accepted', ...ids]);
  });

  test('in parts (FR.03, FR.09)', async () => {
    const all = await four({ reportEntriesPerPart: 2 });
    expect(await report(all)).toEqual(['Accepted', 1, 2, 3, 4]);
    expect(all.csms.of('NotifyMonitoringReport').map(({ requestId, seqNo, tbc }) => [requestId, seqNo, tbc])).toEqual([
      [5, 0, true],
      [5, 1, false],
    ]);
  });

  test('of nothing (FR.10)', async () => {
    expect(await report(await scene())).toEqual(['EmptyResultSet']);
    expect(await report(await four(), { componentVariable: [{ ...POWER, component: evse(2) }] })).toEqual(['EmptyResultSet']);
  });

  test('by a criterion that the station lacks (FR.02)', async () => {
    const all = await four({ capabilities: { monitoringCriteria: ['DeltaMonitoring'] } });
    expect(await report(all, { monitoringCriteria: ['PeriodicMonitoring'] })).toEqual(['NotSupported']);
  });

  test('of more variables than it takes (FR.07)', async () => {
    const all = await scene({ variables: { 'DeviceDataCtrlr.ItemsPerMessage[GetReport]': '1' } });
    const request = { requestId: 5, componentVariable: [POWER, AVAILABILITY] } as const;
    expect(await all.csms.call('GetMonitoringReport', request as unknown as GetMonitoringReportRequest)).toMatchObject({
      code: 'OccurrenceConstraintViolation',
    });
  });
});
