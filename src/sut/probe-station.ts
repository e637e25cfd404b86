import type { Csms } from '../csms/csms.ts';
import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { GetVariablesResponse, NotifyReportRequest } from '../ocpp/generated/messages.ts';
import { isWhole, partsOf, requestsOf, upgradeIn } from '../plan/probe/from-trace.ts';
import { readVariables, reportedVariables } from '../plan/probe/inventory.ts';
import { nothingSeen, type Observation } from '../plan/probe/observation.ts';
import { tellingVariables } from '../plan/probe/propose.ts';
import { type Clock, SECOND, wait } from '../time/clock.ts';
import { RealClock } from '../time/real-clock.ts';
import { Trace } from '../trace/trace.ts';
import type { Outcome } from '../wire/rpc.ts';
import { type ExternalOptions, NoContact } from './external.ts';
import { type ListenAddress, receive } from './reception.ts';
import { endpointName, Recording } from './recording.ts';

const BASES = ['FullInventory', 'ConfigurationInventory', 'SummaryInventory'] as const;
const TRIGGERED = ['MeterValues', 'TransactionEvent', 'LogStatusNotification', 'FirmwareStatusNotification', 'StatusNotification'];

/** Waits for a station as a run does, and looks at it: every request only reads, or has the station say how it is. */
export async function probeStation(options: ExternalOptions, address: ListenAddress): Promise<Observation> {
  const clock = new RealClock();
  const trace = new Trace(() => clock.now());
  const recording = new Recording('csms', trace);
  let csms: Csms | undefined;
  try {
    await receive(options, address, clock, {
      listening: (listening) => {
        csms = listening;
      },
      linked: (link, index) => recording.linked(link, endpointName(index)),
    });
    return await new Questions(csms as unknown as Csms, options, clock, trace).ask();
  } finally {
    await csms?.close();
  }
}

/** What a registered station is asked. */
class Questions {
  readonly #csms: Csms;
  readonly #options: ExternalOptions;
  readonly #clock: Clock;
  readonly #trace: Trace;
  readonly #seen = nothingSeen('station');
  #requestId = 0;

  constructor(csms: Csms, options: ExternalOptions, clock: Clock, trace: Trace) {
    this.#csms = csms;
    this.#options = options;
    this.#clock = clock;
    this.#trace = trace;
  }

  async ask(): Promise<Observation> {
    for (const reportBase of BASES) await this.#baseReport(reportBase);
    await this.#variables();
    const { evseId, connectorId } = this.#options.config;
    await this.#ask('GetLocalListVersion', {});
    await this.#ask('GetTransactionStatus', {});
    await this.#ask('GetInstalledCertificateIds', {});
    await this.#ask('GetReport', { requestId: this.#nextId(), componentCriteria: ['Problem'] });
    await this.#ask('GetChargingProfiles', {
      requestId: this.#nextId(),
      chargingProfile: { chargingProfilePurpose: 'TxDefaultProfile' },
    });
    await this.#ask('GetCompositeSchedule', { evseId: 0, duration: 60 });
    await this.#ask('GetMonitoringReport', { requestId: this.#nextId() });
    await this.#ask('GetDisplayMessages', { requestId: this.#nextId() });
    // Nobody's information, and nothing of it is cleared.
    const customer = { report: true, clear: false, customerIdentifier: 'ocppspec-probe' };
    await this.#ask('CustomerInformation', { requestId: this.#nextId(), ...customer });
    for (const requestedMessage of TRIGGERED)
      await this.#ask('TriggerMessage', { requestedMessage, evse: { id: evseId, connectorId } }, `TriggerMessage ${requestedMessage}`);
    const { entries } = this.#trace;
    const [boot] = requestsOf(entries, 'station', 'BootNotification').slice(-1);
    const upgrade = upgradeIn(entries);
    return { ...this.#seen, ...(boot ? { boot } : {}), ...(upgrade ? { upgrade } : {}) };
  }

  #nextId(): number {
    return ++this.#requestId;
  }

  async #ask(action: Action, payload: Payload, name: string = action): Promise<Outcome> {
    if (this.#options.signal?.aborted) throw new NoContact('interrupted before everything was asked');
    const outcome = await this.#csms.send(this.#options.config.identity, action, payload);
    this.#seen.answers[name] = answerOf(outcome);
    return outcome;
  }

  async #baseReport(reportBase: (typeof BASES)[number]): Promise<void> {
    const requestId = this.#nextId();
    await this.#ask('GetBaseReport', { requestId, reportBase }, `GetBaseReport ${reportBase}`);
    if (this.#seen.answers[`GetBaseReport ${reportBase}`] !== 'Accepted') return;
    const parts = await this.#reportParts(requestId);
    if (reportBase !== 'FullInventory') return;
    this.#seen.variables = reportedVariables(parts);
    this.#seen.complete = isWhole(parts);
  }

  /** All parts of a report, or those that have come when no more do. */
  async #reportParts(requestId: number): Promise<NotifyReportRequest[]> {
    const patience = this.#options.config.timeouts.message * SECOND;
    const parts = () => partsOf(this.#trace.entries, requestId);
    for (let count = -1; !isWhole(parts()) && parts().length > count; ) {
      count = parts().length;
      const another = new AbortController();
      const stop = this.#trace.watch(() => parts().length > count && another.abort());
      await wait(this.#clock, patience, another.signal);
      stop();
    }
    return parts();
  }

  /** What no report has told of the variables by which features show. */
  async #variables(): Promise<void> {
    const { seen, names } = { seen: this.#seen, names: tellingVariables().filter((name) => !/^(EVSE|Connector)\./.test(name)) };
    const open = names.filter((name) => !seen.variables.some((one) => one.name === name && one.value !== undefined));
    const getVariableData = open.map((name) => {
      const [component = '', variable = ''] = name.split('.');
      return { component: { name: component }, variable: { name: variable } };
    });
    if (getVariableData.length === 0) return;
    const outcome = await this.#ask('GetVariables', { getVariableData });
    if (outcome.kind !== 'result') return;
    const { variables, absent } = readVariables(outcome.payload as GetVariablesResponse);
    seen.variables.push(...variables.filter(({ path }) => !seen.variables.some((one) => one.path === path)));
    seen.absent.push(...absent);
  }
}

/** In one word. */
export function answerOf(outcome: Outcome): string {
  if (outcome.kind === 'error') return outcome.code;
  if (outcome.kind !== 'result') return 'no answer';
  const { status } = outcome.payload as Payload;
  return typeof status === 'string' ? status : 'answered';
}
