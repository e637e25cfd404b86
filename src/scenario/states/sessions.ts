import type { Payload } from '../../ocpp/frame.ts';
import type { TransactionEventRequest } from '../../ocpp/generated/messages.ts';
import type { Entry, FrameEntry } from '../../trace/entry.ts';
import { payloadOf } from '../payload.ts';
import type { ScenarioSettings } from '../settings.ts';
import { type Conditions, Session } from './session.ts';

/** What stimuli change about an EV at an EVSE. */
const BY_STIMULUS: Readonly<Record<string, Partial<Conditions>>> = {
  park: { parked: true },
  leave: { parked: false },
  'plug-in': { plugged: true },
  'plug-in-contract': { plugged: true },
  'plug-in-badly': { plugged: true },
  unplug: { plugged: false },
  'ev-suspend': { energy: false },
};

const STARTS: ReadonlySet<string> = new Set(['Authorized', 'RemoteStart']);
const STOPS: ReadonlySet<string> = new Set(['StopAuthorized', 'RemoteStop', 'Deauthorized']);

/**
 * The charging sessions of a scenario, by EVSE. What single lines of the scenario brought about is read off the trace,
 * so that a reusable state goes on from where they left.
 */
export class Sessions {
  readonly #settings: Pick<ScenarioSettings, 'txStartPoint' | 'txStopPoint' | 'evseId' | 'masterPassGroupId'>;
  readonly #byEvse = new Map<number, Session>();
  readonly #evseOf = new Map<string, number>();
  /** The EVSE at which something was done last. */
  #latest: number;
  #read = 0;

  constructor(settings: Pick<ScenarioSettings, 'txStartPoint' | 'txStopPoint' | 'evseId' | 'masterPassGroupId'>) {
    this.#settings = { ...settings };
    this.#latest = settings.evseId;
  }

  /** Takes note of what starts or ends transactions from now on, as a variable of the station says. */
  learnPoints(variable: string, value: string): void {
    const points = value.split(',').map((point) => point.trim());
    if (variable === 'TxStartPoint') this.#settings.txStartPoint = points;
    if (variable === 'TxStopPoint') this.#settings.txStopPoint = points;
  }

  at(evseId: number): Session {
    const before = this.#byEvse.get(evseId);
    if (before && !before.over) return before;
    const session = new Session(this.#settings);
    if (before) session.conditions.parked = before.conditions.parked;
    this.#byEvse.set(evseId, session);
    return session;
  }

  all(): { evseId: number; session: Session }[] {
    return [...this.#byEvse].map(([evseId, session]) => ({ evseId, session }));
  }

  /** Takes note of what has happened since the last look. */
  catchUp(entries: readonly Entry[]): void {
    for (const entry of entries.slice(this.#read)) this.#see(entry);
    this.#read = entries.length;
  }

  /** Leaves out what a state has brought about and taken note of by itself, but for where its transactions are. */
  skip(entries: readonly Entry[]): void {
    for (const entry of entries.slice(this.#read)) {
      const { transactionInfo, evse } = eventIn(entry) ?? {};
      if (evse) this.#evseOfTransaction(transactionInfo?.transactionId, evse.id);
    }
    this.#read = entries.length;
  }

  #see(entry: Entry): void {
    if (entry.kind === 'stimulus' && entry.outcome === 'done') this.#stimulus(entry.name, entry.parameters);
    else if (entry.kind === 'frame' && entry.from === 'station') this.#sent(entry);
    else if (entry.kind === 'frame' && entry.from === 'csms' && entry.answers) this.#answered(entry.answers, payloadOf(entry));
  }

  #stimulus(name: string, { evseId }: Record<string, unknown>): void {
    if (typeof evseId === 'number') this.#latest = evseId;
    Object.assign(this.at(this.#latest).conditions, BY_STIMULUS[name]);
  }

  #sent(entry: FrameEntry): void {
    const event = eventIn(entry);
    if (!event) return;
    const { eventType, triggerReason, transactionInfo, evse, idToken } = event;
    const session = this.at(this.#evseOfTransaction(transactionInfo?.transactionId, evse?.id));
    session.sent(eventType);
    if (idToken) session.untold = undefined;
    if (STARTS.has(triggerReason)) session.conditions.authorized = true;
    if (triggerReason === 'RemoteStart') session.by = 'remote';
    if (STOPS.has(triggerReason)) Object.assign(session, { stopped: true }).conditions.authorized = false;
    const { chargingState } = transactionInfo ?? {};
    if (chargingState === undefined) return;
    session.conditions.energy = chargingState === 'Charging';
    session.suspended = chargingState === 'SuspendedEV' || chargingState === 'SuspendedEVSE';
    session.conditions.plugged = chargingState !== 'Idle';
  }

  #evseOfTransaction(transactionId: string | undefined, evseId: number | undefined): number {
    const found = evseId ?? this.#evseOf.get(transactionId ?? '') ?? this.#latest;
    if (transactionId !== undefined) this.#evseOf.set(transactionId, found);
    return found;
  }

  /** Somebody is authorized before there is a transaction to tell about it. */
  #answered({ decoded: { frame } }: FrameEntry, { idTokenInfo }: Payload): void {
    if (frame?.type !== 'CALL' || frame.action !== 'Authorize') return;
    const { status, groupIdToken } = (idTokenInfo ?? {}) as { status?: unknown; groupIdToken?: { idToken?: unknown } };
    if (status === 'Accepted' && groupIdToken?.idToken !== this.#settings.masterPassGroupId)
      this.at(this.#latest).conditions.authorized = true;
  }
}

function eventIn(entry: Entry): TransactionEventRequest | undefined {
  if (entry.kind !== 'frame' || entry.from !== 'station') return undefined;
  const { frame } = entry.decoded;
  if (frame?.type !== 'CALL' || frame.action !== 'TransactionEvent') return undefined;
  return frame.payload as unknown as TransactionEventRequest;
}
