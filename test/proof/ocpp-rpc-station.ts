import { setTimeout as wait } from 'node:timers/promises';
import { createRPCError, RPCClient } from 'ocpp-rpc';
import type { Action, RequestOf, ResponseOf } from '../../src/ocpp/action.ts';
import { type Handlers, type Outcome, type Stimuli, StimuliServer, type Tampering, tamper } from './peer.ts';
import { StationSession } from './station-session.ts';
import { type Row, reported, StationVariables } from './station-variables.ts';

type Reason = RequestOf<'BootNotification'>['reason'];
type Status = RequestOf<'StatusNotification'>['connectorStatus'];

/** A planted defect of the station. */
export interface StationDefect extends Tampering {
  /** The subprotocols that it offers after the first connection. */
  offers?: string[];
}

export interface StationOptions {
  identity: string;
  password: string;
  defect?: StationDefect;
}

const EVSES = { 1: [1, 2], 2: [1] } as const;
const CONNECTORS = Object.entries(EVSES).flatMap(([evseId, ids]) => ids.map((connectorId) => ({ evseId: Number(evseId), connectorId })));
type Connector = (typeof CONNECTORS)[number];
/** Variables in one part of a report. */
const PART = 20;
/** A request in a state in which it is refused (B03.FR.08). */
const refused = () => createRPCError('SecurityError', 'the station has been rejected', {});

/** A small charging station of OCPP 2.0.1 that shares nothing with ocppspec. */
export class OcppRpcStation {
  readonly variables = new StationVariables(EVSES);
  readonly sessions: readonly StationSession[];
  readonly inoperative = new Set<string>();
  readonly #options: StationOptions;
  readonly #reported = new Map<string, Status>();
  readonly #queue: RequestOf<'TransactionEvent'>[] = [];
  #client: RPCClient | undefined;
  #life = new AbortController();
  #registration: ResponseOf<'BootNotification'>['status'] | undefined;
  #triggered: (() => void) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #resetDue = false;
  #flushing: Promise<void> | undefined;
  #connections = 0;
  #control: StimuliServer | undefined;
  #url = '';

  constructor(options: StationOptions) {
    this.#options = options;
    const surroundings = {
      authorize: async (idToken: RequestOf<'Authorize'>['idToken']) => {
        if (this.#online) return (await this.#call('Authorize', { idToken })).idTokenInfo;
        const allowed = this.variables.value('AuthCtrlr.OfflineTxForUnknownIdEnabled') === 'true';
        return { status: allowed ? ('Accepted' as const) : ('Invalid' as const) };
      },
      send: (event: RequestOf<'TransactionEvent'>) => {
        this.#queue.push(this.#online ? event : { ...event, offline: true });
        void this.#flush();
      },
      statusChanged: () => void this.#reportChanges().catch(ignore),
      ended: () => {
        if (this.#resetDue && this.sessions.every(({ transactionId }) => transactionId === undefined)) void this.#reboot('ScheduledReset');
      },
    };
    this.sessions = Object.keys(EVSES).map((id) => new StationSession(Number(id), surroundings));
  }

  /** Serves the stimuli of a station. @returns where */
  async listen(): Promise<string> {
    this.#control = await StimuliServer.listen(this.#stimuli);
    return this.#control.url;
  }

  /** Switches it on. @param url OCPP-J endpoint of the CSMS */
  start(url: string): void {
    this.#url = url;
    this.#run('PowerUp');
  }

  async stop(): Promise<void> {
    this.#control?.close();
    await this.#switchOff();
  }

  get #online(): boolean {
    return this.#client?.state === RPCClient.OPEN && this.#registration === 'Accepted';
  }

  async #switchOff(): Promise<void> {
    const client = this.#client;
    this.#life.abort();
    clearInterval(this.#heartbeat);
    this.#registration = undefined;
    this.#resetDue = false;
    this.#client = undefined;
    await client?.close({ code: 1000 });
  }

  #run(reason: Reason): void {
    this.#life = new AbortController();
    this.#reported.clear();
    this.#dial(0, this.#life.signal)
      .then(() => this.#boot(reason))
      .catch(ignore);
  }

  /** Tries until there is a connection, waiting longer each time (Part 4, 5.3). */
  async #dial(pauses: number, signal: AbortSignal): Promise<void> {
    const variable = (name: string) => Number(this.variables.value(`OCPPCommCtrlr.${name}`));
    for (let pause = pauses; ; pause++) {
      const doublings = Math.min(pause - 1, variable('RetryBackOffRepeatTimes'));
      if (pause > 0) await wait(variable('RetryBackOffWaitMinimum') * 1000 * 2 ** doublings, undefined, { signal });
      if (await this.#connect(signal)) return;
    }
  }

  async #connect(signal: AbortSignal): Promise<boolean> {
    const { identity, password, defect = {} } = this.#options;
    const protocols = (this.#connections > 0 && defect.offers) || ['ocpp2.0.1'];
    const client = new RPCClient({
      endpoint: this.#url,
      identity,
      password,
      protocols,
      strictMode: protocols.length > 0,
      strictModeValidators: [],
      reconnect: false,
      callTimeoutMs: 30_000,
      wsOpts: { handshakeTimeout: 1500 },
    } as unknown as ConstructorParameters<typeof RPCClient>[0]);
    tamper(client, defect);
    client.on('badMessage', ignore);
    for (const [action, handler] of Object.entries(this.#handlers))
      client.handle(action, async ({ params }) => this.#answer(action as Action, params ?? {}, handler as (request: object) => object));
    try {
      await client.connect();
    } catch {
      return false;
    }
    this.#client = client;
    this.#connections++;
    client.on('disconnect', () => {
      if (!signal.aborted) void this.#reconnect(signal).catch(ignore);
    });
    if (signal.aborted) await client.close({ code: 1000 });
    return !signal.aborted;
  }

  async #reconnect(signal: AbortSignal): Promise<void> {
    const since = Date.now();
    await this.#dial(1, signal);
    if (this.#registration !== 'Accepted') return this.#boot('Unknown');
    if (Date.now() - since > Number(this.variables.value('OCPPCommCtrlr.OfflineThreshold')) * 1000) this.#reported.clear();
    await this.#reportChanges();
    await this.#flush();
  }

  async #boot(reason: Reason): Promise<void> {
    const { signal } = this.#life;
    const { status, interval } = await this.#call('BootNotification', {
      reason,
      chargingStation: { model: 'Small', vendorName: 'ocpp-rpc', serialNumber: 'SN-0001' },
    });
    this.#registration = status;
    if (status !== 'Accepted') {
      const told = new Promise<Reason>((resolve) => {
        this.#triggered = () => resolve('Triggered');
      });
      return this.#boot(await Promise.race([told, wait((interval || 10) * 1000, reason, { signal })]));
    }
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => void this.#call('Heartbeat', {}).catch(ignore), (interval || 60) * 1000);
    await this.#reportChanges();
    await this.#call('SecurityEventNotification', { type: 'StartupOfTheDevice', timestamp: new Date().toISOString() });
    await this.#flush();
  }

  async #reboot(reason: Reason): Promise<void> {
    await this.#flush();
    await this.#switchOff();
    this.#run(reason);
  }

