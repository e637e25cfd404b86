import type { Party } from '../ocpp/party.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerStation, RecentMap } from './state.ts';
import { callOf } from './violations.ts';

/** A CALL as far as its message id is concerned. */
interface Use {
  call: FrameEntry;
  /** When a CALLRESULT came. */
  answered: number | undefined;
  /** Whether its sender went on to other CALLs so soon that the answer must have arrived. */
  settled: boolean;
}

interface Ids {
  uses: RecentMap<string, Use>;
  latest?: Use;
}

/** Ids are forgotten beyond this many. */
const MOST_IDS = 5000;

const ids = (): Ids => ({ uses: new RecentMap(MOST_IDS) });

/**
 * No two CALLs of a party have the same message id, whatever the connection (Part 4, 4.1.4). A CALL that got no result
 * may be sent again under its id: repetitions count as retries unless the sender must have had the answer.
 */
export const messageId: Rule = (report, { messageTimeout, tolerance }) => {
  const stations = new PerStation<Record<Party, Ids>>(() => ({ station: ids(), csms: ids() }));

  function called(entry: FrameEntry, mine: Ids, id: string): void {
    const { latest } = mine;
    if (
      latest?.answered !== undefined &&
      latest.call.connection === entry.connection &&
      entry.at - latest.call.at < messageTimeout * SECOND
    )
      latest.settled = true;
    const earlier = mine.uses.get(id);
    mine.latest = { call: entry, answered: undefined, settled: false };
    mine.uses.set(id, mine.latest);
    if (!earlier || entry.deliberate || earlier.call.deliberate || isRetry(earlier, entry, tolerance * SECOND)) return;
    report(
      finding('message-id-reused', {
        party: entry.from,
        expected: 'a message id that this party has not used before, unless for sending the same CALL again',
        actual: `${JSON.stringify(id)} is also the id of an earlier ${actionIn(earlier.call)} CALL`,
        entries: [entry, earlier.call],
      }),
    );
  }

  return {
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const { frame } = entry.decoded;
      if (frame?.type === 'CALL') called(entry, stations.of(entry)[entry.from], frame.messageId);
      else if (frame?.type === 'CALLRESULT') {
        const call = callOf(entry);
        const use = call && stations.of(entry)[call.from].uses.get(frame.messageId);
        if (use && use.call === call) use.answered ??= entry.at;
      }
    },
  };
};

/** An answer may cross with the retry, or be lost with its connection. */
function isRetry({ call, answered, settled }: Use, again: FrameEntry, tolerance: number): boolean {
  if (actionIn(call) !== actionIn(again)) return false;
  if (answered === undefined) return true;
  if (again.connection !== call.connection) return !settled;
  return call.text === again.text && again.at - answered <= tolerance;
}

const actionIn = ({ decoded: { frame } }: FrameEntry): string => (frame?.type === 'CALL' ? frame.action : '');
