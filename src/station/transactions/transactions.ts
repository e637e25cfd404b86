import { randomUUID } from 'node:crypto';
import type {
  ReasonEnumType,
  TransactionEventRequest,
  TransactionEventResponse,
  TriggerReasonEnumType,
} from '../../ocpp/generated/messages.ts';
import { lockCable } from '../connector-lock.ts';
import type { Core } from '../core.ts';
import type { Connector, Evse } from '../evses.ts';
import { sameToken } from './id-token.ts';
import { deauthorize, limitEnergy } from './invalid-token.ts';
import { inOrder, keep, sampledData, startSampling } from './sampled-data.ts';
import { type Authorized, Session, type Transaction } from './session.ts';
import { signs } from './signed-data.ts';
import { showAnswer, showFallbackCost, showTariff } from './tariff.ts';
import { type Extra, reportTransaction } from './transaction-event.ts';
import { startsAt, stopsAt, type TxPoint } from './tx-points.ts';

/** The transactions of the station, one per EVSE: use cases E01 to E12. */
export class Transactions {
  readonly #core: Core;
  readonly #sessions: ReadonlyMap<number, Session>;

  constructor(core: Core) {
    this.#core = core;
    this.#sessions = new Map(core.evses.map((evse) => [evse.id, new Session(evse, () => core.time.now())]));
  }

