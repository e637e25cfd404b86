import { randomUUID } from 'node:crypto';
import type { RequestOf, ResponseOf } from '../../src/ocpp/action.ts';

type Token = { idToken: string; type: RequestOf<'Authorize'>['idToken']['type'] };
type Event = RequestOf<'TransactionEvent'>;
type Reason = NonNullable<Event['transactionInfo']['stoppedReason']>;

/** What an EVSE needs of the station around it. */
export interface Surroundings {
  authorize(token: Token): Promise<ResponseOf<'Authorize'>['idTokenInfo']>;
  send(event: Event): void;
  statusChanged(): void;
  ended(): void;
}

/** An EVSE with TxStartPoint EVConnected or Authorized and TxStopPoint EVConnected. */
export class StationSession {
  readonly evseId: number;
  plugged: number | undefined;
  transactionId: string | undefined;
  readonly #station: Surroundings;
  #token: Token | undefined;
  #group: string | undefined;
  #seqNo = 0;
  #state: 'EVConnected' | 'Charging' | undefined;
  #reason: Reason = 'EVDisconnected';

  constructor(evseId: number, station: Surroundings) {
    this.evseId = evseId;
    this.#station = station;
  }

  plugIn(connectorId: number): void {
    this.plugged = connectorId;
    this.#station.statusChanged();
    this.#state = 'EVConnected';
    this.#event('CablePluggedIn');
    this.#charge();
  }

  unplug(): void {
    if (this.plugged === undefined) return;
    this.#end('EVCommunicationLost', this.#reason, 'Idle');
    this.plugged = undefined;
    this.#state = undefined;
    this.#station.statusChanged();
  }

  async present(token: Token): Promise<void> {
    if (this.#token?.idToken === token.idToken) return this.#stop('StopAuthorized', 'Local', token);
    const { status, groupIdToken } = await this.#station.authorize(token);
    if (status !== 'Accepted') return;
    const group = groupIdToken?.idToken;
    if (this.#token) {
      if (group !== undefined && group === this.#group) this.#stop('StopAuthorized', 'Local', token);
    } else {
      this.#group = group;
      this.#start(token, { triggerReason: 'Authorized' });
    }
  }

  remoteStart(token: Token, remoteStartId: number): void {
    this.#start(token, { triggerReason: 'RemoteStart' }, { remoteStartId });
  }

  remoteStop(): void {
    this.#stop('RemoteStop', 'Remote');
  }

  /** B12.FR.04 */
  reset(): void {
    this.#end('ResetCommand', 'ImmediateReset', 'EVConnected');
  }

  #start(token: Token, { triggerReason }: Pick<Event, 'triggerReason'>, info: { remoteStartId?: number } = {}): void {
    this.#token = token;
    this.#event(triggerReason, { idToken: token }, info);
    this.#charge();
  }

  #stop(triggerReason: Event['triggerReason'], reason: Reason, idToken?: Token): void {
    this.#token = undefined;
    this.#reason = reason;
    this.#event(triggerReason, idToken ? { idToken } : {});
    if (this.#state !== 'Charging') return;
    this.#state = 'EVConnected';
    this.#event('ChargingStateChanged');
  }

  #charge(): void {
    if (!this.#token || this.plugged === undefined || this.#state === 'Charging') return;
    this.#state = 'Charging';
    this.#event('ChargingStateChanged');
  }

  #event(triggerReason: Event['triggerReason'], more: Partial<Event> = {}, info: Partial<Event['transactionInfo']> = {}): void {
    const eventType = this.transactionId === undefined ? 'Started' : 'Updated';
    this.transactionId ??= randomUUID();
    if (eventType === 'Started') this.#seqNo = 0;
    this.#send(eventType, triggerReason, more, { ...(this.#state ? { chargingState: this.#state } : {}), ...info });
  }

  #end(triggerReason: Event['triggerReason'], stoppedReason: Reason, chargingState: 'Idle' | 'EVConnected'): void {
    this.#token = undefined;
    this.#state = this.plugged === undefined ? undefined : 'EVConnected';
    if (this.transactionId === undefined) return;
    this.#send('Ended', triggerReason, {}, { stoppedReason, chargingState });
    this.transactionId = undefined;
    this.#reason = 'EVDisconnected';
    this.#station.ended();
  }

  #send(
    eventType: Event['eventType'],
    triggerReason: Event['triggerReason'],
    more: Partial<Event>,
    info: Partial<Event['transactionInfo']>,
  ): void {
    this.#station.send({
      eventType,
      triggerReason,
      timestamp: new Date().toISOString(),
      seqNo: this.#seqNo++,
      transactionInfo: { transactionId: this.transactionId ?? '', ...info },
      evse: { id: this.evseId, ...(this.plugged === undefined ? {} : { connectorId: this.plugged }) },
      ...more,
    });
  }
}