  #call<A extends Action>(action: A, request: RequestOf<A>): Promise<ResponseOf<A>> {
    if (!this.#client) return Promise.reject(new Error('not connected'));
    return this.#client.call(action, request) as Promise<ResponseOf<A>>;
  }

  /** Delivers TransactionEvents in their order; what cannot be delivered waits for the next connection. */
  #flush(): Promise<void> {
    this.#flushing ??= this.#deliver()
      .catch(ignore)
      .finally(() => {
        this.#flushing = undefined;
      });
    return this.#flushing;
  }

  async #deliver(): Promise<void> {
    for (let event = this.#queue[0]; event && this.#online; event = this.#queue[0]) {
      await this.#call('TransactionEvent', event);
      this.#queue.shift();
    }
  }

  #statusOf({ evseId, connectorId }: Connector): Status {
    const session = this.sessions.find((one) => one.evseId === evseId);
    if (session?.plugged === connectorId) return 'Occupied';
    const outOfService = [`${evseId}.${connectorId}`, `${evseId}`, ''].some((place) => this.inoperative.has(place));
    return outOfService && session?.transactionId === undefined ? 'Unavailable' : 'Available';
  }

  /** Tells of the connectors whose status is not the one that was told last. */
  async #reportChanges(): Promise<void> {
    for (const connector of CONNECTORS) {
      const connectorStatus = this.#statusOf(connector);
      const { evseId, connectorId } = connector;
      const key = `${evseId}.${connectorId}`;
      this.variables.setState({ id: evseId, connectorId }, connectorStatus);
      if (this.#reported.get(key) === connectorStatus || !this.#online) continue;
      this.#reported.set(key, connectorStatus);
      await this.#call('StatusNotification', { timestamp: new Date().toISOString(), evseId, connectorId, connectorStatus });
    }
  }

  async #report(requestId: number, rows: readonly Row[]): Promise<void> {
    const parts = Math.ceil(rows.length / PART);
    for (let seqNo = 0; seqNo < parts; seqNo++) {
      const reportData = rows.slice(seqNo * PART, (seqNo + 1) * PART).map(reported);
      const generatedAt = new Date().toISOString();
      await this.#call('NotifyReport', { requestId, generatedAt, seqNo, tbc: seqNo + 1 < parts, reportData: reportData as never });
    }
  }

  #answer(action: Action, request: object, handler: (request: object) => object): object {
    if (this.#registration === 'Rejected') throw refused();
    const pending = this.#registration === 'Pending';
    if (pending && (action === 'RequestStartTransaction' || action === 'RequestStopTransaction')) return { status: 'Rejected' };
    return handler(request);
  }

  readonly #handlers: Handlers = {
    GetVariables: (request) => this.variables.get(request),
    SetVariables: (request) => this.variables.set(request),
    GetBaseReport: ({ requestId, reportBase }) => {
      const rows = this.variables.base(reportBase);
      later(() => this.#report(requestId, rows));
      return { status: 'Accepted' };
    },
    GetReport: (request) => {
      const rows = this.variables.custom(request);
      if (!rows) return { status: 'NotSupported' };
      if (rows.length === 0) return { status: 'EmptyResultSet' };
      later(() => this.#report(request.requestId, rows));
      return { status: 'Accepted' };
    },
    Reset: ({ type, evseId }) => {
      const busy = this.sessions.filter(({ transactionId }) => transactionId !== undefined);
      // This station has no EVSEs that start anew by themselves (B11.FR.09).
      if (evseId !== undefined) return { status: 'Rejected' };
      this.#resetDue = type === 'OnIdle' && busy.length > 0;
      if (this.#resetDue) return { status: 'Scheduled' };
      later(() => {
        for (const session of busy) session.reset();
        return this.#reboot('RemoteReset');
      });
      return { status: 'Accepted' };
    },
    ChangeAvailability: ({ operationalStatus, evse }) => {
      const place = evse === undefined ? '' : evse.connectorId === undefined ? `${evse.id}` : `${evse.id}.${evse.connectorId}`;
      const concerned = this.sessions.filter(({ evseId }) => evse === undefined || evse.id === evseId);
      if (operationalStatus === 'Inoperative') this.inoperative.add(place);
      else this.inoperative.delete(place);
      later(() => this.#reportChanges());
      const scheduled = operationalStatus === 'Inoperative' && concerned.some(({ transactionId }) => transactionId !== undefined);
      return { status: scheduled ? 'Scheduled' : 'Accepted' };
    },
    SetNetworkProfile: () => ({ status: 'Rejected' }),
    TriggerMessage: ({ requestedMessage, evse }) => {
      if (requestedMessage === 'BootNotification') {
        // F06.FR.17
        if (this.#registration === 'Accepted') return { status: 'Rejected' };
        later(async () => this.#triggered?.());
        return { status: 'Accepted' };
      }
      if (requestedMessage === 'Heartbeat') later(() => this.#call('Heartbeat', {}));
      else if (requestedMessage === 'StatusNotification') {
        for (const key of this.#reported.keys()) if (evse === undefined || key.startsWith(`${evse.id}.`)) this.#reported.delete(key);
        later(() => this.#reportChanges());
      } else return { status: 'NotImplemented' };
      return { status: 'Accepted' };
    },
    RequestStartTransaction: ({ evseId = 1, idToken, remoteStartId }) => {
      const session = this.sessions.find((one) => one.evseId === evseId);
      if (!session || session.transactionId !== undefined) return { status: 'Rejected' };
      later(async () => {
        const asks = this.variables.value('AuthCtrlr.AuthorizeRemoteStart') === 'true';
        if (!asks || (await this.#call('Authorize', { idToken })).idTokenInfo.status === 'Accepted')
          session.remoteStart(idToken, remoteStartId);
      });
      return { status: 'Accepted' };
    },
    RequestStopTransaction: ({ transactionId }) => {
      const session = this.sessions.find((one) => one.transactionId === transactionId);
      if (!session) return { status: 'Rejected' };
      later(async () => session.remoteStop());
      return { status: 'Accepted' };
    },
    GetTransactionStatus: ({ transactionId }) => ({
      messagesInQueue: this.#queue.length > 0,
      ...(transactionId === undefined
        ? {}
        : { ongoingIndicator: this.sessions.some((session) => session.transactionId === transactionId) }),
    }),
  };

  readonly #stimuli: Stimuli = {
    'power-cycle': () => {
      void this.#switchOff().then(() => this.#run('PowerUp'));
      return undefined;
    },
    park: nothing,
    leave: nothing,
    'plug-in': ({ evseId, connectorId }) => this.#at(evseId, (session) => session.plugIn(connectorId)),
    unplug: ({ evseId }) => this.#at(evseId, (session) => session.unplug()),
    'present-token': ({ evseId, idToken, type }) => this.#at(evseId, (session) => void session.present({ idToken, type }).catch(ignore)),
  };

  #at(evseId: number, act: (session: StationSession) => void): Outcome {
    const session = this.sessions.find((one) => one.evseId === evseId);
    if (!session) return { outcome: 'unsupported', note: `there is no EVSE ${evseId}` };
    act(session);
    return { outcome: 'done' };
  }
}

/** What a connection that has gone away leaves undone is done on the next one. */
const ignore = (): void => {};
const nothing = (): undefined => undefined;

/** After the answer that is being given has been sent. */
function later(task: () => Promise<unknown>): void {
  setImmediate(() => void task().catch(ignore));
}
