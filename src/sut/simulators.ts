import { type CsmsConfig, defaultCsmsConfig, defaultEndpoint, type EndpointConfig } from '../csms/config.ts';
import { operatorCertificates } from '../csms/operator-credentials.ts';
import { serverTls as usualTls } from '../csms/tls.ts';
import type { CredentialName } from '../pki/credentials.ts';
import type { TestPki } from '../pki/test-pki.ts';
import { type Durations, defaultStationConfig, networkProfile, type StationConfig } from '../station/config.ts';
import type { ServerTls } from '../wire/server.ts';
import type { StationTraits } from './capabilities.ts';
import type { SecurityProfile, SutConfig } from './config.ts';
import { displayPriorities, displayStates } from './display-config.ts';
import { firmwareAt } from './firmware-server.ts';

/** Certificates that a configuration puts in the place of those of the test PKI. */
type OwnTls = Pick<SutConfig, 'csmsRoot' | 'clientCertificate' | 'clientKey' | 'serverCertificate' | 'serverKey' | 'stationRoot'>;

/** What an endpoint of a simulated CSMS needs to show its certificates and to judge those of stations. */
export function serverTls(pki: TestPki, own: OwnTls = {}): ServerTls {
  const ca = trusted(pki, own);
  // One for the ECDSA and one for the RSA cipher suites (A00.FR.318).
  if (!own.serverCertificate || !own.serverKey) return { ...usualTls(pki), ca };
  return { cert: own.serverCertificate, key: own.serverKey, ca };
}

/** The same where a case says which certificate is shown: the usual ones, or one that is bad or comes later in the case. */
export async function tlsShowing(pki: TestPki, name: string, own: OwnTls = {}): Promise<ServerTls> {
  if (name === 'csms-server') return serverTls(pki, own);
  const { chain, key, ciphers } = await pki.named(name);
  return { cert: chain, key, ca: trusted(pki, own), ...(ciphers === undefined ? {} : { ciphers }) };
}

/** The CSO of the test PKI as well: it signs what a station asks for (A02), whoever has signed what it came with. */
const trusted = (pki: TestPki, { stationRoot }: OwnTls): string[] => [
  ...(stationRoot === undefined ? [] : [stationRoot]),
  pki.credential('csms-root').certificate,
];

/** An endpoint of a built-in CSMS. */
export const embeddedEndpoint = (securityProfile: SecurityProfile, pki: TestPki): EndpointConfig =>
  defaultEndpoint({ securityProfile, ...(securityProfile > 1 ? { tls: serverTls(pki) } : {}) });

/** The security profile above, if there is one. */
export const higherThan = (securityProfile: SecurityProfile): SecurityProfile[] =>
  securityProfile < 3 ? [(securityProfile + 1) as SecurityProfile] : [];

export interface CsmsChoices {
  endpoints: EndpointConfig[];
  password: string;
  pki: TestPki;
}

/** A simulated CSMS that knows the station and the tokens of the configuration for what they are. */
export function csmsConfig(config: SutConfig, { endpoints, password, pki }: CsmsChoices): CsmsConfig {
  const { tokens, groupId, masterPassGroupId } = config;
  const group = { groupIdToken: { idToken: groupId, type: 'Central' as const } };
  return defaultCsmsConfig({
    endpoints,
    stations: [{ identity: config.identity, password, serialNumber: config.serialNumber }],
    heartbeatInterval: config.durations.heartbeatInterval,
    retryInterval: config.durations.heartbeatInterval,
    messageTimeout: config.timeouts.reply,
    tokens: [
      { ...tokens['valid idToken'], ...group },
      { ...tokens['second valid idToken'], ...group },
      { ...tokens['invalid idToken'], status: 'Invalid' },
      { ...tokens['blocked idToken'], status: 'Blocked' },
      { ...tokens['expired idToken'], status: 'Expired' },
      { ...tokens['contract idToken'] },
      { ...tokens['master pass idToken'], groupIdToken: { idToken: masterPassGroupId, type: 'Central' } },
    ],
    tariff: { perKwh: 0.4 },
    organization: pki.organization,
    certificates: operatorCertificates(pki),
    ocspResponders: [pki.credential('v2g-root'), pki.credential('v2g-sub-ca-1'), pki.credential('v2g-sub-ca-2')],
    contractCertificates: byAction(config.exi.installationResponse, config.exi.updateResponse),
    firmware: firmwareAt(pki, 'http://127.0.0.1/firmware.bin'),
  });
}

export interface StationChoices {
  url: string;
  securityProfile: SecurityProfile;
  password: string;
  traits: StationTraits;
  pki: TestPki;
  /** How long things take the station, where that differs from the usual. */
  durations?: Partial<Durations>;
}

