import type { Party } from '../ocpp/party.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, RecentMap } from './state.ts';
import { callOf } from './violations.ts';

/** A CALL as far as its message id is concerned. */
interface Use {
  seq: number;
  at: number;
  connection: number;
  action: string;
  deliberate: boolean;
  length: number;
  /** Absent of long texts, which are told apart by their length only. */
  text?: string;
  /** When a CALLRESULT came. */
  answered?: number;
  /** Whether its sender went on to other CALLs so soon that the answer must have arrived. */
  settled?: boolean;
}

interface Ids {
  uses: RecentMap<string, Use>;
  latest?: Use;
}

/** Ids and texts are forgotten beyond these bounds. */
const MOST_IDS = 5000;
const LONGEST_TEXT = 2000;

const ids = (): Ids => ({ uses: new RecentMap(MOST_IDS) });

/**
 * No two CALLs of a party have the same message id, whatever the connection (Part 4, 4.1.4). A CALL that got no result
 * may be sent again under its id: repetitions count as retries unless the sender must have had the answer.
 */
export const messageId: Rule = (report, { messageTimeout, tolerance }) => {
  const stations = new PerStation<Record<Party, Ids>>(() => ({ station: ids(), csms: ids() }));

  function called(entry: FrameEntry, mine: Ids, id: string, action: string): void {
    const { seq, at, connection, text } = entry;
    const { latest } = mine;
    if (latest?.answered !== undefined && latest.connection === connection && at - latest.at < messageTimeout * SECOND)
      latest.settled = true;
    const use: Use = { seq, at, connection, action, deliberate: entry.deliberate === true, length: text.length };
    if (text.length <= LONGEST_TEXT) use.text = text;
    const earlier = mine.uses.get(id);
    mine.latest = use;
    mine.uses.set(id, use);
    if (!earlier || use.deliberate || earlier.deliberate || isRetry(earlier, use, tolerance * SECOND)) return;
    report(
      finding('message-id-reused', {
        party: entry.from,
        expected: 'a message id that this party has not used before, unless for sending the same CALL again',
        actual: `${JSON.stringify(id)} is also the id of an earlier ${earlier.action} CALL`,
        entries: [entry, earlier],
      }),
    );
  }

  return {
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const { frame } = entry.decoded;
      if (frame?.type === 'CALL') called(entry, stations.of(entry)[entry.from], frame.messageId, frame.action);
      else if (frame?.type === 'CALLRESULT') {
        const call = callOf(entry);
        const use = call && stations.of(entry)[call.from].uses.get(frame.messageId);
        if (use && use.seq === call?.seq) use.answered ??= entry.at;
      }
    },
  };
};

/** An answer may cross with the retry, or be lost with its connection. */
function isRetry(earlier: Use, use: Use, tolerance: number): boolean {
  if (earlier.action !== use.action) return false;
  if (earlier.answered === undefined) return true;
  if (use.connection !== earlier.connection) return earlier.settled !== true;
  return earlier.length === use.length && earlier.text === use.text && use.at - earlier.answered <= tolerance;
}
