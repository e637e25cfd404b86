import type { MessageInfoType, MessagePriorityEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { IN_STATE } from './states.ts';

/** Only those of the highest priority take turns on the display (O01.FR.12 to O01.FR.15). */
const FRONT_FIRST: readonly MessagePriorityEnumType[] = ['AlwaysFront', 'InFront', 'NormalCycle'];

/** The messages that take turns on the display of the station at this moment. */
export function onDisplay(core: Core): MessageInfoType[] {
  const { displayMessages, faults } = core;
  if (faults.has('display-message-never-shown')) return [];
  const due = displayMessages.all.filter((message) => isDue(core, message));
  if (faults.has('front-message-takes-turns')) return due;
  return FRONT_FIRST.map((priority) => due.filter((message) => message.priority === priority)).find(({ length }) => length > 0) ?? [];
}

function isDue(core: Core, { startDateTime, state }: MessageInfoType): boolean {
  const { faults, time } = core;
  // O01.FR.06
  const early = startDateTime !== undefined && time.now() < Date.parse(startDateTime);
  if (early && !faults.has('display-message-shown-early')) return false;
  if (state === 'Faulted' && faults.has('faulted-message-never-shown')) return false;
  return state === undefined || faults.has('display-message-shown-in-every-state') || IN_STATE[state](core);
}

/**
 * Looks at the display until every message has had its turn.
 * @param expected `shown` or `not shown`
 * @returns what is there instead, if that is not so
 */
export function look(core: Core, content: string, expected: string): string | undefined {
  const contents = onDisplay(core).map(({ message }) => message.content);
  if (contents.includes(content) === (expected === 'shown')) return undefined;
  return contents.length === 0 ? 'no message is shown' : `shown: ${contents.join(', ')}`;
}
