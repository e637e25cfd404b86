import { describe, expect, test } from 'vitest';
import { scene } from './kit.ts';

describe('cold boot (B01)', () => {
  test('an accepted station reports its connectors and its startup', async () => {
    const { csms, station } = await scene({ boot: false });
    station.powerOn();
    expect(station.busy).toBe(true);
    await station.idle();
    expect(csms.actions).toEqual([
      'BootNotification',
      'StatusNotification',
      'StatusNotification',
      'StatusNotification',
      'SecurityEventNotification',
    ]);
    expect(csms.of('BootNotification')[0]).toEqual({
      reason: 'PowerUp',
      chargingStation: { model: 'Simulated station', vendorName: 'ocppspec', serialNumber: 'SN-001', firmwareVersion: '1.0.0' },
    });
    expect(csms.of('StatusNotification').map(({ evseId, connectorId, connectorStatus }) => [evseId, connectorId, connectorStatus])).toEqual(
      [
        [1, 1, 'Available'],
        [1, 2, 'Available'],
        [2, 1, 'Available'],
      ],
    );
    expect(csms.of('SecurityEventNotification')[0]?.type).toBe('StartupOfTheDevice');
    expect(station.busy).toBe(false);
  });
});
