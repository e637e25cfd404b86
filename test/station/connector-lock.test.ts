import { expect, test } from 'vitest';
import { act, events, present } from './charging.ts';
import { type Scene, scene } from './kit.ts';

const unlock = (all: Scene) => all.csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 });
const problem = (all: Scene) => all.station.variables.get('ConnectorPlugRetentionLock(1,1).Problem');

test('nobody charges through a cable that cannot be locked (G05.FR.01, G05.FR.02)', async () => {
  const all = await scene();
  await act(all, 'plug-in-badly', present());
  expect(events(all).some((event) => event.includes('Charging '))).toBe(false);
  expect(all.station.state().evses[0]?.transaction?.chargingState).toBe('EVConnected');
  expect(all.csms.of('NotifyEvent').map(({ eventData }) => eventData)).toMatchObject([
    [
      {
        trigger: 'Delta',
        actualValue: 'true',
        eventNotificationType: 'HardWiredNotification',
        component: { name: 'ConnectorPlugRetentionLock', evse: { id: 1, connectorId: 1 } },
        variable: { name: 'Problem' },
      },
    ],
  ]);
  expect(problem(all)).toBe('true');
});

test('a lock that does not move cannot be unlocked either (F05.FR.05)', async () => {
  const all = await scene();
  await act(all, 'plug-in-badly');
  expect(await unlock(all)).toEqual({ status: 'UnlockFailed' });
  await act(all, 'unplug');
  expect(await unlock(all)).toEqual({ status: 'Unlocked' });
});

test('plugging in again helps', async () => {
  const all = await scene();
  await act(all, 'plug-in-badly', present(), 'unplug', 'plug-in', present());
  expect(all.station.state().evses[0]?.transaction?.chargingState).toBe('Charging');
  expect(problem(all)).toBe('false');
});

test('a cable that is permanently attached needs no lock', async () => {
  const all = await scene();
  await act(all, ['plug-in-badly', { connectorId: 2 }], present());
  expect(all.station.state().evses[0]?.transaction?.chargingState).toBe('Charging');
  expect(all.csms.of('NotifyEvent')).toEqual([]);
});

test('events of less importance are not wanted (N05)', async () => {
  const all = await scene();
  await all.csms.ask('SetMonitoringLevel', { severity: 2 });
  await act(all, 'plug-in-badly', present());
  expect(all.csms.of('NotifyEvent')).toEqual([]);
});
