import type { ResetRequest, ResetResponse } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Handler } from '../dispatch.ts';

/** Use cases B11 and B12. */
export const reset: Handler<'Reset'> = (core, request) => ({
  payload: judge(core, request),
  afterwards: ({ status }) => {
    const exists = request.evseId === undefined || core.evses.some(({ id }) => id === request.evseId);
    if (exists && status !== 'Rejected') core.resets.begin(request, status === 'Scheduled');
  },
});

function judge({ config, evses, resets }: Core, { type, evseId }: ResetRequest): ResetResponse {
  const rejected = (reasonCode: string): ResetResponse => ({ status: 'Rejected', statusInfo: { reasonCode } });
  if (evseId !== undefined && !config.capabilities.resetEvse) return rejected('UnsupportedRequest');
  if (evseId !== undefined && !evses.some(({ id }) => id === evseId)) return rejected('UnknownEvse');
  if (resets.isRunning(evseId)) return { status: 'Rejected' };
  return { status: type === 'OnIdle' && !resets.isIdle(evseId) ? 'Scheduled' : 'Accepted' };
}
