import type { Action, RequestOf } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { BootReasonEnumType } from '../ocpp/generated/messages.ts';
import type { StimulusParameters } from '../stimuli/stimuli.ts';
import type { Clock } from '../time/clock.ts';
import type { ConnectOptions } from '../wire/client.ts';
import type { Link } from '../wire/link.ts';
import type { Interceptor, Outcome } from '../wire/rpc.ts';
import { buildCore } from './build.ts';
import { compose } from './compose.ts';
import type { StationConfig } from './config.ts';
import type { Core } from './core.ts';
import type { Variables } from './device-model/variables.ts';
import { learn } from './learn.ts';
import { Life } from './life.ts';
import type { Changes } from './merge.ts';
import type { ConnectionWatcher } from './network/dialer.ts';
import { type StationState, stateOf } from './state.ts';
import { applyStimulus } from './stimuli.ts';

export interface StationOptions {
  config: StationConfig;
  clock: Clock;
  /** Names of violations to commit, from STATION_FAULTS. */
  faults?: readonly string[];
  /** Hears of exceptions within the station, which are bugs of the simulator; prints them unless told otherwise. */
  crashed?(error: unknown): void;
}

/**
 * A complete simulated charging station. It does by itself whatever the specification makes a station do; scripts see and
 * change what it sends through `interceptors`, and send what they like through `send`.
 */
export class Station {
  readonly #core: Core;

  /** @throws Error naming what is wrong with the configuration or the faults */
  constructor({ config, clock, faults = [], crashed = report }: StationOptions) {
    this.#core = buildCore(config, clock, faults, crashed);
    const reboot: Core['reboot'] = (reason) => this.#restart(reason);
    this.#core.reboot = reboot;
  }

  /** See and may change what the station sends; in the order of the list, which may be altered at any time. */
  get interceptors(): Interceptor[] {
    return this.#core.interceptors;
  }

  /** The device model, to read and to set as the station itself may. */
  get variables(): Variables {
    return this.#core.variables;
  }

  /** Something that the station has begun by itself is not finished: booting, connecting, a report, a reaction, queued messages. */
  get busy(): boolean {
    return this.#core.activity.busy;
  }

  get connected(): boolean {
    return this.#core.messages.online;
  }

  /** Resolves when it is no longer busy. */
  idle(): Promise<void> {
    return this.#core.activity.idle();
  }

  state(): StationState {
    return stateOf(this.#core);
  }

  /** Keeps uploads and updates from being done. @returns what lets them be done */
  hold(): () => void {
    return this.#core.work.hold();
  }

  /** Boots, unless the station is on. */
  powerOn(): void {
    if (this.#core.life.over) this.#boot('PowerUp');
  }

  /** Cuts the power. What is persistent remains. */
  powerOff(): void {
    this.#core.connection.drop();
    this.#core.life.end();
  }

  /**
   * Does to the station what people do; resolves when it is done, not when the station has reacted (see `idle`).
   * @param name a stimulus of src/stimuli/stimuli.ts whose party is the station
   * @returns what there is to see, if it is not what the stimulus looks for
   * @throws StimulusError naming a parameter that is missing or wrong
   */
  async stimulate(name: string, parameters: StimulusParameters = {}): Promise<string | undefined> {
    if (name !== 'power-cycle') return applyStimulus(this.#core, name, parameters);
    const { config, transactions, transactionQueue } = this.#core;
    if (config.capabilities.backupPower) {
      transactions.powerLost();
      await transactionQueue.drain();
    }
    this.powerOff();
    this.powerOn();
    return undefined;
  }

  /** A request that fits what is going on, changed as asked. @throws RangeError if a station does not send such a request */
  compose(action: Action, changes: Changes = {}): Payload {
    return compose(this.#core, action, changes);
  }

  /**
   * Sends a request whatever the station would do by itself, and lives with what was sent.
   * @param changes what differs from the default: objects by name, arrays by index, `undefined` for what has to go
   */
  async send(action: Action, changes: Changes = {}): Promise<Outcome> {
    const request = this.compose(action, changes) as unknown as RequestOf<Action>;
    const outcome = await this.#core.messages.send(action, request);
    learn(this.#core, action, outcome);
    return outcome;
  }

  /** Puts a text on the wire as it is, valid or not. */
  sendFrame(text: string): void {
    this.#core.messages.sendRaw(text);
  }

  /** Identifies itself by another certificate (chain) from the next connection with security profile 3 on; PEM texts. */
  useCertificate(certificate: string, key: string, ciphers?: string): void {
    this.#core.persistent.credential = { certificate, key, ...(ciphers === undefined ? {} : { ciphers }) };
  }

  /** Has no certificate of its own to show any more. */
  loseCertificate(): void {
    delete this.#core.persistent.credential;
  }

  /** Makes one connection attempt in place of the station's own. @throws ConnectError saying at which stage it ended */
  connectOnce(overrides: Partial<ConnectOptions> = {}): Promise<Link> {
    return this.#core.connection.connectOnce(overrides);
  }

  /** Closes the connection. @param reconnect whether the station then connects again, as after a loss */
  disconnect({ reconnect }: { reconnect: boolean }): void {
    this.#core.connection.close(reconnect);
  }

  /** Loses the network. */
  goOffline(): void {
    this.#core.connection.cutOff();
  }

  /** Has the network back. */
  goOnline(): void {
    this.#core.connection.restore();
  }

  /** Hears of connections and attempts. @returns how to stop that */
  watch(watcher: ConnectionWatcher): () => void {
    return this.#core.connection.watch(watcher);
  }

  #restart(reason: BootReasonEnumType): void {
    const { connection, faults, life } = this.#core;
    if (!faults.has('migrates-without-disconnecting')) connection.close(false);
    life.end();
    this.#boot(reason);
  }

  #boot(reason: BootReasonEnumType): void {
    const core = this.#core;
    core.life = new Life(core.clock);
    core.activity.start(async () => {
      if (!(await core.life.wait(core.config.durations.boot))) return;
      core.variables.reboot();
      core.registration.begin(reason);
      core.networkProfiles.reboot();
      core.resets.reboot();
      core.transactions.reboot();
      core.reservations.reboot();
      core.localAuthorizationList.reboot();
      core.smartCharging.reboot();
      core.availability.reboot();
      core.displayMessages.reboot();
      core.authorizationCache.reboot();
      core.monitoring.reboot();
      core.firmware.reboot();
      core.logUploads.reboot();
      core.alignedData.restart();
      core.connection.start();
    });
  }
}

function report(error: unknown): void {
  console.error('the simulated station has a bug:', error);
}
