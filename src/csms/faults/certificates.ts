import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor, Reply } from '../../wire/rpc.ts';
import { changing, type FaultDescription, list, without } from './fault.ts';

/** Changes the answers to an action. */
const answering = (to: Action, change: (payload: Payload, request: Payload) => Payload) => (): Interceptor => ({
  reply: ({ action, payload: request }, reply): Reply =>
    action === to && 'payload' in reply ? { payload: change(reply.payload, request) } : reply,
});

const hashesOf = ({ certificateHashData }: Payload): Payload => certificateHashData as Payload;

/** Faults with certificates: block M. */
export const CERTIFICATE_FAULTS = {
  'contract-certificate-refused': {
    requirement: 'M01.FR.01',
    about: 'Has no contract certificate for an EV although a provider does.',
    killedBy: 'TC_M_26_CSMS',
    interceptor: answering('Get15118EVCertificate', (payload, { action }) =>
      action === 'Install' ? { status: 'Failed', exiResponse: '' } : payload,
    ),
  },
  'contract-certificate-empty': {
    requirement: 'M02.FR.01',
    about: 'Accepts that an EV wants a new contract certificate, and sends nothing for it.',
    killedBy: 'TC_M_28_CSMS',
    interceptor: answering('Get15118EVCertificate', (payload) => ({ ...payload, exiResponse: '' })),
  },
  'installed-types-left-out': {
    requirement: 'M03.FR.01',
    about: 'Asks for all certificates where the operator wants those of one type.',
    killedBy: 'TC_M_13_CSMS',
    interceptor: changing('GetInstalledCertificateIds', without('certificateType')),
  },
  'installed-types-always-listed': {
    requirement: 'M03.FR.01',
    about: 'Asks for certificates of the CSMS where the operator wants all.',
    killedBy: 'TC_M_18_CSMS',
    interceptor: changing('GetInstalledCertificateIds', (payload) => ({ certificateType: ['CSMSRootCertificate'], ...payload })),
  },
  'one-installed-type-at-a-time': {
    requirement: 'M03.FR.01',
    about: 'Asks only for the first of the types that the operator wants.',
    killedBy: 'TC_M_17_CSMS',
    interceptor: changing('GetInstalledCertificateIds', (payload) =>
      payload.certificateType === undefined ? payload : { ...payload, certificateType: list(payload.certificateType).slice(0, 1) },
    ),
  },
  'chain-asked-for-as-root': {
    requirement: 'M03.FR.01',
    about: 'Asks for V2G roots where the operator wants the V2G certificate chain.',
    killedBy: 'TC_M_15_CSMS',
    interceptor: changing('GetInstalledCertificateIds', (payload) =>
      payload.certificateType === undefined
        ? payload
        : {
            ...payload,
            certificateType: list(payload.certificateType).map((type) => (type === 'V2GCertificateChain' ? 'V2GRootCertificate' : type)),
          },
    ),
  },
  'deletes-by-algorithm-of-its-own': {
    requirement: 'M04.FR.07',
    about: 'Names a certificate that is to be deleted with SHA256, whatever the station uses.',
    killedBy: 'TC_M_20_CSMS',
    interceptor: changing('DeleteCertificate', (payload) => ({
      ...payload,
      certificateHashData: { ...hashesOf(payload), hashAlgorithm: 'SHA256' },
    })),
  },
  'deletes-by-other-hashes': {
    requirement: 'M04.FR.07',
    about: 'Mixes up the two hashes of a certificate that is to be deleted.',
    killedBy: 'TC_M_21_CSMS',
    interceptor: changing('DeleteCertificate', (payload) => {
      const { issuerNameHash, issuerKeyHash, ...rest } = hashesOf(payload);
      return { ...payload, certificateHashData: { ...rest, issuerNameHash: issuerKeyHash, issuerKeyHash: issuerNameHash } };
    }),
  },
  'installs-every-root-as-its-own': {
    requirement: 'M05.FR.01',
    about: 'Has every root installed as one of the CSMS.',
    killedBy: 'TC_M_02_CSMS',
    interceptor: changing('InstallCertificate', (payload) => ({ ...payload, certificateType: 'CSMSRootCertificate' })),
  },
  'installs-bare-base64': {
    requirement: 'M05.FR.01',
    about: 'Sends certificates without the lines that PEM has around them.',
    killedBy: 'TC_M_05_CSMS',
    interceptor: changing('InstallCertificate', (payload) => ({
      ...payload,
      certificate: String(payload.certificate)
        .replace(/-----[^-]+-----/g, '')
        .trim(),
    })),
  },
  'certificates-never-installed': {
    requirement: 'M05.FR.01',
    about: 'Does not send InstallCertificate.',
    killedBy: 'TC_M_01_CSMS',
    interceptor: () => ({ frame: (frame, text) => (frame.type === 'CALL' && frame.action === 'InstallCertificate' ? [] : [text]) }),
  },
  'certificate-status-failed': {
    requirement: 'M06.FR.02',
    about: 'Cannot tell whether a certificate was revoked although a responder can.',
    killedBy: 'TC_M_24_CSMS',
    interceptor: answering('GetCertificateStatus', () => ({ status: 'Failed' })),
  },
  'ocsp-result-left-out': {
    requirement: 'M06.FR.03',
    about: 'Says that it knows whether a certificate was revoked, and nothing more.',
    killedBy: 'TC_M_24_CSMS',
    interceptor: answering('GetCertificateStatus', without('ocspResult')),
  },
  'ocsp-result-in-hex': {
    requirement: 'M06.FR.09',
    about: 'Sends what a responder says in hexadecimal.',
    killedBy: 'TC_M_24_CSMS',
    interceptor: answering('GetCertificateStatus', (payload) => ({
      ...payload,
      ocspResult: Buffer.from(String(payload.ocspResult), 'base64').toString('hex'),
    })),
  },
  'ocsp-result-without-wrapping': {
    requirement: 'M06.FR.08',
    about: 'Sends the BasicOCSPResponse without the OCSPResponse around it.',
    killedBy: 'TC_M_24_CSMS',
    interceptor: answering('GetCertificateStatus', (payload) => ({
      ...payload,
      ocspResult: Buffer.from(String(payload.ocspResult), 'base64').subarray(30).toString('base64'),
    })),
  },
} as const satisfies Record<string, FaultDescription>;
