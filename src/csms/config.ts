import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type {
  CertificateActionEnumType,
  CertificateSigningUseEnumType,
  IdTokenInfoType,
  IdTokenType,
  InstallCertificateUseEnumType,
  NetworkConnectionProfileType,
} from '../ocpp/generated/messages.ts';
import { ORGANIZATION } from '../pki/credentials.ts';
import type { Responder } from '../pki/ocsp.ts';
import type { ServerTls } from '../wire/server.ts';

export type SecurityProfile = 1 | 2 | 3;

/** One address at which the CSMS listens; all lead into the same CSMS. */
export interface EndpointConfig {
  host: string;
  /** 0 for any free one. */
  port: number;
  /** Path of the OCPP-J endpoint URL, without the identity and without a slash at its end. */
  path: string;
  securityProfile: SecurityProfile;
  /** Needed at security profiles 2 and 3; see tls.ts. */
  tls?: ServerTls;
  /** Host name by which stations reach it, where that is not `host`. */
  advertisedHost?: string;
}

/** How a station is received: Accepted, or with this status the first `boots` times (use cases B02 and B03). */
export interface RegistrationPolicy {
  status: 'Pending' | 'Rejected';
  boots: number;
  /** Seconds until the next BootNotification. */
  interval: number;
}

export interface StationConfig {
  identity: string;
  /** BasicAuthPassword; without one nobody gets in at security profiles 1 and 2. */
  password?: string;
  /** What the common name of its certificate has to be; the identity unless given. */
  serialNumber?: string;
  registration?: RegistrationPolicy;
}

/** A token that the CSMS knows; its status is Accepted unless given. */
export interface TokenConfig extends IdTokenType, Partial<Omit<IdTokenInfoType, 'cacheExpiryDateTime' | 'customData'>> {
  /** Seconds for which a station may keep it in its cache. */
  cacheExpiry?: number;
}

/** A request that the CSMS makes by itself. */
export interface OwnRequest {
  action: Action;
  payload: Payload;
}

export interface CsmsConfig {
  endpoints: EndpointConfig[];
  stations: StationConfig[];
  /** The O of station certificates that are let in at security profile 3 (A00.FR.404). */
  organization: string;
  /** Seconds. */
  heartbeatInterval: number;
  /** Seconds until a station that an operator has not accepted yet asks again. */
  retryInterval: number;
  /** Seconds after which an unanswered CALL has timed out. */
  messageTimeout: number;
  tokens: TokenConfig[];
  /** What transactions cost; without a tariff the CSMS does not speak of costs. */
  tariff?: { perKwh: number };
  /** What the CSMS sends by itself to a station that has just been answered so. */
  onBoot: { Accepted: OwnRequest[]; Pending: OwnRequest[] };
  capabilities: {
    /** Actions that this CSMS recognizes without supporting them. */
    unsupported: Action[];
    /** Validates contract certificates, for which it asks OCSP responders wherever requests say that they are. */
    contractValidation: boolean;
  };
  /** What the operator means where the request does not say. */
  usual: {
    evseId: number;
    connectorId: number;
    configurationSlot: number;
    connectionData: Partial<NetworkConnectionProfileType>;
    logLocation: string;
    vendorId: string;
  };
  /** Issues the certificates that stations ask for (A02.FR.04); without it the CSMS rejects what they ask. */
  certificateAuthority?(csr: string, type: CertificateSigningUseEnumType): Promise<string>;
  /** PEM texts for InstallCertificate. */
  certificates: Partial<Record<InstallCertificateUseEnumType, string>>;
  /** What an EV gets that asks for a contract certificate: EXI in base64, as a provider would give it. */
  contractCertificates: Partial<Record<CertificateActionEnumType, string>>;
  /** Authorities in whose name the CSMS tells whether certificates have been revoked. */
  ocspResponders: Responder[];
  firmware: { location: string; signingCertificate?: string; signature?: string };
}

export const defaultEndpoint = (overrides: Partial<EndpointConfig> = {}): EndpointConfig => ({
  host: '127.0.0.1',
  port: 0,
  path: '/ocpp',
  securityProfile: 1,
  ...overrides,
});

/** A CSMS that knows no station and does nothing by itself. */
export const defaultCsmsConfig = (overrides: Partial<CsmsConfig> = {}): CsmsConfig => ({
  endpoints: [defaultEndpoint()],
  stations: [],
  organization: ORGANIZATION,
  heartbeatInterval: 300,
  retryInterval: 60,
  messageTimeout: 30,
  tokens: [],
  onBoot: { Accepted: [], Pending: [] },
  capabilities: { unsupported: [], contractValidation: false },
  usual: {
    evseId: 1,
    connectorId: 1,
    configurationSlot: 1,
    connectionData: {},
    logLocation: 'http://127.0.0.1/logs',
    vendorId: 'ocppspec',
  },
  certificates: {},
  contractCertificates: {},
  ocspResponders: [],
  firmware: { location: 'http://127.0.0.1/firmware.bin' },
  ...overrides,
});

/** Characters of an identifierString without the colon, which separates user name and password (Part 4, 3.1.1). */
const IDENTITY = /^[A-Za-z0-9*\-_=+|@.]{1,48}$/;

/** @throws an Error that names the field and says what is wrong with it */
export function checkConfig({ endpoints, stations }: CsmsConfig): void {
  if (endpoints.length === 0) throw new Error('endpoints: at least one is needed');
  for (const [index, { securityProfile, tls, path }] of endpoints.entries()) {
    if (securityProfile > 1 && !tls)
      throw new Error(`endpoints[${index}].tls: security profile ${securityProfile} needs a server certificate`);
    if (path.endsWith('/')) throw new Error(`endpoints[${index}].path: "${path}" must not end with a slash`);
  }
  for (const [index, { identity }] of stations.entries()) {
    if (!IDENTITY.test(identity))
      throw new Error(`stations[${index}].identity: "${identity}" is not 1 to 48 characters out of a-z A-Z 0-9 * - _ = + | @ .`);
  }
}
