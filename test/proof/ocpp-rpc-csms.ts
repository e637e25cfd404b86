import { createRPCError, type RPCClient, RPCServer } from 'ocpp-rpc';
import type { Action, RequestOf } from '../../src/ocpp/action.ts';
import type { ComponentType, VariableType } from '../../src/ocpp/generated/messages.ts';
import { type Handlers, type Outcome, type Stimuli, StimuliServer, type Tampering, tamper } from './peer.ts';

export interface CsmsOptions {
  identity: string;
  password: string;
  /** idTokens that are accepted. */
  tokens: readonly string[];
  defect?: CsmsDefect;
}

/** A planted defect of the CSMS. */
export interface CsmsDefect extends Tampering {
  /** It completes the opening handshake without a subprotocol. */
  namesNoSubprotocol?: boolean;
}

type Status = 'Accepted' | 'Pending' | 'Rejected';
type Payload = Record<string, unknown>;
type VariableValue = { component: ComponentType; variable: VariableType; attributeValue?: string };

/** Before the next BootNotification of a station that is not accepted, in seconds. */
const RETRY = 2;
const PATH = '/ocpp';

/** A small CSMS of OCPP 2.0.1 for one station that shares nothing with ocppspec. */
export class OcppRpcCsms {
  readonly #options: CsmsOptions;
  readonly #server: RPCServer;
  readonly #variables = new Map<string, string>();
  #client: RPCClient | undefined;
  #control: StimuliServer | undefined;
  #port = 0;
  #status: Status = 'Accepted';
  #nextStatus: Status = 'Accepted';
  #triggered = false;
  #lastId = 0;

  constructor(options: CsmsOptions) {
    this.#options = options;
    const protocols = options.defect?.namesNoSubprotocol ? [] : ['ocpp2.0.1'];
    this.#server = new RPCServer({ protocols, strictMode: protocols.length > 0, callTimeoutMs: 30_000 } as never);
    this.#server.auth((accept, reject, { endpoint, identity, password, protocols: offered }) => {
      if (endpoint !== PATH || identity !== options.identity) return reject(404, 'Not Found');
      if (password?.toString() !== options.password) return reject(401, 'Unauthorized');
      if (protocols.length > 0 && !offered.has('ocpp2.0.1')) return reject(400, 'No common subprotocol');
      accept();
    });
    this.#server.on('client', (client: RPCClient) => this.#welcome(client));
  }

  async start(): Promise<this> {
    const server = await this.#server.listen(0, '127.0.0.1');
    this.#port = (server.address() as { port: number }).port;
    this.#control = await StimuliServer.listen(this.#stimuli);
    return this;
  }

  /** OCPP-J endpoint. */
  get url(): string {
    return `ws://127.0.0.1:${this.#port}${PATH}`;
  }

  get control(): string {
    return this.#control?.url ?? '';
  }

  async stop(): Promise<void> {
    this.#control?.close();
    await this.#server.close({ force: true });
  }

  #welcome(client: RPCClient): void {
    this.#client = client;
    tamper(client, this.#options.defect ?? {});
    client.on('badMessage', ignore);
    for (const [action, handler] of Object.entries(this.#handlers))
      client.handle(action, async ({ params }) => {
        if (action !== 'BootNotification' && this.#status !== 'Accepted' && !this.#triggered)
          throw createRPCError('SecurityError', 'the station has not been accepted', {});
        return (handler as (request: unknown) => object)(params);
      });
  }

  /** B01.FR.10, B02.FR.09, B03.FR.07: what a station may do depends on the answer to its BootNotification. */
  #boot(): { status: Status; interval: number; currentTime: string } {
    this.#status = this.#nextStatus;
    this.#nextStatus = 'Accepted';
    this.#triggered = false;
    return { status: this.#status, interval: this.#status === 'Accepted' ? 60 : RETRY, currentTime: new Date().toISOString() };
  }

  #judge({ idToken }: RequestOf<'Authorize'>['idToken']): { status: 'Accepted' | 'Unknown' } {
    return { status: this.#options.tokens.includes(idToken) ? 'Accepted' : 'Unknown' };
  }

  readonly #handlers: Handlers = {
    BootNotification: () => this.#boot(),
    Heartbeat: () => ({ currentTime: new Date().toISOString() }),
    StatusNotification: empty,
    SecurityEventNotification: empty,
    NotifyEvent: empty,
    MeterValues: empty,
    ReservationStatusUpdate: empty,
    DataTransfer: () => ({ status: 'UnknownVendorId' }),
    Authorize: ({ idToken }) => ({ idTokenInfo: this.#judge(idToken) }),
    TransactionEvent: ({ idToken }) => (idToken ? { idTokenInfo: this.#judge(idToken) } : {}),
    NotifyReport: ({ reportData = [] }) => {
      for (const { component, variable, variableAttribute } of reportData)
        for (const { type = 'Actual', value } of variableAttribute) if (type === 'Actual') this.#learn(component, variable, value);
      return {};
    },
  };

  #learn(component: ComponentType, variable: VariableType, value: string | undefined): void {
    if (value !== undefined) this.#variables.set(`${component.name}.${variable.name}`, value);
  }

  readonly #stimuli: Stimuli = {
    send: ({ action, payload }: { action: Action; payload: Payload }) => {
      if (this.#status !== 'Rejected') void this.#send(action, payload).catch(ignore);
      return undefined;
    },
    'set-registration': ({ status }: { status: Status }) => {
      this.#nextStatus = status;
      return undefined;
    },
    show: ({ what, expected }: { what: string; expected: string }): Outcome => {
      const shown = this.#variables.get(what);
      return shown === expected ? { outcome: 'done' } : { outcome: 'denied', note: `${what} is ${shown}` };
    },
  };

  #ids(action: Action): Payload {
    if (action === 'GetBaseReport' || action === 'GetReport') return { requestId: ++this.#lastId };
    return action === 'RequestStartTransaction' ? { remoteStartId: ++this.#lastId } : {};
  }

  /** Sends what the operator asks for, with the ids that the operator does not care about. */
  async #send(action: Action, payload: Payload): Promise<void> {
    const request = { ...this.#ids(action), ...inItsOwnOrder(payload) };
    if (action === 'TriggerMessage') this.#triggered = true;
    const response = (await this.#client?.call(action, request)) as Payload | undefined;
    for (const { component, variable, attributeValue } of (response?.getVariableResult ?? []) as VariableValue[])
      this.#learn(component, variable, attributeValue);
    const asked = (request.setVariableData ?? []) as VariableValue[];
    const results = (response?.setVariableResult ?? []) as { attributeStatus: string }[];
    for (const [index, { component, variable, attributeValue }] of asked.entries())
      if (results[index]?.attributeStatus === 'Accepted') this.#learn(component, variable, attributeValue);
  }
}

/** Nobody has told a CSMS in which order to name variables. */
const inItsOwnOrder = (payload: Payload): Payload =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, LISTS.has(name) ? (value as unknown[]).toReversed() : value]));
const LISTS: ReadonlySet<string> = new Set(['getVariableData', 'setVariableData']);

const empty = () => ({});
const ignore = (): void => {};
