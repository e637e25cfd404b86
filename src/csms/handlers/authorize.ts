import type { AuthorizationStatusEnumType, AuthorizeRequest } from '../../ocpp/generated/messages.ts';
import type { Handler } from '../context.ts';

export const authorize: Handler<'Authorize'> = (request, { tokens }) => {
  const idTokenInfo = tokens.info(request.idToken);
  if (!showsContract(request)) return { payload: { idTokenInfo } };
  // C07.FR.13, C07.FR.14; the contract itself is taken to be in order.
  return { payload: { idTokenInfo, certificateStatus: CANCELLED.has(idTokenInfo.status) ? 'ContractCancelled' : 'Accepted' } };
};

const CANCELLED: ReadonlySet<AuthorizationStatusEnumType> = new Set(['Blocked', 'Expired', 'Invalid', 'Unknown']);

const showsContract = ({ certificate, iso15118CertificateHashData }: AuthorizeRequest): boolean =>
  certificate !== undefined || iso15118CertificateHashData !== undefined;
