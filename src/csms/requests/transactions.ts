import type { IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Context, RequestKind } from '../context.ts';
import { profileFor } from './charging-profile.ts';

/** What an operator means who names no transaction. */
const transactionId = ({ station }: Context): string => station.transactions.current()?.transactionId ?? 'unknown';

/** The token that requests are made for where none is named. */
export const usualToken = ({ tokens }: Context): IdTokenType => tokens.accepted[0] ?? { idToken: '', type: 'NoAuthorization' };

/** F01, F02 */
export const requestStartTransaction: RequestKind<'RequestStartTransaction'> = {
  compose: (context, { chargingProfile }) => ({
    idToken: usualToken(context),
    remoteStartId: context.nextId(),
    evseId: context.config.usual.evseId,
    // K05.FR.02; there is no transaction yet that it could name (F01.FR.11).
    ...(chargingProfile
      ? { chargingProfile: profileFor(context, context.config.usual.evseId, { ...chargingProfile, chargingProfilePurpose: 'TxProfile' }) }
      : {}),
  }),
};

/** F03 */
export const requestStopTransaction: RequestKind<'RequestStopTransaction'> = {
  compose: (context) => ({ transactionId: transactionId(context) }),
};

/** E14 */
export const getTransactionStatus: RequestKind<'GetTransactionStatus'> = { compose: () => ({}) };

/** I02 */
export const costUpdated: RequestKind<'CostUpdated'> = {
  compose: (context) => ({ transactionId: transactionId(context), totalCost: 0 }),
};
