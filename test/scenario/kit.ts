import type { Payload } from '../../src/ocpp/frame.ts';
import { otherParty, type Party } from '../../src/ocpp/party.ts';
import { CaseRun, type Outcome } from '../../src/scenario/case-run.ts';
import type { Carried, Driver } from '../../src/scenario/driver.ts';
import type { Environment } from '../../src/scenario/environment.ts';
import { linesOf, readScenario } from '../../src/scenario/read-scenario.ts';
import type { Line, Step } from '../../src/scenario/script.ts';
import type { ScenarioSettings } from '../../src/scenario/settings.ts';
import type { Upkeep } from '../../src/scenario/upkeep/upkeep.ts';
import { VOCABULARY } from '../../src/scenario/vocabulary.ts';
import type { StimulusName, StimulusParameters } from '../../src/stimuli/stimuli.ts';
import { type Clock, wait } from '../../src/time/clock.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';
import { Trace } from '../../src/trace/trace.ts';
import { scenariosOf } from '../architecture/features.ts';
import { loadSteps } from '../architecture/steps.ts';
import { error, result, time } from '../rules/kit.ts';
import { FakeCsms, FakeStation, type Replies } from './party.ts';
import { Wire } from './wire.ts';

await loadSteps();

/** When every dialogue begins. */
const START = Date.parse(time(0));

export const SETTINGS: ScenarioSettings = {
  identity: 'CS1',
  evses: [
    { id: 1, connectors: [1] },
    { id: 2, connectors: [1] },
  ],
  evseId: 1,
  connectorId: 1,
  txStartPoint: ['EVConnected', 'Authorized'],
  txStopPoint: ['EVConnected'],
  authorization: 'local',
  parkingBaySensor: false,
  fixedCable: false,
  masterPassGroupId: 'MASTERPASS',
  timeouts: { reply: 30, message: 60, boot: 300, operation: 900 },
  tolerance: 4,
};

export const TOKEN = { idToken: '04A1', type: 'ISO14443' };

const NAMES: readonly (readonly [string, unknown])[] = [
  ['valid idToken', TOKEN],
  ['EVSE', 1],
  ['connector', 1],
  ['heartbeat interval', 60],
  ['transaction duration', 30],
  ['tolerance', 4],
];

/** What the SUT answers to a request: a payload, an error code, or nothing at all. */
type Answer = Payload | string | undefined;

/** The system under test of a dialogue: literal frames, and nothing that thinks. */
export class Sut implements Driver {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly #dialogue: DialogueOptions;
  /** Requests of the played party, oldest first. */
  readonly heard: { id: string; action: string; payload: Payload }[] = [];
  /** What the played party answered, by message id. */
  readonly answered = new Map<string, unknown[]>();

  constructor(wire: Wire, clock: Clock, dialogue: DialogueOptions) {
    this.wire = wire;
    this.clock = clock;
    this.#dialogue = dialogue;
    wire.hears = (text) => this.#hear(text);
  }

  say(text: string, seconds = 0): void {
    this.wire.sayAfter(seconds, text);
  }

  async stimulate(name: StimulusName, parameters: StimulusParameters): Promise<Carried> {
    this.#dialogue.stimuli?.[name]?.(this, parameters);
    const seconds = this.#dialogue.takes?.[name];
    if (seconds) await wait(this.clock, seconds * 1000);
    return this.#dialogue.carried?.[name] ?? { outcome: 'done', carrier: 'test' };
  }

  #hear(text: string): void {
    let frame: unknown[] = [];
    try {
      frame = JSON.parse(text) as unknown[];
    } catch {
      this.#dialogue.garbage?.(this, text);
      return;
    }
    const [type, id, action, payload] = frame as [number, string, string, Payload];
    if (type !== 2) this.answered.set(id, frame);
    else {
      this.heard.push({ id, action, payload });
      const answer = this.#dialogue.answers?.[action]?.(payload, this);
      if (typeof answer === 'string') this.say(error(id, answer));
      else if (answer) this.say(result(id, answer));
    }
  }
}

