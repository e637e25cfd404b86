import type { Action } from '../../ocpp/action.ts';
import type { Payload } from '../../ocpp/frame.ts';
import type { Interceptor, Reply } from '../../wire/rpc.ts';
import type { FaultDescription } from './fault.ts';

type Info = Payload & { status?: string };

/** Changes what is said about tokens in the answers to some actions. */
const saying = (actions: readonly Action[], change: (info: Info, request: Payload) => Info | undefined) => (): Interceptor => ({
  reply: ({ action, payload: request }, reply): Reply => {
    if (!(actions as string[]).includes(action) || !('payload' in reply) || !reply.payload.idTokenInfo) return reply;
    const { idTokenInfo, ...rest } = reply.payload;
    const info = change(idTokenInfo as Info, request);
    return { payload: { ...rest, ...(info ? { idTokenInfo: info } : {}) } };
  },
});

const BOTH: readonly Action[] = ['Authorize', 'TransactionEvent'];
const accepting = (...statuses: string[]) =>
  saying(BOTH, (info) => (statuses.includes(info.status ?? '') ? { ...info, status: 'Accepted' } : info));
const withoutGroup = ({ groupIdToken: _, ...info }: Info): Info => info;
const stopsByMasterPass = ({ transactionInfo }: Payload): boolean =>
  (transactionInfo as Payload | undefined)?.stoppedReason === 'MasterPass';

/** Says something else of the certificates of a contract, and of its token accordingly. */
const contractStatus =
  (from: string, to: string, when: (request: Payload) => boolean = () => true) =>
  (): Interceptor => ({
    reply: ({ payload: request }, reply): Reply => {
      if (!('payload' in reply) || reply.payload.certificateStatus !== from || !when(request)) return reply;
      const status = to === 'Accepted' ? 'Accepted' : 'Invalid';
      return { payload: { ...reply.payload, certificateStatus: to, idTokenInfo: { ...(reply.payload.idTokenInfo as Info), status } } };
    },
  });

/** Faults in what is said about tokens: block C. */
export const AUTHORIZATION_FAULTS = {
  'accepts-invalid-token': {
    requirement: 'C01.FR.07',
    about: 'Accepts tokens that it knows as invalid.',
    killedBy: 'TC_C_02_CSMS',
    interceptor: accepting('Invalid', 'Unknown'),
  },
  'accepts-blocked-token': {
    requirement: 'C01.FR.07',
    about: 'Accepts tokens that are blocked.',
    killedBy: 'TC_C_06_CSMS',
    interceptor: accepting('Blocked'),
  },
  'accepts-expired-token': {
    requirement: 'C01.FR.07',
    about: 'Accepts tokens that have expired.',
    killedBy: 'TC_C_07_CSMS',
    interceptor: accepting('Expired'),
  },
  'transaction-token-not-judged': {
    requirement: 'C12.FR.03',
    about: 'Accepts every token in a TransactionEventRequest.',
    killedBy: 'TC_C_20_CSMS',
    interceptor: saying(['TransactionEvent'], (info) => ({ ...info, status: 'Accepted' })),
  },
  'transaction-token-not-mentioned': {
    requirement: 'E01.FR.12',
    about: 'Does not say in a TransactionEventResponse what it makes of the token.',
    killedBy: 'TC_C_08_CSMS',
    interceptor: saying(['TransactionEvent'], () => undefined),
  },
  'authorize-without-group': {
    requirement: 'C09.FR.09',
    about: 'Leaves the group out of AuthorizeResponse.',
    killedBy: 'TC_C_43_CSMS',
    interceptor: saying(['Authorize'], withoutGroup),
  },
  'transaction-without-group': {
    requirement: 'C09.FR.12',
    about: 'Leaves the group out of TransactionEventResponse.',
    killedBy: 'TC_C_40_CSMS',
    interceptor: saying(['TransactionEvent'], withoutGroup),
  },
  'group-only-at-start': {
    requirement: 'C09.FR.12',
    about: 'Leaves the group out when a transaction is stopped.',
    killedBy: 'TC_C_39_CSMS',
    interceptor: saying(['TransactionEvent'], (info, { triggerReason }) =>
      triggerReason === 'StopAuthorized' ? withoutGroup(info) : info,
    ),
  },
  'master-pass-not-accepted': {
    requirement: 'C09.FR.09',
    about: 'Says of a master pass that it is not allowed to charge.',
    killedBy: 'TC_C_47_CSMS',
    interceptor: saying(['Authorize'], (info, { idToken }) => (isMasterPass(info) && idToken ? { ...info, status: 'Invalid' } : info)),
  },
  'master-pass-group-forgotten-at-stop': {
    requirement: 'C09.FR.12',
    about: 'Leaves the group out of the answer to a stop by master pass.',
    killedBy: 'TC_C_48_CSMS',
    interceptor: saying(['TransactionEvent'], (info, request) => (stopsByMasterPass(request) ? withoutGroup(info) : info)),
  },
  'master-pass-stop-not-accepted': {
    requirement: 'C01.FR.07',
    about: 'Takes a master pass for invalid when it has stopped a transaction.',
    killedBy: 'TC_C_49_CSMS',
    interceptor: saying(['TransactionEvent'], (info, request) => (stopsByMasterPass(request) ? { ...info, status: 'Invalid' } : info)),
  },
  'contract-revocation-not-looked-up': {
    requirement: 'C07.FR.05',
    about: 'Takes every contract certificate for valid without asking an OCSP responder.',
    killedBy: 'TC_C_50_CSMS',
  },
  'revoked-contract-accepted': {
    requirement: 'C07.FR.16',
    about: 'Accepts contracts whose certificate has been revoked.',
    killedBy: 'TC_C_51_CSMS',
    interceptor: contractStatus('CertificateRevoked', 'Accepted'),
  },
  'sent-contract-not-validated': {
    requirement: 'C07.FR.05',
    about: 'Takes contract certificates that it is sent for part of no chain.',
    killedBy: 'TC_C_52_CSMS',
    interceptor: contractStatus('Accepted', 'CertChainError', ({ certificate }) => certificate !== undefined),
  },
  'clear-cache-never-sent': {
    requirement: 'C11.FR.01',
    about: 'Does not send ClearCache.',
    killedBy: 'TC_C_37_CSMS',
    interceptor: () => ({ frame: (frame, text) => (frame.type === 'CALL' && frame.action === 'ClearCache' ? [] : [text]) }),
  },
} as const satisfies Record<string, FaultDescription>;

/** By the name of the group: a CSMS tells it to stations in MasterPassGroupId. */
function isMasterPass({ groupIdToken }: Info): boolean {
  return /master/i.test(String((groupIdToken as Payload | undefined)?.idToken));
}
