import type { AuthorizationData, IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Context, RequestKind } from '../context.ts';
import { chunks } from './split.ts';

/** C11 */
export const clearCache: RequestKind<'ClearCache'> = { compose: () => ({}) };

/** D02 */
export const getLocalListVersion: RequestKind<'GetLocalListVersion'> = {
  compose: () => ({}),
  learn: ({ versionNumber }, _sent, { station }) => {
    station.localListVersion = versionNumber;
  },
};

/** D01 */
export const sendLocalList: RequestKind<'SendLocalList'> = {
  // A difference needs a version higher than that of the list in the station (D01.FR.19).
  prepare: async ({ send }, { updateType }) => {
    if (updateType === 'Differential') await send('GetLocalListVersion', {});
  },
  compose: (context, partial) => ({
    // D01.FR.18
    versionNumber: Math.max(context.station.localListVersion, 0) + 1,
    updateType: 'Full',
    // Who says Full and no more empties the list (D01.FR.04).
    ...('localAuthorizationList' in partial || partial.updateType === 'Full' ? {} : entries(context)),
  }),
  // D01.FR.11: what the first message has no room for is added by further ones.
  split: ({ localAuthorizationList, ...rest }, { station }) => {
    if (!localAuthorizationList) return [rest];
    const [first, ...more] = chunks(localAuthorizationList, station.deviceModel.limit('LocalAuthListCtrlr.ItemsPerMessage'));
    const additions = more.map((part, index) => ({
      ...rest,
      updateType: 'Differential' as const,
      versionNumber: rest.versionNumber + index + 1,
      localAuthorizationList: part as typeof localAuthorizationList,
    }));
    return [{ ...rest, localAuthorizationList: first as typeof localAuthorizationList }, ...additions];
  },
  learn: ({ status }, { versionNumber, updateType, localAuthorizationList = [] }, { station }) => {
    if (status !== 'Accepted') return;
    station.localListVersion = versionNumber;
    if (updateType === 'Full') station.listed.clear();
    for (const { idToken, idTokenInfo } of localAuthorizationList) {
      if (idTokenInfo) station.listed.add(listKey(idToken));
      else station.listed.delete(listKey(idToken));
    }
  },
};

/** Tokens are the same in upper and lower case. */
export const listKey = ({ idToken, type }: IdTokenType): string => `${type} ${idToken}`.toLowerCase();

/** The first token that is accepted; no list is better than an empty one (Part 4, 4.1.5). */
function entries({ tokens }: Context): { localAuthorizationList?: AuthorizationData[] } {
  const [idToken] = tokens.accepted;
  return idToken ? { localAuthorizationList: [{ idToken, idTokenInfo: tokens.info(idToken) }] } : {};
}