export interface DialogueOptions {
  /** The station unless given. */
  sut?: Party;
  /** What the SUT does as soon as it is connected. */
  begin?: (sut: Sut, played: FakeCsms | FakeStation) => void;
  /** What it answers to requests; what is not mentioned is never answered. */
  answers?: Record<string, (request: Payload, sut: Sut) => Answer>;
  /** What it does when people do something to it. */
  stimuli?: { [S in StimulusName]?: (sut: Sut, parameters: StimulusParameters) => void };
  /** How many seconds people take for it. */
  takes?: { [S in StimulusName]?: number };
  /** How a stimulus ended, if it was not done. */
  carried?: { [S in StimulusName]?: Carried };
  /** What it does with texts that are not JSON. */
  garbage?: (sut: Sut, text: string) => void;
  /** What the played party replies by itself. */
  replies?: Replies;
  settings?: Partial<ScenarioSettings>;
  names?: Record<string, unknown>;
  find?: Environment['find'];
  ready?: () => Promise<void>;
  close?: () => Promise<void>;
  requirements?: string[];
  strict?: boolean;
  lasting?: boolean;
  upkeep?: Upkeep;
  signal?: AbortSignal;
  crashes?: unknown[];
}

export interface Played extends Outcome {
  run: CaseRun;
  sut: Sut;
  played: FakeCsms | FakeStation;
  trace: Trace;
  clock: VirtualClock;
  /** `code requirement`, `expected`, `actual` of the findings, in their order. */
  told: string[];
}

/** The lines of a scenario, as they stand in `x.feature` from line 3 on. */
export function linesIn(text: string): Line[] {
  const [scenario] = scenariosOf({ path: 'x.feature', text: `Feature: X\nScenario: X\n${text.replace(/^\n/, '')}` });
  return scenario ? linesOf(scenario.pickle, scenario.document, 'x.feature') : [];
}

/** @throws FeatureError */
export const stepsIn = (text: string): Step[] => readScenario(linesIn(text), VOCABULARY);

/** What is on the wire arrives. */
const arrival = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

/** Everything that a dialogue stands on, and both parties. */
export function environmentFor(options: DialogueOptions): {
  environment: Environment;
  sut: Sut;
  played: FakeCsms | FakeStation;
  clock: VirtualClock;
} {
  const { sut: party = 'station', settings, names, find, ready, close, lasting, upkeep, signal, crashes } = options;
  const clock = new VirtualClock(START);
  const trace = new Trace(() => clock.now());
  const wire = new Wire(clock, trace, otherParty(party));
  const sut = new Sut(wire, clock, options);
  const played =
    party === 'station' ? new FakeCsms(wire, clock, options.replies ?? {}) : new FakeStation(wire, clock, options.replies ?? {});
  const environment: Environment = {
    sut: party,
    clock,
    trace,
    driver: sut,
    settings: { ...SETTINGS, ...settings },
    names: new Map([...NAMES, ...Object.entries(names ?? {})]),
    played,
    crashes: crashes ?? played.crashes,
    ...(find ? { find } : {}),
    ...(lasting === undefined ? {} : { lasting }),
    ...(upkeep ? { upkeep } : {}),
    ...(signal ? { signal } : {}),
    useSecurityProfile: () => {},
    open: async () => {
      played.connect(true);
      options.begin?.(sut, played);
    },
    ready: ready ?? (async () => {}),
    close: close ?? (async () => {}),
  };
  return { environment, sut, played, clock };
}

/** Plays a dialogue to its end on a virtual clock, without simulators and sockets. */
export async function play(text: string, options: DialogueOptions = {}): Promise<Played> {
  const { environment, sut, played, clock } = environmentFor(options);
  const { trace } = environment;
  const { requirements = ['B01.FR.01'] } = options;
  const steps = stepsIn(text);
  const run = new CaseRun(environment, steps, requirements);
  try {
    for (const _ of steps) await run.next();
  } catch {
    // The run knows what stopped it, and judges.
  }
  const outcome = await run.finish(options.strict ?? false);
  await arrival();
  const told = outcome.findings.map(({ code, requirement, expected, actual }) => `${code} ${requirement}: ${expected}, but ${actual}`);
  return { ...outcome, run, sut, played, trace, clock, told };
}
