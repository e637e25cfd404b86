import type { Payload } from '../ocpp/frame.ts';
import { type Party, partyName } from '../ocpp/party.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Dialogue } from './dialogue.ts';
import { condition, counts, describe } from './matcher.ts';
import { payloadOf } from './payload.ts';
import { compare, type Mismatch, type Row } from './table.ts';
import { Unmet } from './verdict.ts';

/** A message with what is asked of it: `BootNotification with reason = PowerUp`. */
export function phrase(message: string, rows: readonly Row[], { scope }: Dialogue): string {
  const own = new Set(rows.map(({ cell }) => cell.remember));
  const parts = rows.flatMap(({ label, cell }) => {
    const asked = condition(label, cell.matcher, scope);
    const { when } = cell;
    if (!when) return [asked];
    // What the message itself tells is not known before it has come.
    if (own.has(when.name) || !scope.remembers(when.name)) return [`${asked} when $${when.name} is ${describe(when.matcher, scope)}`];
    return counts(cell, scope) ? [asked] : [];
  });
  return parts.length > 0 ? `${message} with ${parts.join(', ')}` : message;
}

/** What a party sent since the last thing that was set in motion, as a phrase. */
export function heard(dialogue: Dialogue, party: Party): string {
  const messages = evidenceOf(dialogue, party).map(({ decoded }) =>
    decoded.frame?.type === 'CALL' ? decoded.frame.action : (decoded.frame?.type ?? 'an unreadable frame'),
  );
  if (messages.length === 0) return `${partyName(party)} sent nothing`;
  return `${partyName(party)} sent ${messages.slice(-MOST).join(', ')}`;
}

const MOST = 8;

/** The frames that a party sent since the last thing that was set in motion. */
export const evidenceOf = ({ environment, anchor }: Dialogue, party: Party): FrameEntry[] =>
  environment.trace.entries.slice(anchor).filter((entry): entry is FrameEntry => entry.kind === 'frame' && entry.from === party);

/** Compares a message of the SUT with a table; complains about every row it does not satisfy. @throws Unmet */
export function expectRows(dialogue: Dialogue, rows: readonly Row[], entry: FrameEntry): void {
  expectContent(dialogue, rows, payloadOf(entry), [entry]);
}

/** As `expectRows`, for a payload put together from several messages. */
export function expectContent(dialogue: Dialogue, rows: readonly Row[], payload: Payload, entries: readonly FrameEntry[]): void {
  dialogue.checks += rows.length;
  const mismatches = compare(rows, payload, dialogue.scope);
  const findings = rows.flatMap((row) => {
    const [first, ...more] = mismatches.filter((mismatch) => mismatch.row === row);
    return first ? [dialogue.complain('message-content', complaint(first, more.length, entries))] : [];
  });
  if (findings.some(({ severity }) => severity === 'violation')) throw new Unmet(findings);
}

/** @param more how many other places the same row is not satisfied at */
function complaint({ row, pointer, expected, actual }: Mismatch, more: number, entries: readonly FrameEntry[]) {
  return {
    expected,
    actual: `${actual === undefined ? 'it is absent' : `it is ${JSON.stringify(actual)}`}${more > 0 ? `, and ${more} more do not fit` : ''}`,
    pointer,
    entries,
    ...(row.requirement ? { requirement: row.requirement } : {}),
    ...(row.cell.should ? { severity: 'warning' as const } : {}),
  };
}
