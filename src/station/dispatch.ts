import type { Action, RequestOf, ResponseOf } from '../ocpp/action.ts';
import type { ErrorCode } from '../ocpp/error-code.ts';
import type { Payload } from '../ocpp/frame.ts';
import { type Handled, refusal } from '../wire/rpc.ts';
import type { Core } from './core.ts';
import { HANDLERS } from './handlers.ts';

/** What a handler answers, and what the station then does about it. */
export type Answer<A extends Action> =
  | {
      payload: ResponseOf<A>;
      /** Acts on what was really answered, which a script may have changed. */
      afterwards?(sent: ResponseOf<A>): void;
    }
  | { error: ErrorCode; description: string };

/** Answers one kind of request of the CSMS. It changes nothing before `afterwards`. */
export type Handler<A extends Action> = (core: Core, request: RequestOf<A>) => Answer<A>;

/** Answers a request of the CSMS. */
export function dispatch(core: Core, action: Action, payload: Payload): Handled {
  if (core.registration.status === 'Rejected' && !core.faults.has('answers-while-rejected')) {
    return refusal('SecurityError', 'the BootNotificationRequest was rejected (B03.FR.08)');
  }
  const handler = HANDLERS[action] as Handler<Action> | undefined;
  if (!handler) return refusal('NotSupported', `this station does not support ${action}`);
  if (typeof payload.requestId === 'number') remember(core, action, payload.requestId);
  const answer = handler(core, payload as unknown as RequestOf<Action>);
  if ('error' in answer) return refusal(answer.error, answer.description);
  return {
    reply: { payload: answer.payload as unknown as Payload },
    afterwards: (sent) => answer.afterwards?.(sent as unknown as ResponseOf<Action>),
  };
}

/** The one that was last comes last. */
function remember({ requestIds }: Core, action: Action, requestId: number): void {
  requestIds.delete(action);
  requestIds.set(action, requestId);
}
