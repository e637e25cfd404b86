import { wait } from '../../time/clock.ts';
import { evaluate, parseExpression } from '../expression.ts';
import { place } from '../ops/stimulus.ts';
import type { Cells, Passage } from './expect.ts';
import { rememberTransaction } from './remember-transaction.ts';
import type { Session } from './session.ts';

/** What a scenario may choose about a state. */
export interface StateOptions {
  evseId: number | undefined;
  by: 'local' | 'remote' | undefined;
  /** Rows of the table of the line: names of tokens and the like. */
  parameters: Readonly<Record<string, string>>;
}

export type State = (passage: Passage, session: Session, options: StateOptions) => Promise<void>;

/** The cells that every TransactionEvent of a state shares. */
const event = (eventType: string | undefined, cells: Cells): Cells => ({ eventType, ...cells });

const at = (passage: Passage, { evseId }: StateOptions) => place(passage.dialogue, evseId);

/** The token of a state: as a cell, and as what it stands for. */
export const tokenOf = ({ dialogue }: Passage, { parameters }: StateOptions) => {
  const cell = parameters.idToken ?? '<valid idToken>';
  return { cell, value: evaluate(parseExpression(cell), dialogue.scope) as { idToken: string; type: string } };
};

export const parkingBayOccupied: State = async (passage, session, options) => {
  if (session.conditions.parked) return;
  const { parkingBaySensor } = passage.dialogue.environment.settings;
  await passage.stimulate('park', at(passage, options));
  // Without a sensor nobody notices (the state is optional then).
  const eventType = parkingBaySensor ? session.begin({ parked: true }) : undefined;
  session.conditions.parked = true;
  if (eventType) await passage.station('TransactionEvent', event(eventType, { triggerReason: 'EVDetected' }));
  await passage.settle();
};

export const evConnectedPreSession: State = async (passage, session, options) => {
  await parkingBayOccupied(passage, session, options);
  const where = at(passage, options);
  const { authorized } = session.conditions;
  await passage.stimulate('plug-in', where);
  const eventType = session.begin({ plugged: true });
  await passage.connectors(`connector ${where.connectorId} of EVSE ${where.evseId}`, 'Occupied');
  if (eventType)
    await passage.station(
      'TransactionEvent',
      event(eventType, {
        triggerReason: 'CablePluggedIn or ChargingStateChanged or RemoteStart',
        'transactionInfo.chargingState': authorized ? 'EVConnected or SuspendedEVSE or Charging' : 'EVConnected',
        'evse.id': String(where.evseId),
        'evse.connectorId': String(where.connectorId),
      }),
    );
  await passage.settle();
};

export const authorized: State = async (passage, session, options) => {
  if (!session.conditions.parked && !session.conditions.plugged) await parkingBayOccupied(passage, session, options);
  session.by = options.by ?? passage.dialogue.environment.settings.authorization;
  const token = tokenOf(passage, options);
  if (session.by === 'remote' && passage.stationIsTested) await startRemotely(passage, session, options, token.cell);
  else await passage.stimulate('present-token', { ...at(passage, options), ...token.value });
  const eventType = session.begin({ authorized: true });
  await authorization(passage, options.parameters.Authorize ?? (session.by === 'local' ? 'required' : undefined), token.cell);
  if (eventType && options.parameters.TransactionEvent !== 'optional')
    await passage.station(
      'TransactionEvent',
      event(eventType, {
        triggerReason: session.by === 'local' ? 'Authorized' : 'RemoteStart',
        idToken: token.cell,
        'transactionInfo.remoteStartId': session.by === 'remote' && passage.stationIsTested ? '$remoteStartId' : undefined,
      }),
    );
  const { evseId, connectorId } = at(passage, options);
  const status = options.parameters['connector status'];
  if (status && !session.conditions.plugged) await passage.connectors(`connector ${connectorId} of EVSE ${evseId}`, status);
  await passage.settle();
  if (options.parameters.Authorize !== 'none') return;
  passage.stationHasNotSent('Authorize', KNOWN);
  // Nothing may have been waited for here, so that the question may still be on its way.
  session.unasked = passage.dialogue.anchor;
};

/** Where a station knows the token it must not ask or need not, which the scenario has to say. */
async function authorization(passage: Passage, wanted: string | undefined, idToken: string): Promise<void> {
  if (wanted === 'required') await passage.station('Authorize', { idToken });
}

const KNOWN = 'it knows the token';

/** What ended the transaction, where the scenario has an opinion on that. */
const reasonOf = (session: Session, eventType: string | undefined): Cells =>
  eventType === 'Ended' ? { 'transactionInfo.stoppedReason': session.stoppedReason } : {};

async function startRemotely(passage: Passage, session: Session, options: StateOptions, token: string): Promise<void> {
  rememberTransaction(passage.dialogue, options.evseId);
  const { groupIdToken } = options.parameters;
  const request = { idToken: token, groupIdToken, evseId: String(at(passage, options).evseId), remoteStartId: '-> remoteStartId' };
  // F01.FR.13
  await passage.csms('RequestStartTransaction', request, 'Accepted', { transactionId: session.ongoing ? '$transactionId' : undefined });
}

