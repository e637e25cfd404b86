import type { Handler } from '../dispatch.ts';

/** Use case B09. */
export const setNetworkProfile: Handler<'SetNetworkProfile'> = ({ networkProfiles }, request) => {
  const reasonCode = networkProfiles.objection(request);
  return {
    payload: reasonCode ? { status: 'Rejected', statusInfo: { reasonCode } } : { status: 'Accepted' },
    afterwards: ({ status }) => {
      if (status === 'Accepted') networkProfiles.store(request);
    },
  };
};
