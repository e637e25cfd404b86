import type { IdTokenType, LogEnumType } from '../ocpp/generated/messages.ts';
import { STIMULI, type StimulusName, type StimulusParameters } from '../stimuli/stimuli.ts';
import type { Core } from './core.ts';
import { look } from './display/view.ts';
import type { Connector, Evse } from './evses.ts';
import { identify } from './transactions/contract.ts';
import { obtainContractCertificate } from './transactions/contract-certificate.ts';
import { evseFor, present } from './transactions/driver.ts';

/** A stimulus that this station cannot be given; `field` is the parameter that is wrong, if it is one. */
export class StimulusError extends RangeError {
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** The stimuli that are done to a station. */
export const STATION_STIMULI = (Object.keys(STIMULI) as StimulusName[]).filter((name) => STIMULI[name].party === 'station');

/**
 * Does to the station what people do. It reacts on its own time: see Activity.
 * @returns what there is to see, if it is not what somebody looks for
 * @throws StimulusError naming what is missing or wrong
 */
export function applyStimulus(core: Core, name: string, parameters: StimulusParameters): string | undefined {
  const act = ACTS.get(name);
  if (!act) throw new StimulusError(`a station knows no stimulus ${name}`);
  check(name as StimulusName, parameters);
  return act(core, parameters) ?? undefined;
}

/** What this station tells of itself, whatever the CSMS has it monitor. */
const SELF_TEST_FAILED = { component: { name: 'ChargingStation' }, variable: { name: 'Problem' }, actualValue: 'true' };
const SELF_TEST_SEVERITY = 3;

// biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to tell
type Act = (core: Core, parameters: StimulusParameters) => string | undefined | void;

/** All but the power cycle, which is done to the whole station. */
const ACTS: ReadonlyMap<string, Act> = new Map(
  Object.entries<Act>({
    park: (core, parameters) => {
      const evse = evseIn(core, parameters);
      evse.parked = true;
      core.transactions.parked(core.transactions.session(evse));
    },
    leave: (core, parameters) => {
      const evse = evseIn(core, parameters);
      evse.parked = false;
      core.transactions.left(core.transactions.session(evse));
    },
    'plug-in': (core, parameters) => plugIn(core, parameters, false),
    'plug-in-contract': (core, parameters) => {
      plugIn(core, parameters, false);
      core.activity.start(() => identify(core, evseIn(core, parameters)));
    },
    'plug-in-contract-install': (core, parameters) => plugInWithoutContract(core, parameters, 'Install'),
    'plug-in-contract-update': (core, parameters) => plugInWithoutContract(core, parameters, 'Update'),
    'plug-in-badly': (core, parameters) => plugIn(core, parameters, true),
    unplug: (core, parameters) => {
      const evse = evseIn(core, parameters);
      unplugAtEv(core, evse);
      // Whoever takes out the other end first finds out whether the station lets go of this one.
      const stuck = core.faults.has('cable-never-unlocked');
      for (const connector of evse.connectors) {
        if (connector.occupied && !connector.locked && !(stuck && connector.hasLock)) connector.unplug();
      }
      settle(core);
    },
    'unplug-at-ev': (core, parameters) => {
      unplugAtEv(core, evseIn(core, parameters));
      settle(core);
    },
    'ev-not-ready': (core, parameters) => core.transactions.suspended(core.transactions.session(evseIn(core, parameters))),
    'ev-stop': (core, parameters) => core.transactions.stoppedByEv(core.transactions.session(evseIn(core, parameters))),
    'ev-suspend': (core, parameters) => core.transactions.suspended(core.transactions.session(evseIn(core, parameters))),
    'ev-renegotiate': (core, parameters) => core.activity.start(() => core.smartCharging.highLevel.negotiate(evseIn(core, parameters))),
    'external-limit': (core, { limit, unit }) => core.smartCharging.external.impose(limit as number, unit === 'W' ? 'W' : 'A'),
    'external-release': (core) => core.smartCharging.external.release(),
    fault: (core, parameters) => setFaulted(core, parameters, true),
    repair: (core, parameters) => setFaulted(core, parameters, false),
    look: (core, { content, expected }) => look(core, String(content), String(expected)),
    'stop-one': (core, parameters) => core.masterPass.stop(evseIn(core, parameters)),
    'stop-all': (core) => core.masterPass.stopAll(),
    'hard-wired-event': ({ monitoring }) => monitoring.hardWired(SELF_TEST_FAILED, SELF_TEST_SEVERITY),
    'remove-logs': ({ persistent }, { logType }) => void persistent.emptyLogs.add(logType as LogEnumType),
    'store-customer': ({ persistent }, { customerIdentifier }) => void persistent.customers.add(String(customerIdentifier)),
    'press-start': (core, parameters) => presentAt(core, parameters, { idToken: '', type: 'NoAuthorization' }),
    'present-token': (core, parameters) =>
      presentAt(core, parameters, { idToken: String(parameters.idToken), type: parameters.type as IdTokenType['type'] }),
  }),
);

function presentAt(core: Core, parameters: StimulusParameters, idToken: IdTokenType): void {
  const evse = parameters.evseId === undefined ? evseFor(core) : evseIn(core, parameters);
  core.activity.start(() => present(core, evse, idToken));
}

function plugIn(core: Core, parameters: StimulusParameters, jammed: boolean): void {
  const evse = evseIn(core, parameters);
  const connector = connectorIn(evse, parameters);
  if (evse.connected) return;
  connector.plugIn();
  connector.jammed = jammed;
  core.transactions.plugged(core.transactions.session(evse));
  core.availability.refresh();
}

function plugInWithoutContract(core: Core, parameters: StimulusParameters, action: 'Install' | 'Update'): void {
  plugIn(core, parameters, false);
  core.activity.start(() => obtainContractCertificate(core, evseIn(core, parameters), action));
}

function unplugAtEv(core: Core, evse: Evse): void {
  const { connected } = evse;
  if (!connected) return;
  connected.ev = false;
  core.transactions.unplugged(core.transactions.session(evse));
}

function setFaulted(core: Core, parameters: StimulusParameters, faulted: boolean): void {
  evseIn(core, parameters).faulted = faulted;
  core.reservations.refresh();
  core.availability.refresh();
}

function settle({ availability, resets }: Core): void {
  availability.refresh();
  resets.proceed();
}

function evseIn(core: Core, { evseId }: StimulusParameters): Evse {
  const ids = core.evses.map(({ id }) => id);
  const evse = core.evses.find(({ id }) => id === (evseId ?? ids[0]));
  if (!evse) throw new StimulusError(`evseId: there is no EVSE ${evseId}; this station has ${ids.join(', ')}`, 'evseId');
  return evse;
}

function connectorIn(evse: Evse, { connectorId }: StimulusParameters): Connector {
  const ids = evse.connectors.map(({ id }) => id);
  const connector = evse.connector((connectorId as number | undefined) ?? ids[0]);
  if (!connector)
    throw new StimulusError(`connectorId: EVSE ${evse.id} has no connector ${connectorId}, but ${ids.join(', ')}`, 'connectorId');
  return connector;
}

function check(name: StimulusName, parameters: StimulusParameters): void {
  const { parameters: types, required } = STIMULI[name] as { parameters: Record<string, string>; required: readonly string[] };
  for (const field of required) {
    if (parameters[field] === undefined) throw new StimulusError(`${name}: ${field} is missing; give it as ${types[field]}`, field);
  }
  for (const [field, value] of Object.entries(parameters)) {
    const type = types[field];
    if (!type)
      throw new StimulusError(`${name}: there is no parameter ${field}; it takes ${Object.keys(types).join(', ') || 'none'}`, field);
    const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type && value !== null;
    if (!fits) throw new StimulusError(`${name}: ${field} has to be of type ${type}`, field);
  }
}