/** For a clock that follows the wall: long enough to be seen by a CSMS, short enough for those who wait for it. */
export const ON_THE_WALL: Partial<Durations> = { boot: 1, evseReset: 1, firmwareStage: 1, logUpload: 1 };

/** A simulated station as the configuration describes it. */
export function stationConfig(config: SutConfig, choices: StationChoices): StationConfig {
  const { url, securityProfile, password, traits, pki, durations = {} } = choices;
  const [slot = 1] = config.slots;
  const usual = defaultStationConfig();
  return defaultStationConfig({
    identity: config.identity,
    serialNumber: config.serialNumber,
    vendorName: config.vendorName,
    model: config.model,
    password,
    slots: config.slots,
    networkProfiles: { [slot]: networkProfile(url, securityProfile, config.timeouts.reply) },
    priority: [slot],
    evses: config.evses.map(({ id, connectors }) => ({
      ...(usual.evses.find((evse) => evse.id === id) ?? (usual.evses[0] as StationConfig['evses'][number])),
      id,
      connectors: connectors.map((connectorId) =>
        id === config.evseId && connectorId === config.connectorId
          ? { id: connectorId, type: config.connectorType, fixedCable: config.fixedCable }
          : { id: connectorId, type: 'cType2', fixedCable: true },
      ),
    })),
    capabilities: {
      reportCriteria: criteria(config.unsupportedCriterion),
      ...monitoringOf(config.monitoring),
      displayStates: displayStates(config.display),
      ...traits.capabilities,
    },
    monitors: factoryMonitors(config.evseId),
    variables: {
      'DisplayMessageCtrlr.SupportedPriorities': displayPriorities(config.display),
      ...traits.variables,
      'SecurityCtrlr.OrganizationName': pki.organization,
      'TxCtrlr.TxStartPoint': config.txStartPoint.join(','),
      'TxCtrlr.TxStopPoint': config.txStopPoint.join(','),
      // Nothing would start there without signatures (E01.FR.04).
      ...(config.txStartPoint.includes('DataSigned') ? { 'SampledDataCtrlr.SignReadings': 'true' } : {}),
    },
    contract: {
      emaid: config.tokens['contract idToken'].idToken,
      chain: certificatesIn(pki.credential('contract').chain),
      responderURL: OCSP,
    },
    exiRequests: byAction(config.exi.installationRequest, config.exi.updateRequest),
    tls: stationTls(pki, config, securityProfile),
    durations: { connect: config.timeouts.reply, ...durations },
  });
}

const byAction = (install: string | undefined, update: string | undefined) => ({
  ...(install === undefined ? {} : { Install: install }),
  ...(update === undefined ? {} : { Update: update }),
});

/** Nobody answers there. */
const OCSP = 'http://127.0.0.1/ocsp';

const certificatesIn = (chain: string): string[] => chain.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----\n?/g) ?? [];

/** Only at security profile 3 the station has a certificate of its own. */
const stationTls = (pki: TestPki, own: OwnTls, securityProfile: SecurityProfile): StationConfig['tls'] => {
  const { chain, key } = pki.credential('station-client');
  const root = (name: CredentialName) => [pki.credential(name).certificate];
  return {
    roots: {
      CSMSRootCertificate: [own.csmsRoot ?? pki.credential('csms-root').certificate],
      ManufacturerRootCertificate: root('manufacturer-root'),
    },
    ...(securityProfile === 3 ? { certificate: own.clientCertificate ?? chain, key: own.clientKey ?? key } : {}),
  };
};

/** The second of these is what a configuration calls preconfigured. */
const factoryMonitors = (evseId: number): StationConfig['monitors'] => [
  { origin: 'HardWiredMonitor', path: `EVSE(${evseId}).Problem`, type: 'Delta', value: 1, severity: 2 },
  { origin: 'PreconfiguredMonitor', path: 'ChargingStation.Problem', type: 'Delta', value: 1, severity: 4 },
];
export const PRECONFIGURED = 2;

const monitoringOf = ({ unsupportedCriterion, unsupportedBase }: SutConfig['monitoring']) => ({
  monitoringCriteria: (['ThresholdMonitoring', 'DeltaMonitoring', 'PeriodicMonitoring'] as const).filter(
    (criterion) => criterion !== unsupportedCriterion,
  ),
  monitoringBases: (['All', 'FactoryDefault', 'HardWiredOnly'] as const).filter((base) => base !== unsupportedBase),
});

const criteria = (unsupported: SutConfig['unsupportedCriterion']): StationConfig['capabilities']['reportCriteria'] =>
  (['Active', 'Available', 'Enabled', 'Problem'] as const).filter((criterion) => criterion !== unsupported);
