import type { Handler } from '../dispatch.ts';

/** Use case N01. */
export const getLog: Handler<'GetLog'> = (core, request) => {
  const { logUploads, persistent, faults } = core;
  // N01.FR.05
  const none = persistent.emptyLogs.has(request.logType) && !faults.has('log-accepted-although-none');
  const refused = request.logType === 'SecurityLog' && faults.has('security-log-refused');
  // That somebody has asked is the first thing that a new log has in it.
  if (none || refused) return { payload: { status: 'Rejected' }, afterwards: () => void persistent.emptyLogs.delete(request.logType) };
  const cancels = logUploads.busy && !faults.has('second-log-accepted-as-first');
  return {
    payload: {
      status: cancels ? 'AcceptedCanceled' : 'Accepted',
      ...(faults.has('log-without-name') ? {} : { filename: logUploads.fileName(request) }),
    },
    afterwards: ({ status }) => {
      if (status !== 'Rejected') logUploads.begin(request);
    },
  };
};
