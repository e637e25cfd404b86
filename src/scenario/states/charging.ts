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
export const event = (eventType: string | undefined, cells: Cells): Cells => ({ eventType, ...cells });

export const at = (passage: Passage, { evseId }: StateOptions) => place(passage.dialogue, evseId);

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
  // It may be kept from others as soon as somebody has been authorized for it.
  if (authorized) await passage.connectorIsOrBecomes(where, 'Occupied');
  else await passage.connectors(`connector ${where.connectorId} of EVSE ${where.evseId}`, 'Occupied');
  if (eventType)
    await passage.station(
      'TransactionEvent',
      event(eventType, {
        triggerReason: 'CablePluggedIn or ChargingStateChanged or RemoteStart',
        'transactionInfo.chargingState': authorized ? 'EVConnected or SuspendedEVSE or SuspendedEV or Charging' : 'EVConnected',
        ...news(session, 'CablePluggedIn or ChargingStateChanged or Authorized'),
        ...connection(where),
      }),
    );
  await passage.settle();
};

/** Where the EV is connected, as the first event that follows tells it (E01.FR.16). */
const connection = ({ evseId, connectorId }: ReturnType<typeof place>): Cells => ({
  'evse.id': String(evseId),
  'evse.connectorId': String(connectorId),
});

/**
 * What the first event after an authorization has to tell of it, whatever has come to pass since: E01.FR.10, E03.FR.01,
 * F02.FR.01 and F02.FR.21.
 * @param locally the triggers of an event that tells of a local authorization
 */
function news(session: Session, locally: string): Cells {
  const { untold } = session;
  session.untold = undefined;
  if (!untold) return {};
  const { by, idToken, remoteStartId } = untold;
  return { idToken, ...(by === 'local' ? { triggerReason: locally } : remotely(remoteStartId)) };
}

const remotely = (remoteStartId: string | undefined): Cells => ({
  triggerReason: 'RemoteStart',
  'transactionInfo.remoteStartId': remoteStartId,
});

export const authorized: State = async (passage, session, options) => {
  if (!session.conditions.parked && !session.conditions.plugged) await parkingBayOccupied(passage, session, options);
  session.by = options.by ?? passage.dialogue.environment.settings.authorization;
  const token = tokenOf(passage, options);
  if (session.by === 'remote' && passage.stationIsTested) await startRemotely(passage, session, options, token.cell);
  else await passage.stimulate('present-token', { ...at(passage, options), ...token.value });
  const eventType = session.begin({ authorized: true });
  await authorization(passage, options.parameters.Authorize ?? (session.by === 'local' ? 'required' : undefined), token.cell);
  const remoteStartId = session.by === 'remote' && passage.stationIsTested ? '$remoteStartId' : undefined;
  if (!eventType) session.untold = { by: session.by, idToken: token.cell, remoteStartId };
  else if (options.parameters.TransactionEvent !== 'optional')
    await passage.station(
      'TransactionEvent',
      event(eventType, {
        idToken: token.cell,
        ...(eventType === 'Started' && session.conditions.plugged ? connection(at(passage, options)) : {}),
        ...(session.by === 'local' ? { triggerReason: 'Authorized' } : remotely(remoteStartId)),
      }),
    );
  const { evseId, connectorId } = at(passage, options);
  const status = options.parameters['connector status'];
  if (status && !session.conditions.plugged) await passage.connectors(`connector ${connectorId} of EVSE ${evseId}`, status);
  await passage.settle();
  if (options.parameters.Authorize !== 'none') return;
  // Where nothing else tells that the station has made up its mind, it is given time to ask.
  await passage.stationSendsNo('Authorize', KNOWN, eventType ? 0 : LONG_ENOUGH_TO_ASK);
  // It might also ask when the cable is in.
  session.unasked = passage.dialogue.anchor;
};

/** Seconds. */
const LONG_ENOUGH_TO_ASK = 10;

/** Where a station knows the token it must not ask or need not, which the scenario has to say. */
export async function authorization(passage: Passage, wanted: string | undefined, idToken: string): Promise<void> {
  if (wanted === 'required') await passage.station('Authorize', { idToken });
}

export const KNOWN = 'it knows the token';

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
  const where = connection(at(passage, options));
  if (signed) await passage.station('TransactionEvent', event('Started', { ...signedStart(session), ...where }));
  // The event that says so may have been the one that said who or what came last.
  if (eventType && !passage.stationHasTold('Charging', at(passage, options).evseId))
    await passage.station(
      'TransactionEvent',
      event(signed ? 'Updated' : eventType, {
        triggerReason: 'ChargingStateChanged or CablePluggedIn or Authorized or RemoteStart',
        'transactionInfo.chargingState': 'Charging',
        ...news(session, 'ChargingStateChanged or Authorized'),
        ...(eventType === 'Started' && !signed ? where : {}),
      }),
    );
  await passage.settle();
  if (session.unasked !== undefined) await passage.stationSendsNo('Authorize', KNOWN, 0, session.unasked);
  session.unasked = undefined;
};

/** That the signed value has come may be told of a remote start, too. */
function signedStart(session: Session): Cells {
  const isLocal = session.untold?.by === 'local';
  const cells = news(session, 'SignedDataReceived or Authorized');
  return isLocal ? cells : { ...cells, triggerReason: 'SignedDataReceived or RemoteStart' };
}
