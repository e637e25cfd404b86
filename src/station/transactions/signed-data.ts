import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { MeterValueType, SampledValueType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Transaction } from './session.ts';

/** The key of the meter; every station signs with the same one, as nobody's bill depends on it. */
let keys: { privateKey: KeyObject; publicKey: string } | undefined;

/** Whether the meter is to sign what it shows (E02.FR.14, J01.FR.21, J02.FR.21). */
export const signs = (
  { variables }: Pick<Core, 'variables'>,
  controller: 'SampledDataCtrlr' | 'AlignedDataCtrlr' = 'SampledDataCtrlr',
): boolean => variables.flag(`${controller}.SignReadings`);

/** A reading with a signature beside each value, as Open Charge Metering Format. */
export function signed(core: Core, { timestamp, sampledValue, ...rest }: MeterValueType, transaction?: Transaction): MeterValueType {
  const withKey = tellsKey(core, transaction);
  if (withKey && transaction) transaction.keyTold = true;
  const withSignatures = sampledValue.map((value) => signedAt(timestamp, value, withKey)) as MeterValueType['sampledValue'];
  return { timestamp, sampledValue: withSignatures, ...rest };
}

function tellsKey({ variables }: Core, transaction: Transaction | undefined): boolean {
  const path = 'OCPPCommCtrlr.PublicKeyWithSignedMeterValue';
  const when = variables.has(path) ? variables.get(path) : 'EveryMeterValue';
  return when === 'EveryMeterValue' || (when === 'OncePerTransaction' && !transaction?.keyTold);
}

function signedAt(timestamp: string, sampled: SampledValueType, withKey: boolean): SampledValueType {
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
      // The field has to be there, key or not.
      publicKey: withKey ? keys.publicKey : '',
    },
  };
}

function newKeys(): NonNullable<typeof keys> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') };
}
