import type { Payload } from '../../ocpp/frame.ts';
import type {
  CertificateHashDataChainType,
  ChargingProfileType,
  MessageInfoType,
  MonitoringDataType,
} from '../../ocpp/generated/messages.ts';
import { ask, askForReport } from './contact.ts';
import type { Kept } from './kept.ts';

const byId = <T extends object>(items: readonly T[] | undefined, idOf: (item: T) => unknown): Map<string, Payload> | undefined =>
  items && new Map(items.map((item) => [String(idOf(item)), item as Payload]));

const itemsIn = <T>(parts: readonly Payload[] | undefined, field: string): T[] | undefined =>
  parts?.flatMap((part) => (part[field] ?? []) as T[]);

/** Those that a CSMS has set; profiles for a transaction end with it. */
const chargingProfiles: Kept = {
  name: 'charging profiles',
  words: ['ChargingProfile', 'CompositeSchedule'],
  changedBy: ['SetChargingProfile', 'ClearChargingProfile', 'RequestStartTransaction'],
  async list(contact) {
    const criterion = { chargingProfile: { chargingLimitSource: ['CSO'] } };
    const parts = await askForReport(contact, 'GetChargingProfiles', 'ReportChargingProfiles', criterion);
    const profiles = parts?.flatMap(({ evseId, chargingProfile }) =>
      ((chargingProfile ?? []) as ChargingProfileType[])
        .filter(({ chargingProfilePurpose }) => chargingProfilePurpose !== 'TxProfile')
        .map((profile) => ({ evseId, chargingProfile: profile })),
    );
    return byId(profiles, ({ chargingProfile: { id } }) => id);
  },
  remove: (id) => ({ action: 'ClearChargingProfile', payload: { chargingProfileId: Number(id) } }),
  add: (profile) => ({ action: 'SetChargingProfile', payload: profile }),
};

const displayMessages: Kept = {
  name: 'display messages',
  words: ['DisplayMessage'],
  changedBy: ['SetDisplayMessage', 'ClearDisplayMessage'],
  list: async (contact) =>
    byId(
      itemsIn<MessageInfoType>(await askForReport(contact, 'GetDisplayMessages', 'NotifyDisplayMessages'), 'messageInfo'),
      ({ id }) => id,
    ),
  remove: (id) => ({ action: 'ClearDisplayMessage', payload: { id: Number(id) } }),
  add: (message) => ({ action: 'SetDisplayMessage', payload: { message } }),
};

const monitors: Kept = {
  name: 'monitors',
  words: ['Monitoring', 'MonitorSet', 'NotifyEvent'],
  changedBy: ['SetVariableMonitoring', 'ClearVariableMonitoring', 'SetMonitoringBase'],
  async list(contact) {
    const data = itemsIn<MonitoringDataType>(await askForReport(contact, 'GetMonitoringReport', 'NotifyMonitoringReport'), 'monitor');
    const all = data?.flatMap(({ component, variable, variableMonitoring }) =>
      variableMonitoring.map((monitoring) => ({ ...monitoring, component, variable })),
    );
    return byId(all, ({ id }) => id);
  },
  remove: (id) => ({ action: 'ClearVariableMonitoring', payload: { id: [Number(id)] } }),
  // It would get another id than the one by which others know it.
  add: () => undefined,
};

/** Certificates are told apart by type and number; what was deleted cannot be had back from a station. */
const certificates: Kept = {
  name: 'certificates',
  words: ['Certificate'],
  changedBy: ['InstallCertificate', 'DeleteCertificate', 'CertificateSigned'],
  async list(contact) {
    const answer = await ask(contact, 'GetInstalledCertificateIds');
    const chains = answer && ((answer.certificateHashDataChain ?? []) as CertificateHashDataChainType[]);
    return byId(chains, ({ certificateType, certificateHashData }) => `${certificateType} ${certificateHashData.serialNumber}`);
  },
  remove: (_, { certificateHashData }) => ({ action: 'DeleteCertificate', payload: { certificateHashData } }),
  add: () => undefined,
};

export const STORES: readonly Kept[] = [chargingProfiles, displayMessages, monitors, certificates];
