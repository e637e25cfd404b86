import type { IdTokenType, SendLocalListRequest } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** A local authorization list as the CSMS sends it: a version above 0, each token once, and in a whole list what is known of it. */
export const localListSent: Rule = (report) => ({
  messages: ['SendLocalList'],
  see(entry) {
    const request = entry.kind === 'frame' && entry.from === 'csms' && !entry.deliberate ? requestIn(entry, 'SendLocalList') : undefined;
    if (!request || entry.kind !== 'frame') return;
    const common = { party: 'csms', entries: [entry] } as const;
    const { versionNumber, updateType, localAuthorizationList = [] } = request;
    if (versionNumber <= 0)
      report(
        finding('local-list-version', { ...common, expected: 'a version from 1', actual: `${versionNumber}`, pointer: '/versionNumber' }),
      );
    const repeated = positionOfRepeated(localAuthorizationList);
    if (repeated >= 0)
      report(
        finding('local-list-repeated', {
          ...common,
          expected: 'each token once',
          actual: 'a token again that is further up in the list',
          pointer: `/localAuthorizationList/${repeated}`,
        }),
      );
    const bare = updateType === 'Full' ? localAuthorizationList.findIndex(({ idTokenInfo }) => !idTokenInfo) : -1;
    if (bare >= 0)
      report(
        finding('local-list-info', {
          ...common,
          expected: 'idTokenInfo with every token of a whole list',
          actual: 'a token without it',
          pointer: `/localAuthorizationList/${bare}/idTokenInfo`,
        }),
      );
  },
});

/** Tokens with additional information may differ by that, so they are left alone. */
function positionOfRepeated(entries: NonNullable<SendLocalListRequest['localAuthorizationList']>): number {
  const keys = entries.map(({ idToken }, index) => (idToken.additionalInfo ? `${index}` : keyOf(idToken)));
  return keys.findIndex((key, index) => keys.indexOf(key) < index);
}

const keyOf = ({ idToken, type }: IdTokenType): string => `${type} ${idToken.toLowerCase()}`;

/** The list that a station is known to have: of the last update that it accepted, or the version that it told. */
interface Known {
  version?: number;
  proof?: FrameEntry;
}

/**
 * The version of a station's list is that of the last update that it accepted, and a change to a version that is not
 * higher is turned down. A list that is switched off has version 0, and one may be lost with a reboot.
 */
export const localListVersion: Rule = (report) => {
  const stations = new PerStation<Known>(() => ({}));

  function told(entry: FrameEntry, versionNumber: number, known: Known): void {
    const { version, proof } = known;
    if (versionNumber !== 0 && version !== undefined && proof && versionNumber !== version && !entry.deliberate)
      report(
        finding('local-list-version-told', {
          party: 'station',
          expected: `version ${version}, or 0 if the list is switched off`,
          actual: `version ${versionNumber}`,
          pointer: '/versionNumber',
          entries: [entry, proof],
        }),
      );
    if (versionNumber !== 0) Object.assign(known, { version: versionNumber, proof: entry });
  }

  function answered(entry: FrameEntry, { updateType, versionNumber }: SendLocalListRequest, known: Known): void {
    const { version, proof } = known;
    const isPast = updateType === 'Differential' && version !== undefined && versionNumber <= version;
    if (isPast && proof && !entry.deliberate)
      report(
        finding('local-list-version-mismatch', {
          party: 'station',
          expected: `VersionMismatch, as the list has version ${version} already`,
          actual: `Accepted for version ${versionNumber}`,
          pointer: '/status',
          entries: [entry, proof],
        }),
      );
    Object.assign(known, { version: versionNumber, proof: entry });
  }

  return {
    messages: ['SendLocalList', 'GetLocalListVersion', 'BootNotificationRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame' || entry.from !== 'station') return;
      const known = stations.of(entry);
      // What D01.FR.10 asks for is only recommended.
      if (requestIn(entry, 'BootNotification')) Object.assign(known, { version: undefined, proof: undefined });
      const version = responseIn(entry, 'GetLocalListVersion')?.versionNumber;
      if (version !== undefined) told(entry, version, known);
      const call = callOf(entry);
      const update = call && requestIn(call, 'SendLocalList');
      if (update && responseIn(entry, 'SendLocalList')?.status === 'Accepted') answered(entry, update, known);
    },
  };
};
