import type { MessageInfoType } from '../ocpp/generated/messages.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { finding } from './finding.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { callOf, requestIn, responseIn } from './violations.ts';

/** The form of RFC 5646 without its registry: whatever could be registered is let pass. */
const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/** What display messages have to be like, and what a station can refuse them for. */
export const displayMessageContent: Rule = (report) => {
  function judgeId(entry: FrameEntry, { id }: MessageInfoType, pointer: string, others: readonly MessageInfoType[] = []): void {
    const common = { party: entry.from, entries: [entry], pointer };
    if (id < 0) report(finding('display-message-id', { ...common, expected: 'an id of 0 or more', actual: `id ${id}` }));
    else if (others.some((other) => other.id === id))
      report(finding('display-message-id', { ...common, expected: 'an id of its own for each message', actual: `id ${id} twice` }));
  }

  function set(entry: FrameEntry, message: MessageInfoType): void {
    judgeId(entry, message, '/message/id');
    const { language } = message.message;
    if (language === undefined || LANGUAGE_TAG.test(language)) return;
    report(
      finding('display-message-language', {
        party: entry.from,
        expected: 'a language tag as in RFC 5646, such as en-US',
        actual: quote(language),
        entries: [entry],
        pointer: '/message/message/language',
      }),
    );
  }

  function answered(entry: FrameEntry, status: string): void {
    const call = callOf(entry);
    const message = call && requestIn(call, 'SetDisplayMessage')?.message;
    if (!message) return;
    const accuse = (what: string, requirement: string) =>
      report(
        finding('display-message-refusal', {
          party: entry.from,
          expected: `another status than ${status}, as the message has no ${what}`,
          actual: status,
          entries: [entry, call],
          pointer: '/status',
          requirement,
        }),
      );
    if (status === 'NotSupportedState' && message.state === undefined) accuse('state', 'O01.FR.02');
    if (status === 'UnknownTransaction' && message.transactionId === undefined) accuse('transactionId', 'O02.FR.01');
  }

  return {
    messages: ['SetDisplayMessage', 'NotifyDisplayMessages'],
    see(entry) {
      if (entry.kind !== 'frame' || entry.deliberate) return;
      const message = requestIn(entry, 'SetDisplayMessage')?.message;
      if (message) set(entry, message);
      const response = responseIn(entry, 'SetDisplayMessage');
      if (response) answered(entry, response.status);
      const { messageInfo = [] } = requestIn(entry, 'NotifyDisplayMessages') ?? {};
      for (const [index, one] of messageInfo.entries()) judgeId(entry, one, `/messageInfo/${index}/id`, messageInfo.slice(0, index));
    },
  };
};
