import type { FirmwareStatusEnumType, UpdateFirmwareRequest } from '../ocpp/generated/messages.ts';
import type { Severity } from './finding.ts';

type Status = FirmwareStatusEnumType;

/** How far an update has come with each status. What is on one level may come in any order. */
const LEVELS: Partial<Record<Status, number>> = {
  DownloadScheduled: 1,
  Downloading: 1,
  DownloadPaused: 1,
  Downloaded: 2,
  SignatureVerified: 3,
  InstallScheduled: 4,
  Installing: 5,
  InstallRebooting: 5,
  Installed: 6,
};

/** An update that has reached one of them is over. */
export const FINAL: ReadonlySet<Status> = new Set([
  'Installed',
  'DownloadFailed',
  'InvalidSignature',
  'InstallVerificationFailed',
  'InstallationFailed',
]);
const INSTALLS: ReadonlySet<Status> = new Set(['Installing', 'InstallRebooting', 'Installed']);

/** What is known of an update when another status of it comes. */
export interface Progress {
  request: UpdateFirmwareRequest;
  /** Every status that was told so far. */
  told: ReadonlySet<Status>;
  /** The last one. */
  status: Status | undefined;
  /** There was a time without connection or a restart, in which more may have happened than was told. */
  gap: boolean;
}

/** Why a status should not come now, if it should not: what was to be expected, and how bad it is. */
export interface Objection {
  expected: string;
  severity: Severity;
  requirement: string;
}

const bad = (expected: string, requirement = 'L01.FR.01'): Objection => ({ expected, severity: 'violation', requirement });
const odd = (expected: string): Objection => ({ expected, severity: 'warning', requirement: 'L01.FR.01' });

/** L01.FR.01 and the requirements on single statuses; says nothing of what may have gone unheard. */
export function objectionTo(next: Status, { request: { firmware }, told, status, gap }: Progress): Objection | undefined {
  if (next === status || next === 'Idle') return undefined;
  if (status && FINAL.has(status)) return afterEnd(next, status);
  const signed = firmware.signature !== undefined;
  if (!signed && (next === 'SignatureVerified' || next === 'InvalidSignature')) return odd('no signature is looked at that was not sent');
  if (gap) return undefined;
  if (signed && INSTALLS.has(next) && !told.has('SignatureVerified')) return bad('SignatureVerified before', 'L01.FR.04');
  // L01.FR.23 lets only a station that restarts leave it out.
  if (next === 'Installed' && !told.has('Installing') && !told.has('InstallRebooting')) return bad('Installing before');
  if (next === 'Downloaded' && !told.has('Downloading')) return odd('Downloading before');
  if (LEVELS[next] && level(next) < level(status)) return odd(`no way back after ${status}`);
  return undefined;
}

function afterEnd(next: Status, status: Status): Objection | undefined {
  if (status === 'InvalidSignature') return bad(`nothing after ${status}`, 'L01.FR.03');
  // L01.FR.32 has it the other way round, or leaves it out.
  if (status === 'Installed')
    return next === 'InstallRebooting' ? odd('InstallRebooting before Installed') : bad(`nothing after ${status}`);
  if (FINAL.has(next) && next !== 'Installed') return odd(`one reason for the failure, which was ${status}`);
  return next === 'Installed' || (status === 'DownloadFailed' && level(next) > 1)
    ? bad(`nothing after ${status}`)
    : odd(`nothing after ${status}`);
}

const level = (status: Status | undefined): number => (status && LEVELS[status]) ?? 0;

/** When the CSMS wants at the earliest what a status tells of. */
export function earliest(status: Status, { firmware }: UpdateFirmwareRequest): { at: string; requirement: string } | undefined {
  if (status === 'Downloading' || status === 'Downloaded') return { at: firmware.retrieveDateTime, requirement: 'L01.FR.13' };
  if ((status !== 'Installing' && status !== 'Installed') || firmware.installDateTime === undefined) return undefined;
  return { at: firmware.installDateTime, requirement: 'L01.FR.16' };
}
