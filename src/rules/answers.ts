import { UNREADABLE_MESSAGE_ID } from '../ocpp/error-code.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import type { Rule } from './rule.ts';
import { PerConnection, remember } from './state.ts';

/** What one party asked on one connection. */
interface Asked {
  /** CALLs without an answer: how many there are with that id (a retry may repeat it). */
  open: Map<string, number>;
  answers: Map<string, FrameEntry>;
  /** The beginnings of messages whose id, or whose everything, a peer may be unable to read. */
  unreadable: string[];
  /** Some CALLs were forgotten, so that an answer may belong to one of those. */
  forgetful: boolean;
}

interface Connection extends Record<Party, Asked> {
  /** When the trace came upon a connection that had been made before; answers to earlier CALLs may follow. */
  joined?: number;
}

/** Bounds of what is remembered of one party on one connection. */
const MOST_OPEN = 64;
const MOST_ANSWERS = 64;
const MOST_UNREADABLE = 8;
const BEGINNING = 200;

const asked = (): Asked => ({ open: new Map(), answers: new Map(), unreadable: [], forgetful: false });

/** A CALLRESULT or CALLERROR belongs to a CALL of the other party on its connection, one to each (Part 4, 4.1.4, 4.2.3). */
export const answers: Rule = (report, { messageTimeout }) => {
  const connections = new PerConnection<Connection>(() => ({ station: asked(), csms: asked() }));

  function answered(entry: FrameEntry, connection: Connection): void {
    const id = entry.decoded.messageId;
    const mine = connection[otherParty(entry.from)];
    if (id === undefined) return;
    const open = mine.open.get(id);
    if (open !== undefined) {
      if (open > 1) mine.open.set(id, open - 1);
      else mine.open.delete(id);
      return remember(mine.answers, id, entry, MOST_ANSWERS);
    }
    if (entry.deliberate || settlesUnreadable(entry, id, mine) || mine.forgetful) return;
    if (connection.joined !== undefined && entry.at - connection.joined <= messageTimeout * SECOND) return;
    accuse(entry, id, connection);
  }

  function accuse(entry: FrameEntry, id: string, connection: Connection): void {
    const mine = connection[otherParty(entry.from)];
    const own = connection[entry.from];
    const first = mine.answers.get(id);
    const common = { party: entry.from, actual: entry.text };
    if (first) return report(finding('answer-duplicate', { ...common, expected: 'one answer to a CALL', entries: [entry, first] }));
    const isError = entry.decoded.messageType === 4;
    if (isError && (id === UNREADABLE_MESSAGE_ID || mine.unreadable.length > 0)) {
      const expected = `message id "-1" where that of the CALL cannot be read, the id of the CALL otherwise`;
      return report(finding('answer-id-unreadable', { ...common, expected, entries: [entry] }));
    }
    // An error about an invalid response is what Edition 3 could be read to ask for.
    const aboutResponse = isError && (own.answers.has(id) || own.open.has(id));
    report(
      finding('answer-unexpected', {
        ...common,
        expected: 'the message id of an unanswered CALL of the other party on this connection',
        entries: entry.answers ? [entry, entry.answers] : [entry],
        ...(aboutResponse || entry.answers ? { severity: 'warning' } : {}),
      }),
    );
  }

  return {
    see(entry) {
      if (entry.kind === 'closed') return connections.forget(entry);
      if (entry.kind === 'connected') {
        if (entry.carried) connections.of(entry).joined = entry.at;
        else connections.of(entry);
      } else if (entry.kind === 'frame' || entry.kind === 'binary') {
        const fresh = !connections.known(entry);
        const connection = connections.of(entry);
        if (fresh) connection.joined = entry.at;
        if (entry.kind === 'binary') return note(connection[entry.from], '');
        const { frame, faults, messageId, messageType } = entry.decoded;
        if (!frame || faults.includes('message-id-too-long')) note(connection[entry.from], entry.text);
        if (messageType === 2 && messageId !== undefined) ask(connection[entry.from], messageId);
        else if (messageType === 3 || messageType === 4) answered(entry, connection);
      }
    },
  };
};

function ask(mine: Asked, id: string): void {
  if (mine.open.size >= MOST_OPEN && !mine.open.has(id)) mine.forgetful = true;
  remember(mine.open, id, (mine.open.get(id) ?? 0) + 1, MOST_OPEN);
}

function note(mine: Asked, text: string): void {
  mine.unreadable.push(text.slice(0, BEGINNING));
  if (mine.unreadable.length > MOST_UNREADABLE) mine.unreadable.shift();
}

/** Whether it answers, in a way that Part 4, 4.2.3 allows, a message that could not be read. */
function settlesUnreadable({ decoded }: FrameEntry, id: string, mine: Asked): boolean {
  if (decoded.messageType !== 4) return false;
  const position = mine.unreadable.findIndex((text) => id === UNREADABLE_MESSAGE_ID || (id !== '' && text.includes(id)));
  if (position >= 0) mine.unreadable.splice(position, 1);
  return position >= 0;
}
