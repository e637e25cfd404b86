import type { AuthorizationStatusEnumType, AuthorizeRequest, AuthorizeResponse } from '../../ocpp/generated/messages.ts';
import type { Answered, Handler } from '../context.ts';
import { judgeContract } from '../contracts.ts';
import { withTariff } from '../tariff.ts';

export const authorize: Handler<'Authorize'> = (request, context) => {
  const idTokenInfo = withTariff(context.tokens.info(request.idToken), context);
  if (!showsContract(request)) return { payload: { idTokenInfo } };
  const valid = contractOf(idTokenInfo);
  if (!context.config.capabilities.contractValidation) return valid;
  return judgeContract(request, context).then((certificateStatus): Answered<'Authorize'> => {
    if (certificateStatus === 'Accepted') return valid;
    // C07.FR.15 to C07.FR.17
    const status = certificateStatus === 'CertificateExpired' ? 'Expired' : 'Invalid';
    return { payload: { idTokenInfo: { ...idTokenInfo, status }, certificateStatus } };
  });
};

/** What is said of a contract whose certificates are in order: C07.FR.13, C07.FR.14. */
const contractOf = (idTokenInfo: AuthorizeResponse['idTokenInfo']): { payload: AuthorizeResponse } => ({
  payload: { idTokenInfo, certificateStatus: CANCELLED.has(idTokenInfo.status) ? 'ContractCancelled' : 'Accepted' },
});

const CANCELLED: ReadonlySet<AuthorizationStatusEnumType> = new Set(['Blocked', 'Expired', 'Invalid', 'Unknown']);

const showsContract = ({ certificate, iso15118CertificateHashData }: AuthorizeRequest): boolean =>
  certificate !== undefined || iso15118CertificateHashData !== undefined;
