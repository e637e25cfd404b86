import { wait } from '../../time/clock.ts';
import { payloadOf } from '../payload.ts';
import { at, authorization, energyTransferStarted, event, KNOWN, type State, type StateOptions, tokenOf } from './charging.ts';
import type { Cells, Passage } from './expect.ts';
import { rememberTransaction } from './remember-transaction.ts';
import type { Session } from './session.ts';

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
        // E01.FR.19, E01.FR.20
        'transactionInfo.chargingState': 'SuspendedEV or EVConnected',
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
  if (by === 'remote' && passage.stationIsTested) {
    rememberTransaction(passage.dialogue, options.evseId);
    await passage.csms('RequestStopTransaction', { transactionId: '$transactionId' }, 'Accepted');
  } else await passage.stimulate('present-token', { ...at(passage, options), ...token.value });
  Object.assign(session, { stopped: true, stoppedBy: by });
  await authorization(passage, options.parameters.Authorize, token.cell);
  const ends = session.end({ authorized: false, energy: false }) === 'Ended';
  const told = await passage.station('TransactionEvent', {
    eventType: ends ? 'Ended or Updated' : 'Updated',
    triggerReason: by === 'remote' ? 'RemoteStop' : 'StopAuthorized',
    idToken: by === 'remote' ? undefined : `${token.cell} or absent`,
  });
  if (ends) {
    const stoppedReason = session.stoppedReason ?? REASONS[by].stop;
    // The end may be an event of its own, when the energy has ceased to flow (E07, alternative scenario).
    const apart = told && payloadOf(told).eventType !== 'Ended' ? ceased(session) : {};
    await passage.station('TransactionEvent', event('Ended', { ...apart, 'transactionInfo.stoppedReason': stoppedReason }), {
      maybe: told,
    });
  } else await energyCeased(passage, session, at(passage, options).evseId);
  await passage.settle();
  if (options.parameters.Authorize === 'none') await passage.stationSendsNo('Authorize', KNOWN, 0);
};

/** Why a transaction ended that was stopped like that: when it was stopped, the cable was taken out, or the EV had gone. */
const REASONS = {
  local: { stop: 'Local or absent', unplug: 'Local or EVDisconnected or absent', leave: 'Local or absent' },
  remote: { stop: 'Remote', unplug: 'Remote or EVDisconnected', leave: 'Remote' },
} as const;

/** What ended the transaction, where that is known (E06.FR.08, E06.FR.09). */
function reasonOf(session: Session, eventType: string | undefined, act: 'unplug' | 'leave'): Cells {
  const { stoppedReason, stoppedBy } = session;
  return eventType === 'Ended' ? { 'transactionInfo.stoppedReason': stoppedReason ?? (stoppedBy && REASONS[stoppedBy][act]) } : {};
}

const ceased = ({ conditions: { plugged } }: Session): Cells =>
  plugged ? { triggerReason: 'ChargingStateChanged', 'transactionInfo.chargingState': 'EVConnected' } : {};

/** A transaction that goes on tells that no energy flows any more, with the end of the authorization or afterwards (E01.FR.18, F03.FR.02). */
async function energyCeased(passage: Passage, session: Session, evseId: number): Promise<void> {
  if (!session.ongoing || !session.conditions.plugged || passage.stationHasTold('EVConnected', evseId)) return;
  await passage.station(
    'TransactionEvent',
    event('Updated', {
      triggerReason: 'ChargingStateChanged or StopAuthorized or RemoteStop',
      'transactionInfo.chargingState': 'EVConnected',
    }),
  );
}

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
  await energyCeased(passage, session, at(passage, options).evseId);
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
        ...reasonOf(session, eventType, 'unplug'),
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
    await passage.station('TransactionEvent', event(eventType, { triggerReason: 'EVDeparted', ...reasonOf(session, eventType, 'leave') }));
  await passage.settle();
};
