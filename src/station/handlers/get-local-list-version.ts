import type { Handler } from '../dispatch.ts';

/** Use case D02. */
export const getLocalListVersion: Handler<'GetLocalListVersion'> = ({ localAuthorizationList }) => ({
  payload: { versionNumber: localAuthorizationList.version },
});
