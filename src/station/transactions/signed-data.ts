import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { MeterValueType, SampledValueType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';

/** The key of the meter; every station signs with the same one, as nobody's bill depends on it. */
let keys: { privateKey: KeyObject; publicKey: string } | undefined;

/** Whether the meter is to sign what it shows (E02.FR.14). */
export const signs = ({ variables }: Pick<Core, 'variables'>): boolean => variables.flag('SampledDataCtrlr.SignReadings');

/** The readings with a signature beside each value, as Open Charge Metering Format. */
export const signed = (readings: MeterValueType[]): MeterValueType[] =>
  readings.map(({ timestamp, sampledValue, ...rest }) => {
    const withSignatures = sampledValue.map((value) => signedAt(timestamp, value)) as MeterValueType['sampledValue'];
    return { timestamp, sampledValue: withSignatures, ...rest };
  });

function signedAt(timestamp: string, sampled: SampledValueType): SampledValueType {
  keys ??= newKeys();
  const { value, context, measurand, unitOfMeasure } = sampled;
  const reading = JSON.stringify({ TM: timestamp, TX: context, RV: value, RI: measurand, RU: unitOfMeasure?.unit });
  const signature = sign('sha256', Buffer.from(reading), keys.privateKey).toString('hex');
  const record = `OCMF|${reading}|${JSON.stringify({ SA: 'ECDSA-secp256r1-SHA256', SD: signature })}`;
  return {
    ...sampled,
    signedMeterValue: {
      signedMeterData: Buffer.from(record).toString('base64'),
      signingMethod: 'ECDSA-secp256r1-SHA256',
      encodingMethod: 'OCMF',
      publicKey: keys.publicKey,
    },
  };
}

function newKeys(): NonNullable<typeof keys> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') };
}
