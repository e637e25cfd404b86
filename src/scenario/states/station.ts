import { place } from '../ops/stimulus.ts';
import type { State } from './charging.ts';

/** Switched off and on again, accepted by the CSMS and idle. */
export const booted: State = async (passage) => {
  await passage.stimulate('power-cycle');
  await passage.station('BootNotification', {});
  await passage.connectors('every connector', 'Available');
  await passage.station('SecurityEventNotification', { type: 'StartupOfTheDevice or ResetOrReboot' });
  await passage.settle();
};

/** One EVSE, or all of the station, taken out of service by the CSMS. */
export const unavailable: State = async (passage, _session, { evseId, parameters }) => {
  const { connectorId } = place(passage.dialogue, evseId);
  const connector = parameters.connector === 'any' ? undefined : String(connectorId);
  const evse = evseId ?? passage.dialogue.environment.settings.evseId;
  await passage.csms(
    'ChangeAvailability',
    { operationalStatus: 'Inoperative', 'evse.id': String(evse), 'evse.connectorId': connector },
    'Accepted',
  );
  await passage.connectors(connector ? `connector ${connectorId} of EVSE ${evse}` : `every connector of EVSE ${evse}`, 'Unavailable');
  await passage.settle();
};

/** An EVSE kept for a token. */
export const reserved: State = async (passage, _session, { evseId, parameters }) => {
  const { connectorId, evseId: evse } = place(passage.dialogue, evseId);
  await passage.csms('ReserveNow', { evseId: String(evse), idToken: parameters.idToken ?? '<valid idToken>' }, 'Accepted');
  await passage.connectors(`connector ${connectorId} of EVSE ${evse}`, 'Reserved');
  await passage.settle();
};

/** Knows a second CSMS, and connects to it first after the next reset. */
export const preparedToMigrate: State = async (passage) => {
  const profile = {
    configurationSlot: '<other slot>',
    'connectionData.ocppCsmsUrl': '<second CSMS url>',
    'connectionData.messageTimeout': '<message timeout>',
    'connectionData.ocppInterface': '<interface>',
    'connectionData.ocppTransport': 'JSON',
    'connectionData.ocppVersion': 'OCPP20',
    'connectionData.securityProfile': '<security profile>',
  };
  await passage.csms('SetNetworkProfile', profile, 'Accepted');
  const priority = {
    'setVariableData[0].component.name': 'OCPPCommCtrlr',
    'setVariableData[0].variable.name': 'NetworkConfigurationPriority',
    'setVariableData[0].attributeValue': '<other slot>,<active slot>',
  };
  await passage.csms('SetVariables', priority, 'Accepted or RebootRequired');
};

/** Holds a certificate of the test PKI: `| type | CSMSRootCertificate |`, `| certificate | <new CSMS root> |`. */
export const certificateInstalled: State = async (passage, _session, { parameters }) => {
  await passage.csms('InstallCertificate', { certificateType: parameters.type, certificate: parameters.certificate }, 'Accepted');
  await passage.settle();
};
