import type { TransactionEventRequest } from '../../src/ocpp/generated/messages.ts';
import { type Scene, scene } from './kit.ts';

/** The driver's token, unless a test says otherwise. */
export const TOKEN = { idToken: 'A1', type: 'ISO14443' } as const;

export type Stimulus = string | [string, object];

/** Does one thing after the other, at EVSE 1 unless told otherwise, letting the station react each time. */
export async function act(all: Scene, ...stimuli: Stimulus[]): Promise<void> {
  for (const stimulus of stimuli) {
    const [name, parameters] = typeof stimulus === 'string' ? [stimulus, {}] : stimulus;
    await all.station.stimulate(name, { evseId: 1, ...parameters });
    await all.station.idle();
  }
}

/** The variables that say when a transaction starts and stops. */
export const POINTS = { start: 'TxCtrlr.TxStartPoint', stop: 'TxCtrlr.TxStopPoint' };

/** A station with these variables, at which these things have been done. */
export async function story(variables: Record<string, string>, ...stimuli: Stimulus[]): Promise<Scene> {
  const all = await scene({ variables });
  await act(all, ...stimuli);
  return all;
}

export const present = (token: { idToken: string; type: string } = TOKEN, where: object = {}): [string, object] => [
  'present-token',
  { ...token, ...where },
];

/** What a transaction event says, in short: `Started CablePluggedIn EVConnected`. */
const short = ({ eventType, triggerReason, transactionInfo }: TransactionEventRequest): string =>
  [eventType, triggerReason, transactionInfo.chargingState, transactionInfo.stoppedReason].filter(Boolean).join(' ');

/** All transaction events so far, in short. */
export const events = ({ csms }: Scene): string[] => csms.of('TransactionEvent').map(short);

/** Is out of reach of the CSMS while something happens. */
export async function offline(all: Scene, ...stimuli: Stimulus[]): Promise<void> {
  all.station.goOffline();
  await act(all, ...stimuli);
}

export async function online(all: Scene): Promise<void> {
  all.station.goOnline();
  await all.station.idle();
}
