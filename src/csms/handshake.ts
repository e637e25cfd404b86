import type { UpgradeFacts } from '../ocpp/handshake.ts';
import type { Answer } from '../wire/server.ts';
import type { SecurityProfile } from './config.ts';
import type { FaultName } from './faults/index.ts';
import type { Station } from './station.ts';

export const SUBPROTOCOL = 'ocpp2.0.1';

export interface Gatekeeping {
  securityProfile: SecurityProfile;
  /** Path of the endpoint. */
  path: string;
  organization: string;
  station(identity: string): Station | undefined;
  faulty(fault: FaultName): boolean;
}

/** Decides about an opening handshake: is this one of our stations, is it who it says it is, can we talk to it? */
export function decide(upgrade: UpgradeFacts, gate: Gatekeeping): Answer {
  const { identity = '' } = upgrade;
  const station = isUnder(gate.path, upgrade.path) ? gate.station(identity) : undefined;
  // Part 4, 3.2
  if (!station) return { do: 'refuse', status: 404 };
  // A05.FR.07
  if (gate.securityProfile < station.securityProfile && !gate.faulty('lower-security-profile-accepted'))
    return { do: 'refuse', status: 403 };
  if (gate.securityProfile === 3) {
    if (!certificateFits(upgrade, station, gate)) return { do: 'refuse', status: 403 };
  } else if (!credentialsFit(upgrade, gate)) return { do: 'refuse', status: 401 };
  return { do: 'accept', subprotocol: selected(upgrade.offered, gate) };
}

/** Whether the path is that of the endpoint with one more segment: the identity. */
function isUnder(endpoint: string, path: string): boolean {
  const [plain = ''] = path.split('?', 1);
  return plain.slice(0, plain.lastIndexOf('/')) === endpoint;
}

/** A00.FR.204: the user name is the identity and the password is right. */
function credentialsFit({ identity, credentials }: UpgradeFacts, { faulty }: Gatekeeping): boolean {
  if (!credentials) return faulty('accepts-missing-credentials');
  const usernameFits = credentials.username === identity || faulty('accepts-any-username');
  return usernameFits && (credentials.passwordMatches === true || faulty('accepts-wrong-password'));
}

/** A00.FR.403 to A00.FR.405: valid, owned by the CSO, and of this station. */
function certificateFits({ tls }: UpgradeFacts, { serialNumber }: Station, { organization, faulty }: Gatekeeping): boolean {
  if (!tls?.peer) return faulty('accepts-missing-client-certificate');
  const pardon = tls.authorizationError === 'CERT_HAS_EXPIRED' ? 'accepts-expired-client-certificate' : 'accepts-unknown-authority';
  const valid = tls.authorized === true || faulty(pardon);
  const own = tls.peer.commonName === serialNumber || faulty('accepts-any-common-name');
  return valid && own && tls.peer.organization === organization;
}

function selected(offered: readonly string[], { faulty }: Gatekeeping): string | undefined {
  if (faulty('subprotocol-not-echoed')) return undefined;
  if (faulty('subprotocol-first-offered')) return offered[0];
  return offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : undefined;
}

/** Whether a connection is to be closed at once because nothing was agreed on (Part 4, 3.2). */
export function isWithoutAgreement({ selected }: UpgradeFacts, faulty: Gatekeeping['faulty']): boolean {
  return selected !== SUBPROTOCOL && !faulty('subprotocol-not-echoed') && !faulty('subprotocol-first-offered');
}
