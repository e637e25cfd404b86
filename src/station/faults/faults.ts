import { randomUUID } from 'node:crypto';
import type { ConnectOptions } from '../../wire/client.ts';
import type { Interceptor, RpcOptions } from '../../wire/rpc.ts';
import type { Fault } from './fault.ts';
import { type FaultName, STATION_FAULTS } from './index.ts';

/** The faults of one station. */
export class Faults {
  readonly #names: ReadonlySet<FaultName>;

  /** @throws RangeError naming a fault that does not exist */
  constructor(names: readonly string[]) {
    for (const name of names) if (!(name in STATION_FAULTS)) throw new RangeError(`faults: the station has no fault ${name}`);
    this.#names = new Set(names as FaultName[]);
  }

  get names(): FaultName[] {
    return [...this.#names];
  }

  has(name: FaultName): boolean {
    return this.#names.has(name);
  }

  get interceptors(): Interceptor[] {
    return this.names.flatMap((name) => (STATION_FAULTS[name] as Fault).interceptor ?? []);
  }

  messageIds(): Pick<RpcOptions, 'messageId'> {
    if (this.has('message-id-reused')) return { messageId: () => 'always-the-same' };
    return this.has('message-id-too-long') ? { messageId: () => `${randomUUID()}-${randomUUID()}` } : {};
  }

  connectOptions(options: ConnectOptions): ConnectOptions {
    const { identity, password = '' } = options;
    if (this.has('wrong-subprotocol-offered')) return { ...options, subprotocols: ['ocpp1.6'] };
    if (this.has('username-differs')) return { ...options, username: `${identity}-other` };
    if (this.has('basic-header-malformed')) return { ...options, authorization: `Basic ${Buffer.from(password).toString('base64')}` };
    return options;
  }
}
