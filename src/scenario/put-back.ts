import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import { REPORTED_BY } from '../rules/report-kinds.ts';
import type { StimulusName, StimulusParameters } from '../stimuli/stimuli.ts';
import { SECOND } from '../time/clock.ts';
import type { Entry } from '../trace/entry.ts';
import type { Dialogue } from './dialogue.ts';
import type { Occasion } from './driver.ts';
import { place } from './ops/stimulus.ts';
import { payloadOf } from './payload.ts';
import { contactOf } from './upkeep/contact.ts';
import type { Upkeep } from './upkeep/upkeep.ts';
import { parseVariableName, writeVariable } from './variables.ts';

/** A request that takes back what an accepted one of the CSMS has changed. */
interface Undoing {
  action: Action;
  payload: Payload;
}

type Undo = (request: Payload, response: Payload) => Undoing | undefined;
const accepted = ({ status }: Payload): boolean => status === 'Accepted' || status === 'Scheduled';

/** How requests are taken back whose effect a CSMS cannot ask for; an upkeep takes care of all others. */
const UNDO: { readonly [A in Action]?: Undo } = {
  ChangeAvailability: ({ operationalStatus, evse }) =>
    operationalStatus === 'Inoperative'
      ? { action: 'ChangeAvailability', payload: { operationalStatus: 'Operative', ...(evse ? { evse } : {}) } }
      : undefined,
  ReserveNow: ({ id }) => ({ action: 'CancelReservation', payload: { reservationId: id } }),
  // What they were before is seldom known; like that, they keep nothing from anybody.
  SetMonitoringLevel: ({ severity }) => (severity === 9 ? undefined : { action: 'SetMonitoringLevel', payload: { severity: 9 } }),
  SetMonitoringBase: ({ monitoringBase }) =>
    monitoringBase === 'All' ? undefined : { action: 'SetMonitoringBase', payload: { monitoringBase: 'All' } },
};

/** What takes back all that the requests of a trace have left in the station, the latest first. */
export function undoings(entries: readonly Entry[]): Undoing[] {
  return entries
    .flatMap((answer) => {
      if (answer.kind !== 'frame' || answer.from !== 'station' || answer.decoded.frame?.type !== 'CALLRESULT') return [];
      const request = answer.answers?.decoded.frame;
      if (request?.type !== 'CALL') return [];
      const response = payloadOf(answer);
      return accepted(response) ? (UNDO[request.action as Action]?.(request.payload, response) ?? []) : [];
    })
    .reverse();
}

/** The transactions that have begun in a trace and not ended. */
export function ongoingTransactions(entries: readonly Entry[]): string[] {
  const ongoing = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'frame' || entry.decoded.frame?.type !== 'CALL' || entry.decoded.frame.action !== 'TransactionEvent') continue;
    const { eventType, transactionInfo } = payloadOf(entry) as { eventType?: string; transactionInfo?: { transactionId?: string } };
    const { transactionId = '' } = transactionInfo ?? {};
    if (eventType === 'Ended') ongoing.delete(transactionId);
    else ongoing.add(transactionId);
  }
  return [...ongoing];
}

/** Whether the station has yet to send parts of a report; they must not be taken for those of the next case. */
export function reportsDue(entries: readonly Entry[]): boolean {
  const due = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'frame' || entry.from !== 'station') continue;
    const { frame } = entry.decoded;
    const request = entry.answers?.decoded.frame;
    if (frame?.type === 'CALL' && payloadOf(entry).tbc !== true) due.delete(`${frame.action} ${payloadOf(entry).requestId}`);
    else if (frame?.type === 'CALLRESULT' && request?.type === 'CALL' && REPORTED_BY.has(request.action) && accepted(payloadOf(entry)))
      due.add(`${REPORTED_BY.get(request.action)} ${request.payload.requestId}`);
  }
  return due.size > 0;
}

/**
 * Puts a system that goes on to the next case back to how it was: ends transactions, takes cables out, takes back what
 * the station was made to remember, sets variables back. What cannot be put back is noted for the cases to come.
 */
