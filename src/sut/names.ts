import type { SutConfig } from './config.ts';

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
    ...(other ? ([['other EVSE', other.id]] as const) : []),
    ['number of EVSEs', evses.length],
    ...Object.entries(tokens),
    ['group', { idToken: config.groupId, type: 'Central' }],
    ['master pass group', config.masterPassGroupId],
    ['heartbeat interval', durations.heartbeatInterval],
    ['offline threshold', durations.offlineThreshold],
    ['retry wait', durations.retryWait],
    ['transaction duration', durations.transaction],
    ['message timeout', config.timeouts.reply],
    ['tolerance', config.tolerance],
    ['slots', config.slots],
    ['interface', config.ocppInterface],
    ['unsupported criterion', config.unsupportedCriterion],
  ]);
}

/** The names that need the test PKI, and the credential or the property of one that they stand for. */
export const PKI_NAMES: Readonly<Record<string, string>> = {
  'CSMS root': 'csms-root',
  'new CSMS root': 'csms-root-new',
  'manufacturer root': 'manufacturer-root',
  'V2G root': 'v2g-root',
  'MO root': 'mo-root',
};
