import { describe, expect, test } from 'vitest';
import type { MonitoringBaseEnumType } from '../../src/ocpp/generated/messages.ts';
import { type Scene, scene } from './kit.ts';
import { set, told } from './monitors.ts';

const PROBLEM = { component: { name: 'ChargingStation' }, variable: { name: 'Problem' }, type: 'Delta', value: 1 } as const;
const monitors = [
  { origin: 'HardWiredMonitor', path: 'EVSE(1).Problem', type: 'Delta', value: 1, severity: 2 },
  { origin: 'PreconfiguredMonitor', path: 'ChargingStation.Problem', type: 'Delta', value: 1, severity: 4 },
] as const;
const built = () => scene({ monitors: [...monitors] });

/** Id and severity of each monitor. */
async function reported({ csms, station }: Scene): Promise<string[]> {
  const before = csms.of('NotifyMonitoringReport').length;
  await csms.ask('GetMonitoringReport', { requestId: 1 });
  await station.idle();
  return csms
    .of('NotifyMonitoringReport')
    .slice(before)
    .flatMap(({ monitor = [] }) =>
      monitor.flatMap(({ variableMonitoring }) => variableMonitoring.map(({ id, severity }) => `${id}:${severity}`)),
    );
}

const base = ({ csms }: Scene, monitoringBase: MonitoringBaseEnumType) => csms.ask('SetMonitoringBase', { monitoringBase });

describe('monitors from the factory', () => {
  test('come first, and tell what they are', async () => {
    const all = await built();
    expect(await set(all, {})).toEqual(['Accepted 3']);
    all.station.variables.set('EVSE(1).Problem', 'true');
    all.station.variables.set('ChargingStation.Problem', 'true');
    await all.station.idle();
    expect(told(all)).toEqual(['1 Delta true', '2 Delta true']);
    expect(all.csms.of('NotifyEvent').flatMap(({ eventData }) => eventData.map((event) => event.eventNotificationType))).toEqual([
      'HardWiredMonitor',
      'PreconfiguredMonitor',
    ]);
  });

  test('stay or go with the base (N03.FR.03 to N03.FR.05)', async () => {
    const all = await built();
    await set(all, {});
    expect(await reported(all)).toEqual(['1:2', '2:4', '3:3']);
    await base(all, 'HardWiredOnly');
    expect(await reported(all)).toEqual(['1:2']);
    await base(all, 'All');
    expect(await reported(all)).toEqual(['1:2', '2:4']);
  });

  test('are custom ones once the CSMS has changed them (N04.FR.15, N03.FR.03, N03.FR.04)', async () => {
    const all = await built();
    expect(await set(all, { ...PROBLEM, id: 2, severity: 7 })).toEqual(['Accepted 2']);
    await base(all, 'All');
    expect(await reported(all)).toEqual(['1:2', '2:7']);
    await base(all, 'FactoryDefault');
    expect(await reported(all)).toEqual(['1:2', '2:4']);
  });

  test('cannot be changed or cleared if they are hard-wired (N04.FR.18, N06.FR.03)', async () => {
    const all = await built();
    const component = { name: 'EVSE', evse: { id: 1 } };
    expect(await set(all, { ...PROBLEM, component, id: 1, severity: 7 })).toEqual(['Rejected ReadOnly']);
    const { clearMonitoringResult } = await all.csms.ask('ClearVariableMonitoring', { id: [1, 2, 9] });
    expect(clearMonitoringResult.map(({ status }) => status)).toEqual(['Rejected', 'Accepted', 'NotFound']);
  });

  test('have paths that lead somewhere', async () => {
    await expect(scene({ monitors: [{ ...monitors[0], path: 'nowhere' }] })).rejects.toThrow('monitors: nowhere is not a path');
  });
});