export async function putBack(dialogue: Dialogue): Promise<void> {
  const { environment, sessions } = dialogue;
  const { trace, settings, driver, clock } = environment;
  sessions.catchUp(trace.entries);
  const entries = [...trace.entries];
  const ended = () => (ongoingTransactions(trace.entries).length === 0 ? true : undefined);
  if (dialogue.sut === 'station') {
    dialogue.csms.reception = 'accept';
    await dialogue.flow(environment.ready());
    for (const transactionId of ongoingTransactions(entries))
      await dialogue.flow(dialogue.csms.send('RequestStopTransaction', { transactionId }));
  }
  const fault = dialogue.sut === 'station' ? left(entries, 'fault', 'repair') : undefined;
  if (fault) await dialogue.flow(driver.stimulate('repair', fault, occasion(dialogue)));
  if (left(entries, 'external-limit', 'external-release'))
    await dialogue.flow(driver.stimulate('external-release', {}, occasion(dialogue)));
  for (const { evseId, session } of sessions.all()) {
    const where = place(dialogue, evseId);
    const act = (name: 'unplug' | 'leave'): Promise<unknown> =>
      dialogue.flow<unknown>(
        dialogue.sut === 'station' ? driver.stimulate(name, where, occasion(dialogue)) : dialogue.station.stimulate(name, where),
      );
    if (session.conditions.plugged) await act('unplug');
    if (session.conditions.parked) await act('leave');
  }
  await dialogue.until(ended, clock.now() + settings.timeouts.message * SECOND);
  if (dialogue.sut !== 'station') return restoreRegistration(dialogue, entries);
  for (const transactionId of ongoingTransactions(trace.entries))
    environment.upkeep?.note({ what: `transaction ${transactionId}`, words: [], transactionId }, 'it could not be ended');
  await dialogue.until(() => !reportsDue(trace.entries) || undefined, clock.now() + settings.timeouts.message * SECOND);
  for (const { action, payload } of undoings(entries)) {
    const outcome = await dialogue.flow(dialogue.csms.send(action, payload));
    if (action !== 'ChangeAvailability') continue;
    const status = outcome.kind === 'result' ? payloadStatus(outcome.payload) : outcome.kind;
    const what = `availability of ${JSON.stringify(payload.evse ?? 'the station')}`;
    environment.upkeep?.note(
      { what, words: [] },
      status === 'Accepted' || status === 'Scheduled' ? undefined : `ChangeAvailability: ${status}`,
    );
  }
  if (environment.upkeep) return restoreStation(dialogue, environment.upkeep, entries);
  for (const [name, value] of dialogue.restore) await writeVariable(dialogue, parseVariableName(name), value);
}

const AWAY = { what: 'the connection', words: [] };

/** Has a station restart where only that puts it back, or where it went over to the second CSMS. */
async function restoreStation(dialogue: Dialogue, upkeep: Upkeep, entries: readonly Entry[]): Promise<void> {
  const { trace, settings, clock } = dialogue.environment;
  const contact = contactOf(dialogue.environment);
  const reboot = await dialogue.flow(upkeep.restore(contact, entries));
  if (!reboot && !isAway(trace.entries)) return upkeep.note(AWAY, undefined);
  const begin = trace.entries.length;
  await dialogue.flow(contact.send('Reset', { type: 'OnIdle' }));
  const closed = () => trace.entries.slice(begin).some(({ kind }) => kind === 'closed') || undefined;
  await dialogue.until(closed, clock.now() + settings.timeouts.message * SECOND);
  await dialogue.flow(dialogue.environment.ready());
  upkeep.note(AWAY, isAway(trace.entries) ? 'the station stays with the second CSMS' : undefined);
}

/** Whether the station is with the second CSMS. */
const isAway = (entries: readonly Entry[]): boolean => {
  const connected = entries.findLast((entry) => entry.kind === 'connected');
  return connected?.kind === 'connected' && connected.endpoint === 'second';
};

/** What a stimulus was about that none of the other kind has ended. */
export function left(entries: readonly Entry[], begins: StimulusName, ends: StimulusName): StimulusParameters | undefined {
  const last = entries.findLast(
    (entry) => entry.kind === 'stimulus' && (entry.name === begins || entry.name === ends) && entry.outcome === 'done',
  );
  return last?.kind === 'stimulus' && last.name === begins ? last.parameters : undefined;
}

/** A CSMS accepts its stations again. */
async function restoreRegistration(dialogue: Dialogue, entries: readonly Entry[]): Promise<void> {
  const set = entries.findLast((entry) => entry.kind === 'stimulus' && entry.name === 'set-registration' && entry.outcome === 'done');
  if (set?.kind === 'stimulus' && set.parameters.status !== 'Accepted')
    await dialogue.environment.driver.stimulate('set-registration', { status: 'Accepted' }, occasion(dialogue));
}

/** Whoever is at the terminal wonders why the case goes on. */
const occasion = ({ caseName }: Dialogue): Occasion => ({
  case: caseName,
  why: 'the case is over, and the system is put back to how it was',
});

const payloadStatus = (payload: object): unknown => (payload as { status?: unknown }).status;
