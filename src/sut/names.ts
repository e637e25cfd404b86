import type { SutConfig } from './config.ts';
import { displayNames } from './display-config.ts';
import { exiNames } from './exi-config.ts';
import { monitoringNames } from './monitoring-config.ts';

/** Volts of a phase, by which limits in amperes become limits in watts. */
const VOLTAGE = 230;

/** What `<name>` stands for in scenarios, as far as it is known before one begins. Durations are in seconds. */
export function namesOf(config: SutConfig): Map<string, unknown> {
  const { durations, evses, tokens } = config;
  const other = evses.find(({ id }) => id !== config.evseId);
  return new Map<string, unknown>([
    ['identity', config.identity],
    ['serial number', config.serialNumber],
    ['vendorName', config.vendorName],
    ['model', config.model],
    ['EVSE', config.evseId],
    ['connector', config.connectorId],
    ['connector type', config.connectorType],
    ...(other ? ([['other EVSE', other.id]] as const) : []),
    ['number of EVSEs', evses.length],
    ...Object.entries(tokens),
    ['group', { idToken: config.groupId, type: 'Central' }],
    ['group id', config.groupId],
    ['master pass group id', config.masterPassGroupId],
    ['heartbeat interval', durations.heartbeatInterval],
    ['offline threshold', durations.offlineThreshold],
    ['retry wait', durations.retryWait],
    ['message attempt interval', durations.messageAttemptInterval],
    ['stoppedReason', config.authorization === 'remote' ? 'Remote' : 'Local'],
    ['transaction duration', durations.transaction],
    ['EV connection timeout', durations.evConnectionTimeout],
    ['stop eventType', endsWithAuthorization(config) ? 'Ended' : 'Updated'],
    ['sampled interval', durations.sampledInterval],
    ['aligned interval', durations.alignedInterval],
    ['charging rate unit', config.chargingRateUnit],
    ['number of phases', config.numberPhases],
    ['limit multiplier', config.chargingRateUnit === 'A' ? 1 : VOLTAGE * config.numberPhases],
    ['message priority', config.messagePriority],
    ...displayNames(config.display, config.messagePriority),
    ...exiNames(config.exi),
    ['message timeout', config.timeouts.reply],
    ['tolerance', config.tolerance],
    ['slots', config.slots],
    ['interface', config.ocppInterface],
    ...(config.unsupportedCriterion ? ([['unsupported criterion', config.unsupportedCriterion]] as const) : []),
    ...monitoringNames(config.monitoring, config.evseId),
    ['customer identifier', config.customerIdentifier],
    ['log retry interval', durations.logRetryInterval],
    ['firmware delay', durations.firmwareDelay],
  ]);
}

/** Whether a transaction is over as soon as nobody is authorized any more, or no energy flows. */
const endsWithAuthorization = ({ txStopPoint }: SutConfig): boolean =>
  ['Authorized', 'PowerPathClosed', 'EnergyTransfer'].some((point) => txStopPoint.includes(point));
