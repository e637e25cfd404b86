import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { TestPki } from '../pki/test-pki.ts';
import type { PlayedStation } from '../scenario/played.ts';
import type { Station } from '../station/station.ts';
import type { Interceptor, Outcome } from '../wire/rpc.ts';

/** The simulated station, played against a CSMS. */
export class StationPlayer implements PlayedStation {
  readonly party = 'station';
  readonly station: Station;
  readonly #pki: () => Promise<TestPki>;

  constructor(station: Station, pki: () => Promise<TestPki>) {
    this.station = station;
    this.#pki = pki;
  }

  get interceptors(): Interceptor[] {
    return this.station.interceptors;
  }

  get connected(): boolean {
    return this.station.connected;
  }

  get busy(): boolean {
    return this.station.busy;
  }

  idle(): Promise<void> {
    return this.station.idle();
  }

  send(action: Action, partial: Payload): Promise<Outcome> {
    return this.station.send(action, partial);
  }

  sendFrame(text: string): void {
    this.station.sendFrame(text);
  }

  closeConnection(): void {
    this.station.disconnect({ reconnect: true });
  }

  async stimulate(name: string, parameters: Record<string, unknown>): Promise<void> {
    await this.station.stimulate(name as never, parameters);
  }

  setVariable(component: string, variable: string, instance: string | undefined, value: string): void {
    this.station.variables.set(`${component}.${variable}${instance === undefined ? '' : `[${instance}]`}`, value);
  }

  hold(): () => void {
    return this.station.hold();
  }

  goOffline(): void {
    this.station.goOffline();
  }

  goOnline(): void {
    this.station.goOnline();
  }

  async attemptConnection(overrides: Record<string, unknown>): Promise<void> {
    const texts = Object.entries(overrides).map(([name, value]) => [name, value === undefined ? undefined : String(value)] as const);
    const options = Object.fromEntries(texts.map(([name, text]) => [name, name === 'subprotocols' ? listIn(text) : text]));
    const { 'tls.version': version, 'tls.cipher': cipher, extensions } = options as Record<string, string | undefined>;
    const tlsLimits = { ...(version ? { version } : {}), ...(cipher ? { cipher } : {}) };
    // What came of it is in the trace, whether it is a connection or not.
    await this.station.connectOnce({ ...options, tlsLimits, deflate: extensions === 'permessage-deflate' }).catch(() => {});
  }

  async presentCertificate(name: string): Promise<void> {
    if (name === 'none') return this.station.loseCertificate();
    const { chain, key, ciphers } = await (await this.#pki()).named(name);
    this.station.useCertificate(chain, key, ciphers);
  }
}

const listIn = (text: string | undefined): string[] => (text ?? '').split(',').map((one) => one.trim());
