import type { Payload } from '../../ocpp/frame.ts';
import type { NotifyReportRequest } from '../../ocpp/generated/messages.ts';
import type { UpgradeFacts } from '../../ocpp/handshake.ts';
import type { Party } from '../../ocpp/party.ts';
import type { Entry, FrameEntry } from '../../trace/entry.ts';

const framesOf = (entries: readonly Entry[], from: Party): FrameEntry[] =>
  entries.filter((entry) => entry.kind === 'frame').filter((entry) => entry.from === from);

/** The payloads of all requests of that kind, in order. */
export const requestsOf = (entries: readonly Entry[], from: Party, action: string): Payload[] =>
  framesOf(entries, from).flatMap(({ decoded: { frame } }) => (frame?.type === 'CALL' && frame.action === action ? [frame.payload] : []));

/** The payloads of all answers to requests of that kind, in order. */
export const answersTo = (entries: readonly Entry[], from: Party, action: string): Payload[] =>
  framesOf(entries, from).flatMap(({ decoded: { frame }, answers }) => {
    const call = answers?.decoded.frame;
    return frame?.type === 'CALLRESULT' && call?.type === 'CALL' && call.action === action ? [frame.payload] : [];
  });

/** The latest opening handshake. */
export const upgradeIn = (entries: readonly Entry[]): UpgradeFacts | undefined =>
  entries.flatMap((entry) => (entry.kind === 'connected' ? [entry.upgrade] : [])).at(-1);

/** The parts of a report. */
export const partsOf = (entries: readonly Entry[], requestId: number): NotifyReportRequest[] =>
  (requestsOf(entries, 'station', 'NotifyReport') as unknown as NotifyReportRequest[]).filter((part) => part.requestId === requestId);

/** Whether no more parts are to come, and none between has been lost. */
export function isWhole(parts: readonly NotifyReportRequest[]): boolean {
  const last = parts.find(({ tbc }) => !tbc);
  return last !== undefined && new Set(parts.map(({ seqNo }) => seqNo)).size === last.seqNo + 1;
}

/** What a CSMS asked for, each kind once: actions, with what tells them apart. */
export function requestsByCsms(entries: readonly Entry[]): string[] {
  const calls = framesOf(entries, 'csms').flatMap(({ decoded: { frame } }) => (frame?.type === 'CALL' ? [frame] : []));
  return [...new Set(calls.map(({ action, payload }) => described(action, payload)))];
}

function described(action: string, { reportBase, requestedMessage, getVariableData, setVariableData }: Payload): string {
  const items = getVariableData ?? setVariableData;
  if (Array.isArray(items)) return items.length > 1 ? `${action} of several` : action;
  return [action, reportBase ?? requestedMessage ?? ''].join(' ').trim();
}