export const energyTransferStarted: State = async (passage, session, options) => {
  if (options.parameters.cable === 'first' && !session.conditions.plugged) await evConnectedPreSession(passage, session, options);
  if (!session.conditions.authorized) await authorized(passage, session, options);
  if (!session.conditions.plugged) await evConnectedPreSession(passage, session, options);
  const signed = !session.ongoing && session.startPoints.includes('DataSigned');
  const eventType = session.begin({ energy: true });
  if (signed) await passage.station('TransactionEvent', event('Started', { triggerReason: 'SignedDataReceived or RemoteStart' }));
  // The event that says so may have been the one that said who or what came last.
  if (eventType && !passage.stationHasTold('Charging', at(passage, options).evseId))
    await passage.station(
      'TransactionEvent',
      event(signed ? 'Updated' : eventType, {
        triggerReason: 'ChargingStateChanged or CablePluggedIn or Authorized or RemoteStart',
        'transactionInfo.chargingState': 'Charging',
      }),
    );
  await passage.settle();
  if (session.unasked !== undefined) passage.stationHasNotSent('Authorize', KNOWN, session.unasked);
  session.unasked = undefined;
};

export const energyTransferSuspended: State = async (passage, session, options) => {
  if (!session.conditions.energy) await energyTransferStarted(passage, session, options);
  await transactionDuration(passage);
  await passage.stimulate('ev-suspend', at(passage, options));
  const eventType = session.end({ energy: false });
  if (eventType)
    await passage.station(
      'TransactionEvent',
      event(eventType, {
        triggerReason: 'ChargingStateChanged',
        'transactionInfo.chargingState': eventType === 'Ended' ? 'EVConnected or SuspendedEV' : 'SuspendedEV',
        'transactionInfo.stoppedReason': eventType === 'Ended' ? 'StoppedByEV' : undefined,
      }),
    );
  await passage.settle();
};

export const stopAuthorized: State = async (passage, session, options) => {
  if (!session.conditions.energy && !session.suspended) await energyTransferStarted(passage, session, startOptions(options));
  await transactionDuration(passage);
  const by = options.by ?? session.by;
  const token = tokenOf(passage, options);
  session.stoppedReason = options.parameters.stoppedReason;
  if (by === 'remote' && passage.stationIsTested)
    await passage.csms('RequestStopTransaction', { transactionId: '$transactionId' }, 'Accepted');
  else await passage.stimulate('present-token', { ...at(passage, options), ...token.value });
  session.stopped = true;
  await authorization(passage, options.parameters.Authorize, token.cell);
  const ends = session.end({ authorized: false, energy: false }) === 'Ended';
  const told = await passage.station('TransactionEvent', {
    eventType: ends ? undefined : 'Updated',
    triggerReason: by === 'remote' ? 'RemoteStop' : 'StopAuthorized',
    idToken: by === 'remote' ? undefined : `${token.cell} or absent`,
  });
  // The end may be an event of its own.
  if (ends)
    await passage.station(
      'TransactionEvent',
      { eventType: 'Ended', 'transactionInfo.stoppedReason': session.stoppedReason ?? (by === 'remote' ? 'Remote' : 'Local or absent') },
      { maybe: told },
    );
  await passage.settle();
  if (options.parameters.Authorize === 'none') passage.stationHasNotSent('Authorize', KNOWN);
};

/** The table of a stop is about the stop: whoever starts before it does so as usual. */
const startOptions = ({ evseId, by, parameters: { idToken } }: StateOptions): StateOptions => ({
  evseId,
  by,
  parameters: idToken === undefined ? {} : { idToken },
});

/** Time in which something can happen in a transaction before it is stopped. */
async function transactionDuration({ dialogue }: Passage): Promise<void> {
  const seconds = Number(dialogue.scope.configured('transaction duration'));
  await dialogue.flow(wait(dialogue.environment.clock, seconds * 1000));
}

export const evConnectedPostSession: State = async (passage, session, options) => {
  if (!session.stopped) await stopAuthorized(passage, session, options);
  // The event that says so may have come with the end of the authorization already.
  if (session.ongoing && !passage.stationHasTold('EVConnected', at(passage, options).evseId))
    await passage.station('TransactionEvent', {
      triggerReason: 'ChargingStateChanged or StopAuthorized or RemoteStop',
      'transactionInfo.chargingState': 'EVConnected',
    });
  await passage.settle();
};

export const evDisconnected: State = async (passage, session, options) => {
  if (!session.stopped) await evConnectedPostSession(passage, session, options);
  const where = at(passage, options);
  session.stoppedReason ??= options.parameters.stoppedReason;
  await passage.stimulate('unplug', where);
  const eventType = session.end({ plugged: false });
  await passage.connectors(`connector ${where.connectorId} of EVSE ${where.evseId}`, options.parameters['connector status'] ?? 'Available');
  if (eventType)
    await passage.station(
      'TransactionEvent',
      event(eventType, {
        triggerReason: 'EVCommunicationLost',
        'transactionInfo.chargingState': 'Idle',
        ...reasonOf(session, eventType),
      }),
    );
  await passage.settle();
};

export const parkingBayUnoccupied: State = async (passage, session, options) => {
  if (session.conditions.plugged) await evDisconnected(passage, session, options);
  session.stoppedReason ??= options.parameters.stoppedReason;
  await passage.stimulate('leave', at(passage, options));
  const eventType = session.end({ parked: false });
  if (eventType)
    await passage.station('TransactionEvent', event(eventType, { triggerReason: 'EVDeparted', ...reasonOf(session, eventType) }));
  await passage.settle();
};
