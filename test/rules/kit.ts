import { expect, test } from 'vitest';
import type { Payload } from '../../src/ocpp/frame.ts';
import type { UpgradeFacts } from '../../src/ocpp/handshake.ts';
import type { Party } from '../../src/ocpp/party.ts';
import type { Code } from '../../src/rules/catalogue.ts';
import type { Finding } from '../../src/rules/finding.ts';
import type { Rule, RuleSettings } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import type { Entry, EntryBody } from '../../src/trace/entry.ts';
import { Trace } from '../../src/trace/trace.ts';

const T0 = Date.parse('2026-03-01T12:00:00Z');
export const SETTINGS: RuleSettings = { messageTimeout: 30, tolerance: 5 };

/** The moment so many seconds after the beginning of every script. */
export const time = (seconds: number): string => new Date(T0 + seconds * 1000).toISOString();

export const call = (id: string, action: string, payload: Payload = {}): string => JSON.stringify([2, id, action, payload]);
export const result = (id: string, payload: Payload = {}): string => JSON.stringify([3, id, payload]);
export const error = (id: string, code: string, description = ''): string => JSON.stringify([4, id, code, description, {}]);

export const UPGRADE: UpgradeFacts = {
  path: '/ocpp/CS1',
  identity: 'CS1',
  offered: ['ocpp2.0.1'],
  selected: 'ocpp2.0.1',
  status: 101,
  credentials: { scheme: 'Basic', wellFormed: true, username: 'CS1', passwordLength: 20 },
};
export const BOOT: Payload = { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V' } };
/** A response to Heartbeat at that second. */
export const now = (seconds: number): Payload => ({ currentTime: time(seconds) });

type Connected = Partial<Omit<Extract<Entry, { kind: 'connected' }>, 'kind' | 'upgrade' | 'connection'>>;

/** A trace, written down as a play. Frames are literal texts. */
export class Script {
  readonly trace: Trace;
  /** Seconds since the beginning. */
  clock = 0;
  #connection = 0;
  #deliberate = false;

  constructor() {
    this.trace = new Trace(() => T0 + this.clock * 1000);
  }

  at(seconds: number): this {
    this.clock = seconds;
    return this;
  }

  connect(facts: Partial<UpgradeFacts> = {}, more: Connected = {}): this {
    this.#connection++;
    return this.append({ kind: 'connected', connection: this.#connection, upgrade: { ...UPGRADE, ...facts }, ...more });
  }

  /** Goes on with a connection that was made before. */
  on(connection: number): this {
    this.#connection = connection;
    return this;
  }

  close(by: Party, code = 1000, error?: string): this {
    return this.append({ kind: 'closed', connection: this.#connection, by, code, reason: '', ...(error ? { error } : {}) });
  }

  /** The next frame is wrong on purpose. */
  deliberately(): this {
    this.#deliberate = true;
    return this;
  }

  station(text: string): this {
    return this.frame('station', text);
  }

  csms(text: string): this {
    return this.frame('csms', text);
  }

  frame(from: Party, text: string): this {
    const deliberate = this.#deliberate;
    this.#deliberate = false;
    return this.append({ kind: 'frame', connection: this.#connection, from, text, ...(deliberate ? { deliberate } : {}) });
  }

  ping(from: Party): this {
    return this.append({ kind: 'ping', connection: this.#connection, from });
  }

  stimulus(name: string): this {
    return this.append({ kind: 'stimulus', connection: 0, name, parameters: {}, carrier: 'embedded', outcome: 'done' });
  }

  /** A CALL of a party and the CALLRESULT to it, at once. */
  exchange(from: Party, id: string, action: string, request: Payload = {}, response: Payload = {}): this {
    return this.frame(from, call(id, action, request)).frame(from === 'station' ? 'csms' : 'station', result(id, response));
  }

  /** A BootNotification and the response to it. */
  boot(status = 'Accepted', interval = 300, id = 'boot'): this {
    return this.exchange('station', id, 'BootNotification', BOOT, { ...now(this.clock), interval, status });
  }

  append(body: EntryBody): this {
    this.trace.append(body);
    return this;
  }

  get connection(): number {
    return this.#connection;
  }
}

/** A script that begins with a connection whose handshake showed exactly this. */
export const established = (upgrade: UpgradeFacts, more: Connected = {}): Script =>
  new Script().append({ kind: 'connected', connection: 1, upgrade, ...more }).on(1);

/** The usual handshake without one of its facts. */
export function without(fact: keyof UpgradeFacts, facts: Partial<UpgradeFacts> = {}): UpgradeFacts {
  const upgrade = { ...UPGRADE, ...facts };
  delete upgrade[fact];
  return upgrade;
}

/** A script that begins with a connection. */
export const open = (facts: Partial<UpgradeFacts> = {}, more: Connected = {}): Script => new Script().connect(facts, more);

export function findings(rules: readonly Rule[], { trace, clock }: Script, settings: RuleSettings = SETTINGS): Finding[] {
  const found: Finding[] = [];
  const run = runRules(rules, settings, (finding) => found.push(finding));
  for (const entry of trace.entries) run.see(entry);
  run.end(T0 + clock * 1000);
  return found;
}

/** The rule finds exactly this, and nothing else; several things where several are described. */
export function trips(code: Code, title: string, rule: Rule, script: Script, ...more: Partial<Finding>[]): void {
  test(`${code}: ${title}`, () => {
    expect(findings([rule], script)).toMatchObject((more.length > 0 ? more : [{}]).map((one) => ({ code, ...one })));
  });
}

/** The rule finds nothing in a trace that is close to one with that finding. */
export function passes(code: Code, title: string, rule: Rule, script: Script): void {
  test(`no ${code}: ${title}`, () => {
    expect(findings([rule], script)).toEqual([]);
  });
}
