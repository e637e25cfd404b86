import { timestamp } from '../../time/clock.ts';
import type { Context, Handler } from '../context.ts';

/** Registers a station, or not yet (use cases B01, B02 and B03). */
export const bootNotification: Handler<'BootNotification'> = ({ chargingStation }, context) => {
  const { station, config, clock } = context;
  if (isAnotherStation(chargingStation.serialNumber, context)) {
    // B01.FR.12
    station.connection?.link.close(POLICY_VIOLATION, 'serial number differs from the certificate');
    return { silence: true };
  }
  station.hardware = chargingStation;
  const decision = registrationFor(context);
  return {
    payload: { currentTime: timestamp(clock), ...decision },
    afterwards({ status }) {
      station.registration.told(status);
      if (status === 'Pending' && context.faulty('closes-connection-while-pending')) station.connection?.link.close();
      if (status === 'Rejected' && context.faulty('sends-while-rejected')) context.begin(() => context.send('GetVariables', {}));
      if (status !== 'Rejected') context.begin(() => sendAll(context, config.onBoot[status]));
    },
  };
};

const POLICY_VIOLATION = 1008;

/** B01.FR.11. A serial number that is left out contradicts nothing. */
function isAnotherStation(serialNumber: string | undefined, { station, faulty }: Context): boolean {
  const commonName = station.connection?.link.upgrade.tls?.peer?.commonName;
  if (commonName === undefined || serialNumber === undefined || faulty('accepts-other-serial-number')) return false;
  return serialNumber !== commonName;
}

function registrationFor({ station, config, faulty }: Context) {
  if (faulty('boot-always-accepted')) return { status: 'Accepted', interval: config.heartbeatInterval } as const;
  if (faulty('boot-never-accepted')) return { status: 'Pending', interval: config.heartbeatInterval } as const;
  return station.registration.decide(config.heartbeatInterval);
}

async function sendAll(context: Context, requests: Context['config']['onBoot']['Accepted']): Promise<void> {
  for (const { action, payload } of requests) await context.send(action, payload);
}
