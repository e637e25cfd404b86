import type { GetDisplayMessagesRequest, MessageInfoType } from '../ocpp/generated/messages.ts';
import { SECOND } from '../time/clock.ts';
import type { FrameEntry } from '../trace/entry.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import { KnownDisplayMessages, type KnownMessage } from './known-display-messages.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** A report of messages that is under way. */
interface Listing {
  entry: FrameEntry;
  request: GetDisplayMessagesRequest;
  reported: Set<number>;
  complete: boolean;
  /** Its parts cannot be told from those of a request before it, which had the same id. */
  ambiguous: boolean;
}

interface Station {
  known: KnownDisplayMessages;
  listings: Map<number, Listing>;
}

const MOST_LISTINGS = 100;
/** Stations may look at the time of a message now and then only. */
const LATE = 60 * SECOND;

/**
 * The display messages that a station reports are those that it has accepted and that nothing has taken away: no other
 * ones, none less, and as they were set (O03.FR.02, O04.FR.03).
 */
export const displayMessages: Rule = (report) => {
  const stations = new PerStation<Station>(() => ({ known: new KnownDisplayMessages(), listings: new Map() }));

  const accuse = (
    code: Code,
    entry: FrameEntry,
    expected: string,
    actual: string,
    proof: readonly FrameEntry[],
    more: { requirement?: string; pointer?: string } = {},
  ) => {
    if (!entry.deliberate) report(finding(code, { party: 'station', expected, actual, entries: [entry, ...proof], ...more }));
  };

  function reported(entry: FrameEntry, message: MessageInfoType, index: number, { known }: Station, listing: Listing): void {
    const pointer = `/messageInfo/${index}`;
    const { id } = message;
    const strange = differenceFrom(listing.request, message);
    if (strange)
      accuse('display-message-unasked', entry, `messages with ${strange}`, `message ${id} is none`, [listing.entry], { pointer });
    const end = known.endOf(message);
    if (message.endDateTime !== undefined && Date.parse(message.endDateTime) + LATE < listing.entry.at) {
      const expected = `message ${id} to be gone since ${message.endDateTime}`;
      return accuse('display-message-kept', entry, expected, 'it is reported', [listing.entry], { requirement: 'O01.FR.07', pointer });
    }
    if (end && end.seq < listing.entry.seq) {
      const expected = `message ${id} to be gone with transaction ${message.transactionId}`;
      return accuse('display-message-kept', entry, expected, 'it is reported', [end], { requirement: 'O02.FR.02', pointer });
    }
    const before = known.get(id);
    if (!before || before.entry.seq > listing.entry.seq) return;
    if (before.goneBy)
      return accuse('display-message-kept', entry, `message ${id} to be gone`, 'it is reported', [before.entry], {
        requirement: before.goneBy,
        pointer,
      });
    for (const [field, set, is] of changes(before.message, message))
      accuse('display-message-changed', entry, `${field} ${quote(set)} as in message ${id} that was accepted`, quote(is), [before.entry], {
        pointer,
      });
  }

  /** Nothing more is going to be reported. */
  function complete(entry: FrameEntry, { known }: Station, listing: Listing): void {
    const { entry: asked, request, reported: ids } = listing;
    listing.complete = true;
    // Parts may have been lost with a connection.
    if (listing.ambiguous || asked.connection !== entry.connection) return;
    for (const one of known.all()) {
      if (ids.has(one.message.id) || !known.isSettled(one) || !mustBeThere(one, asked, entry)) continue;
      if (differenceFrom(request, one.message) || (request.state && !one.message.state)) continue;
      const expected = `message ${one.message.id}, which was accepted, among those that are asked for`;
      accuse('display-message-missing', entry, expected, 'it is not reported', [one.entry], {
        requirement: request.id || request.priority || request.state ? 'O04.FR.03' : 'O03.FR.02',
      });
    }
  }

  return {
    messages: ['SetDisplayMessage', 'ClearDisplayMessage', 'GetDisplayMessages', 'NotifyDisplayMessagesRequest', 'TransactionEventRequest'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame') return;
      const station = stations.of(entry);
      station.known.learn(entry);
      const request = requestIn(entry, 'GetDisplayMessages');
      if (request) {
        const ambiguous = station.listings.get(request.requestId)?.complete === false;
        const listing = { entry, request, reported: new Set<number>(), complete: false, ambiguous };
        remember(station.listings, request.requestId, listing, MOST_LISTINGS);
      }
      const call = callOf(entry);
      const asked = call && requestIn(call, 'GetDisplayMessages');
      const listing = asked && station.listings.get(asked.requestId);
      if (listing && listing.entry === call) {
        const status = responseIn(entry, 'GetDisplayMessages')?.status;
        if (status === 'Unknown') complete(entry, station, listing);
        listing.complete = status !== 'Accepted';
      }
      const part = requestIn(entry, 'NotifyDisplayMessages');
      const current = part && station.listings.get(part.requestId);
      if (!current) return;
      for (const [index, message] of (part.messageInfo ?? []).entries()) {
        current.reported.add(message.id);
        if (!current.ambiguous) reported(entry, message, index, station, current);
      }
      if (part.tbc !== true) complete(entry, station, current);
    },
  };
};

/** Whether the station still has a message: known before it was asked, of no transaction, and its time is not up. */
const mustBeThere = ({ message, entry, goneBy }: KnownMessage, asked: FrameEntry, now: FrameEntry): boolean =>
  !goneBy &&
  entry.seq < asked.seq &&
  message.transactionId === undefined &&
  (message.endDateTime === undefined || Date.parse(message.endDateTime) - LATE > now.at);

/** What a request asks for and a message does not have. */
function differenceFrom({ id, priority, state }: GetDisplayMessagesRequest, message: MessageInfoType): string | undefined {
  if (id && !id.includes(message.id)) return `id ${id.join(' or ')}`;
  if (priority && message.priority !== priority) return `priority ${priority}`;
  // Whether a message for any state is one for that state is open.
  return state && message.state && message.state !== state ? `state ${state}` : undefined;
}

/** The fields of a message that are not as they were set. */
function changes(set: MessageInfoType, is: MessageInfoType): [string, unknown, unknown][] {
  const fields: [string, unknown, unknown][] = [
    ['priority', set.priority, is.priority],
    ['state', set.state, is.state],
    ['transactionId', set.transactionId, is.transactionId],
    ['format', set.message.format, is.message.format],
    ['content', set.message.content, is.message.content],
  ];
  const times: [string, unknown, unknown][] = [
    ['startDateTime', set.startDateTime, is.startDateTime],
    ['endDateTime', set.endDateTime, is.endDateTime],
  ];
  return [
    ...fields.filter(([, before, after]) => before !== undefined && before !== after),
    ...times.filter(([, before, after]) => before !== undefined && !isSameTime(String(before), after)),
  ];
}

/** Fractions of a second may be lost. */
const isSameTime = (before: string, after: unknown): boolean =>
  typeof after === 'string' && Math.abs(Date.parse(before) - Date.parse(after)) <= SECOND;
