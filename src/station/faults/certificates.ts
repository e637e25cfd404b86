import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor, Reply } from '../../wire/rpc.ts';
import { answering, byName, eachOf, requesting } from './fault.ts';

type Hashes = { issuerNameHash: string; issuerKeyHash: string; serialNumber: string };
type Entry = { certificateHashData: Hashes };

/** Spoils how the station names its certificates. */
const naming = (spoil: (hashes: Hashes) => Partial<Hashes>): Interceptor =>
  answering(
    ['GetInstalledCertificateIds'],
    eachOf('certificateHashDataChain', (entry: Entry) => ({
      ...entry,
      certificateHashData: { ...entry.certificateHashData, ...spoil(entry.certificateHashData) },
    })),
  );

/** Answers roots of some types with Failed. */
const failingToInstall = (...types: string[]): Interceptor => ({
  reply: ({ action, payload }, reply): Reply =>
    action === 'InstallCertificate' && types.includes(String((payload as Payload).certificateType))
      ? { payload: { status: 'Failed' } }
      : reply,
});

export const CERTIFICATE_FAULTS = byName(
  {
    name: 'contract-certificate-not-asked-for',
    requirement: 'M01.FR.01',
    about: 'Does not ask the CSMS for the contract certificate that an EV wants.',
    killedBy: 'TC_M_26_CS',
  },
  {
    name: 'contract-certificate-not-passed-on',
    requirement: 'M01.FR.01',
    about: 'Keeps the contract certificate of an EV to itself.',
    killedBy: 'TC_M_26_CS',
  },
  {
    name: 'contract-authorized-by-address',
    requirement: 'C07.FR.02',
    about: 'Has an EV authorized by its address where it has a contract.',
    killedBy: 'TC_M_26_CS',
    interceptor: requesting(['Authorize'], (payload) => ({ ...payload, idToken: { idToken: '00-00-5E-00-53-01', type: 'MacAddress' } })),
  },
  {
    name: 'contract-certificate-failure-ignored',
    requirement: 'M01.FR.01',
    about: 'Authorizes an EV by a contract certificate that the CSMS did not have.',
    killedBy: 'TC_M_27_CS',
  },
  {
    name: 'contract-update-sent-as-install',
    requirement: 'M02.FR.01',
    about: 'Asks for a first contract certificate where an EV wants a new one.',
    killedBy: 'TC_M_29_CS',
  },
  {
    name: 'issuer-key-hash-of-nothing-known',
    requirement: 'M03.FR.04',
    about: 'Hashes something else than the key of the issuer.',
    killedBy: 'TC_M_12_CS',
    interceptor: naming(({ issuerKeyHash }) => ({ issuerKeyHash: issuerKeyHash.split('').toReversed().join('') })),
  },
  {
    name: 'issuer-name-hash-is-key-hash',
    requirement: 'M03.FR.04',
    about: 'Tells the hash of the key in place of that of the name.',
    killedBy: 'TC_M_13_CS',
    interceptor: naming(({ issuerKeyHash }) => ({ issuerNameHash: issuerKeyHash })),
  },
  {
    name: 'certificate-number-decimal',
    requirement: 'M03.FR.04',
    about: 'Tells the serial number of a certificate as a decimal number.',
    killedBy: 'TC_M_14_CS',
    interceptor: naming(({ serialNumber }) => ({ serialNumber: BigInt(`0x${serialNumber}`).toString().slice(0, 40) })),
  },
  {
    name: 'certificate-number-with-zeros',
    requirement: 'M03.FR.04',
    about: 'Puts zeros in front of the serial number of a certificate.',
    killedBy: 'TC_M_16_CS',
    interceptor: naming(({ serialNumber }) => ({ serialNumber: `00${serialNumber}`.slice(0, 40) })),
  },
  {
    name: 'certificates-of-all-types-told',
    requirement: 'M03.FR.04',
    about: 'Tells all its certificates, whatever types it is asked for.',
    killedBy: 'TC_M_13_CS',
  },
  {
    name: 'certificates-of-first-type-told',
    requirement: 'M03.FR.04',
    about: 'Tells certificates of the first type only that it is asked for.',
    killedBy: 'TC_M_17_CS',
  },
  {
    name: 'certificates-told-by-type-only',
    requirement: 'M03.FR.04',
    about: 'Finds no certificates unless it is asked for a type.',
    killedBy: 'TC_M_18_CS',
  },
  {
    name: 'no-certificates-accepted',
    requirement: 'M03.FR.02',
    about: 'Answers Accepted although there is no certificate of that type.',
    killedBy: 'TC_M_19_CS',
    interceptor: answering(['GetInstalledCertificateIds'], (payload) => ({ ...payload, status: 'Accepted' })),
  },
  {
    name: 'v2g-chain-not-told',
    requirement: 'M03.FR.05',
    about: 'Does not tell its V2G certificate.',
    killedBy: 'TC_M_15_CS',
  },
  {
    name: 'v2g-chain-without-children',
    requirement: 'M03.FR.05',
    about: 'Tells its V2G certificate without what lies between it and its root.',
    killedBy: 'TC_M_15_CS',
  },
  {
    name: 'own-certificate-deleted',
    requirement: 'M04.FR.06',
    about: 'Accepts to delete the certificate by which it proves itself.',
    killedBy: 'TC_M_23_CS',
  },
  {
    name: 'certificate-status-not-asked',
    requirement: 'M06.FR.06',
    about: 'Does not ask whether its V2G certificates have been revoked.',
    killedBy: 'TC_M_25_CS',
  },
  {
    name: 'only-leaf-status-asked',
    requirement: 'M06.FR.07',
    about: 'Asks about its new V2G certificate only, and not about what lies between it and its root.',
    killedBy: 'TC_M_24_CS',
  },
  {
    name: 'leaf-status-not-asked',
    requirement: 'M06.FR.07',
    about: 'Asks about what lies between its new V2G certificate and its root only.',
    killedBy: 'TC_M_24_CS',
  },
  {
    name: 'deleted-certificate-kept',
    requirement: 'M04.FR.02',
    about: 'Accepts to delete a certificate, and keeps it.',
    killedBy: 'TC_M_20_CS',
  },
  {
    name: 'unknown-certificate-deleted',
    requirement: 'M04.FR.04',
    about: 'Accepts to delete a certificate that it does not have.',
    killedBy: 'TC_M_22_CS',
    interceptor: answering(['DeleteCertificate'], ({ status }) => ({ status: status === 'NotFound' ? 'Accepted' : status })),
  },
  {
    name: 'installed-root-not-stored',
    requirement: 'M05.FR.02',
    about: 'Accepts a root, and does not install it.',
    killedBy: 'TC_M_01_CS',
  },
  {
    name: 'manufacturer-root-not-installed',
    requirement: 'M05.FR.01',
    about: 'Fails to install roots of the manufacturer.',
    killedBy: 'TC_M_02_CS',
    interceptor: failingToInstall('ManufacturerRootCertificate'),
  },
  {
    name: 'v2g-root-not-installed',
    requirement: 'M05.FR.01',
    about: 'Fails to install V2G roots.',
    killedBy: 'TC_M_03_CS',
    interceptor: failingToInstall('V2GRootCertificate'),
  },
  {
    name: 'mo-root-not-installed',
    requirement: 'M05.FR.01',
    about: 'Fails to install roots of mobility operators.',
    killedBy: 'TC_M_04_CS',
    interceptor: failingToInstall('MORootCertificate'),
  },
  {
    name: 'expired-root-installed',
    requirement: 'M05.FR.07',
    about: 'Installs roots whose period is over.',
    killedBy: 'TC_M_07_CS',
  },
  {
    name: 'rejected-root-installed',
    requirement: 'M05.FR.07',
    about: 'Installs a root all the same that it rejects.',
    killedBy: 'TC_M_07_CS',
  },
  {
    name: 'unsigned-root-installed',
    requirement: 'M05.FR.11',
    about: 'Installs a new root that the old one has not signed, despite AdditionalRootCertificateCheck.',
    killedBy: 'TC_M_09_CS',
  },
  {
    name: 'fallback-root-kept',
    requirement: 'M05.FR.13',
    about: 'Keeps the old root when the new one has proved itself.',
    killedBy: 'TC_M_30_CS',
  },
  {
    name: 'fallback-root-never-used',
    requirement: 'M05.FR.14',
    about: 'Does not fall back on the old root.',
    killedBy: 'TC_M_31_CS',
  },
);
