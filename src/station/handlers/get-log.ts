import type { Handler } from '../dispatch.ts';

/** Use case N01. */
export const getLog: Handler<'GetLog'> = (core, request) => ({
  payload: { status: core.logUploads.busy ? 'AcceptedCanceled' : 'Accepted', filename: core.logUploads.fileName(request) },
  afterwards: ({ status }) => {
    if (status !== 'Rejected') core.logUploads.begin(request);
  },
});