  get all(): Session[] {
    return [...this.#sessions.values()];
  }

  session(evse: Evse): Session {
    return this.#sessions.get(evse.id) as Session;
  }

  ongoing(evse: Evse): boolean {
    return this.session(evse).transaction !== undefined;
  }

  find(transactionId: string): Session | undefined {
    return this.all.find(({ transaction }) => transaction?.id === transactionId);
  }

  /** Whether someone may begin to charge there, as far as the state of the station goes. */
  isOpen(evse: Evse, connector?: Connector): boolean {
    const { registration, availability, resets } = this.#core;
    return registration.status === 'Accepted' && !availability.isInoperative(evse, connector) && !resets.blocks(evse);
  }

  parked(session: Session): void {
    this.#begins(session, 'EVDetected', ['ParkingBayOccupancy']);
  }

  left(session: Session): void {
    this.ceases(session, 'EVDeparted', ['ParkingBayOccupancy'], 'Local');
  }

  plugged(session: Session): void {
    session.cancel('connection');
    this.#begins(session, 'CablePluggedIn', ['EVConnected', ...(session.authorized ? (['PowerPathClosed'] as const) : [])]);
    // Without authorization everyone may charge who plugs in.
    const anyone = !session.authorized && this.#core.variables.isOff('AuthCtrlr.Enabled') && this.isOpen(session.evse);
    if (anyone) this.authorized(session, { idToken: { idToken: '', type: 'NoAuthorization' } });
    else if (!session.transaction?.interrupted || !this.#core.faults.has('reconnected-ev-not-charged')) this.#offer(session);
  }

  /** The EV is no longer connected, be it at the station or at the EV. */
  unplugged(session: Session): void {
    const { variables, faults } = this.#core;
    const deauthorizes = session.authorized !== undefined && this.#deauthorizesWithoutEv();
    if (session.transaction) session.transaction.interrupted = true;
    session.delivering = false;
    session.evSuspended = false;
    session.offered = false;
    // E09.FR.02, E09.FR.03, E10.FR.01
    if (variables.flag('OCPPCommCtrlr.UnlockOnEVSideDisconnect') && !faults.has('cable-kept-without-ev')) session.unlock();
    else session.keepCable();
    const lost: TxPoint[] = ['EVConnected', 'PowerPathClosed', 'EnergyTransfer', ...(deauthorizes ? (['Authorized'] as const) : [])];
    this.ceases(session, 'EVCommunicationLost', lost, 'EVDisconnected');
    if (deauthorizes) session.stop();
    // A cable that stays locked brings its owner back some time (E10.FR.01).
    else if (session.authorized && !session.evse.locked && !faults.has('fixed-cable-waits-for-ever')) this.#expectConnection(session);
  }

  /** E09.FR.01 */
  #deauthorizesWithoutEv(): boolean {
    const { variables, faults } = this.#core;
    if (faults.has('disconnected-ev-keeps-authorization')) return false;
    return faults.has('disconnected-ev-loses-authorization') || variables.flag('TxCtrlr.StopTxOnEVSideDisconnect');
  }

  /** The EV takes no more energy for now. */
  suspended(session: Session): void {
    session.evSuspended = true;
    if (!session.delivering) return;
    session.delivering = false;
    this.ceases(session, 'ChargingStateChanged', ['EnergyTransfer'], 'StoppedByEV');
  }

  authorized(session: Session, authorized: Authorized): void {
    const { evse } = session;
    session.keptFor = undefined;
    const reservationId = this.#core.reservations.consume(evse, authorized.idToken, authorized.groupIdToken);
    session.authorized = { ...authorized, reservationId };
    this.#core.availability.refresh();
    showTariff(this.#core, session, authorized.personalMessage);
    session.evseSuspended = false;
    if (session.transaction) Object.assign(session.transaction, { idToken: authorized.idToken, limited: false });
    this.#begins(session, 'Authorized', ['Authorized', ...present(evse)]);
    if (evse.connected) this.#offer(session);
    else this.#expectConnection(session);
  }

  /** Someone has had enough: the driver (E07), the CSMS in his place (F03), or whoever has a master pass (C16). */
  stopped(session: Session, reason: 'Local' | 'Remote' | 'MasterPass', extra: Extra = {}): void {
    const trigger = reason === 'Remote' ? 'RemoteStop' : 'StopAuthorized';
    if (session.transaction) session.transaction.stoppedReason = reason;
    // Who has not plugged in yet will not: nothing else would end the transaction.
    const lost: TxPoint[] = ['Authorized', 'PowerPathClosed', ...(session.evse.connected ? [] : (['EVConnected'] as const))];
    const before = session.chargingState;
    this.ceases(session, trigger, lost, reason, extra);
    if (reason === 'Remote' && this.#core.faults.has('remote-stop-keeps-charging')) return;
    session.stop();
    session.unlock();
    session.cancel('connection');
    if (session.chargingState !== before) this.ceases(session, 'ChargingStateChanged', ['EnergyTransfer'], reason);
  }

  /** The EV has ended the session by itself, as ISO 15118 lets it (E15). */
  stoppedByEv(session: Session): void {
    if (!session.authorized || this.#core.faults.has('ev-cannot-stop')) return;
    session.delivering = false;
    session.evSuspended = false;
    if (session.transaction) session.transaction.stoppedReason = 'StoppedByEV';
    this.ceases(session, 'StopAuthorized', ['Authorized', 'PowerPathClosed', 'EnergyTransfer'], 'StoppedByEV');
    session.stop();
    session.unlock();
  }

  /** Ends a transaction before a reset (B12.FR.04, B12.FR.08). */
  reset(session: Session): void {
    if (session.transaction) this.#end(session, 'ResetCommand', 'ImmediateReset');
  }

  /** What held energy back does so no more. */
  proceed(session: Session): void {
    this.#offer(session);
  }

  /** Asked for by TriggerMessageRequest (F06.FR.07). */
  triggered(session: Session): void {
    this.#begins(session, 'Trigger', [], { meterValue: sampledData(this.#core, session, 'TxUpdatedMeasurands', 'Trigger') });
  }

  /** An interval of SampledDataCtrlr has been set. */
  resample(): void {
    for (const session of this.all) if (session.transaction) startSampling(this.#core, session);
  }

  /** Forgets what does not survive a reboot; a transaction that the power loss interrupted has ended (E06.FR.16). */
  reboot(): void {
    this.powerLost();
    for (const session of this.all) session.stop();
  }

  /** Nobody can charge any more (E06.FR.16). */
  powerLost(): void {
    for (const session of this.all) if (session.transaction) this.#end(session, 'AbnormalCondition', 'PowerLoss');
  }

  /** The CSMS has answered a TransactionEventRequest. */
  answered(sent: TransactionEventRequest, answer: TransactionEventResponse): void {
    showAnswer(this.#core, sent, answer);
    const { idTokenInfo } = answer;
    if (!sent.idToken || !idTokenInfo) return;
    const { faults, authorizationCache } = this.#core;
    if (!faults.has('cache-ignores-transaction-response')) authorizationCache.store(sent.idToken, idTokenInfo);
    const session = this.find(sent.transactionInfo.transactionId);
    if (!session?.authorized || !sameToken(session.authorized.idToken, sent.idToken)) return;
    if (idTokenInfo.status === 'Accepted') session.authorized.groupIdToken ??= idTokenInfo.groupIdToken;
    else if (!faults.has('invalid-token-keeps-authorization')) deauthorize(this.#core, session);
  }

  /** Something is no more, which may end a transaction and which an ongoing one reports. */
  ceases(session: Session, trigger: TriggerReasonEnumType, points: readonly TxPoint[], reason: ReasonEnumType, extra: Extra = {}): void {
    if (!session.transaction) return;
    if (!stopsAt(this.#core, points)) return this.#report(session, 'Updated', trigger, extra);
    this.#end(session, trigger, session.transaction.stoppedReason ?? reason, extra);
  }

  /** Waits for the EV for EVConnectionTimeOut (E03.FR.05, E10.FR.02, C01.FR.26). */
  #expectConnection(session: Session): void {
    const { life, variables } = this.#core;
    session.cancel('connection');
    const timer = life.after(variables.integer('TxCtrlr.EVConnectionTimeOut'), () => {
      const { faults } = this.#core;
      const { authorized } = session;
      if (faults.has('authorization-never-times-out')) return;
      session.stop();
      session.unlock();
      this.#core.availability.refresh();
      if (!session.transaction) return;
      session.transaction.stoppedReason = 'Timeout';
      // While the EV is in the bay that keeps the transaction, only what deauthorizing means can end it (E03.FR.15).
      const ends = stopsAt(this.#core, ['Authorized', 'PowerPathClosed']) || !stopsAt(this.#core, ['ParkingBayOccupancy']);
      if (ends) this.#end(session, 'EVConnectTimeout', 'Timeout');
      else this.#report(session, 'Updated', 'EVConnectTimeout');
      if (faults.has('late-driver-charges')) session.authorized = authorized;
    });
    session.timers.set('connection', timer);
  }

  /** Lets energy flow if the EV is connected and someone authorized. */
  #offer(session: Session): void {
    if (!session.authorized || !session.evse.connected || session.delivering) return;
    if (this.#core.smartCharging.highLevel.holds(session.evse)) return;
    // G05.FR.01
    if (!lockCable(this.#core, session.evse, session.evse.connected)) return;
    if (!session.transaction && signs(this.#core)) this.#begins(session, 'SignedDataReceived', ['DataSigned']);
    session.offered = true;
    session.delivering = !session.evSuspended && !session.evseSuspended;
    this.#begins(session, 'ChargingStateChanged', session.delivering ? ['EnergyTransfer'] : []);
    limitEnergy(this.#core, session);
  }

  /** Something has come about which may start a transaction and which an ongoing one reports. */
  #begins(session: Session, trigger: TriggerReasonEnumType, points: readonly TxPoint[], extra: Extra = {}): void {
    this.#core.smartCharging.adopt(session);
    if (session.transaction) return this.#report(session, 'Updated', trigger, extra);
    if (!startsAt(this.#core, points) || !this.isOpen(session.evse, session.evse.connected)) return;
    const transaction = session.begin(randomUUID());
    this.#core.smartCharging.adopt(session);
    keep(transaction.sampled, sampledData(this.#core, session, 'TxEndedMeasurands', 'Transaction.Begin'));
    const meterValue = sampledData(this.#core, session, 'TxStartedMeasurands', 'Transaction.Begin');
    this.#report(session, 'Started', trigger, { meterValue, ...extra });
    startSampling(this.#core, session);
  }

  #end(session: Session, trigger: TriggerReasonEnumType, reason: ReasonEnumType, extra: Extra = {}): void {
    const transaction = session.transaction as Transaction;
    transaction.stoppedReason = reason;
    session.delivering = false;
    session.evSuspended = false;
    session.evseSuspended = false;
    const end = sampledData(this.#core, session, 'TxEndedMeasurands', 'Transaction.End');
    const meterValue = inOrder([...transaction.sampled, ...transaction.aligned, ...end]);
    if (!this.#core.messages.online) showFallbackCost(this.#core, session);
    const silent = trigger === 'ResetCommand' && this.#core.faults.has('reset-immediate-no-ended-event');
    if (!silent) this.#report(session, 'Ended', trigger, { meterValue, ...extra });
    session.end();
    // E06.FR.10; for whose sake it stays locked is known before.
    if (!session.keptFor) session.unlock();
    this.#core.availability.refresh();
    this.#core.resets.proceed();
  }

  #report(session: Session, eventType: TransactionEventRequest['eventType'], trigger: TriggerReasonEnumType, extra: Extra = {}): void {
    reportTransaction(this.#core, session, eventType, trigger, extra);
  }
}

/** What has been the case for some time, and starts a transaction where the one before it has ended. */
const present = ({ connected, parked }: Evse): TxPoint[] => [
  ...(parked ? (['ParkingBayOccupancy'] as const) : []),
  ...(connected ? (['EVConnected', 'PowerPathClosed'] as const) : []),
];
