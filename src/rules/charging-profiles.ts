import type { ChargingProfileType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { type Evidence, type Finding, finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { requestIn } from './violations.ts';

const ROOT = '/chargingProfile';

/** What a CSMS has to say about the charging profiles that it sets, asks for and clears. */
export const chargingProfiles: Rule = (report) => ({
  messages: ['SetChargingProfile', 'RequestStartTransaction', 'GetChargingProfiles', 'ClearChargingProfile'],
  see(entry) {
    if (entry.kind !== 'frame' || entry.deliberate) return;
    const set = requestIn(entry, 'SetChargingProfile')?.chargingProfile;
    const profile = set ?? requestIn(entry, 'RequestStartTransaction')?.chargingProfile;
    const wrong = [...(set ? wrongPurpose(set, entry) : []), ...(profile ? wrongKind(profile, entry) : []), ...lackingCriteria(entry)];
    for (const one of wrong) report(one);
  },
});

const told = (entry: FrameEntry, evidence: Omit<Evidence, 'party' | 'entries'>): Evidence => ({
  ...evidence,
  party: entry.from,
  entries: [entry],
});

function wrongPurpose({ chargingProfilePurpose: purpose, transactionId }: ChargingProfileType, entry: FrameEntry): Finding[] {
  const pointer = `${ROOT}/chargingProfilePurpose`;
  if (purpose === 'ChargingStationExternalConstraints')
    return [finding('external-constraint-set', told(entry, { expected: 'a purpose of the CSMS', actual: purpose, pointer }))];
  if ((purpose === 'TxProfile') === (transactionId !== undefined)) return [];
  const evidence =
    purpose === 'TxProfile'
      ? { expected: 'a transactionId', actual: 'a TxProfile without one', pointer: ROOT }
      : {
          requirement: 'Part 2, ChargingProfileType',
          expected: `no transactionId in a ${purpose}`,
          actual: `${transactionId}`,
          pointer: `${ROOT}/transactionId`,
        };
  return [finding('tx-profile-transaction', told(entry, evidence))];
}

/** K01.FR.40, K01.FR.41, K01.FR.60 */
function wrongKind({ chargingProfileKind: kind, recurrencyKind, chargingSchedule }: ChargingProfileType, entry: FrameEntry): Finding[] {
  const found: Finding[] = [];
  const relative = kind === 'Relative';
  const index = chargingSchedule.findIndex(({ startSchedule }) => (startSchedule === undefined) !== relative);
  if (index >= 0) {
    const pointer = `${ROOT}/chargingSchedule/${index}/startSchedule`;
    const [expected, actual] = [relative ? 'no startSchedule' : 'a startSchedule', `a schedule ${relative ? 'with' : 'without'} one`];
    const requirement = relative ? 'K01.FR.41' : 'K01.FR.40';
    found.push(
      finding('charging-profile-kind', told(entry, { requirement, expected: `${expected} in a profile that is ${kind}`, actual, pointer })),
    );
  }
  if ((kind === 'Recurring') !== (recurrencyKind !== undefined)) {
    const [expected, actual] = kind === 'Recurring' ? ['a recurrencyKind', 'none'] : ['no recurrencyKind', `${recurrencyKind}`];
    const pointer = `${ROOT}/recurrencyKind`;
    found.push(
      finding(
        'charging-profile-kind',
        told(entry, { requirement: 'K01.FR.60', expected: `${expected} in a profile that is ${kind}`, actual, pointer }),
      ),
    );
  }
  return found;
}

function lackingCriteria(entry: FrameEntry): Finding[] {
  const asked = requestIn(entry, 'GetChargingProfiles');
  const cleared = requestIn(entry, 'ClearChargingProfile');
  const expected = 'the id of a profile, or a criterion';
  if (asked && isEmpty(asked.chargingProfile))
    return [finding('profile-criteria', told(entry, { expected, actual: 'neither', pointer: ROOT }))];
  if (cleared && cleared.chargingProfileId === undefined && isEmpty(cleared.chargingProfileCriteria))
    return [finding('profile-criteria', told(entry, { requirement: 'K10.FR.02', expected, actual: 'neither', pointer: '' }))];
  return [];
}

/** Custom data say nothing about which. */
const isEmpty = (criteria: object | undefined): boolean => Object.keys(criteria ?? {}).every((name) => name === 'customData');
