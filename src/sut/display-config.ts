import type { MessageFormatEnumType, MessagePriorityEnumType, MessageStateEnumType } from '../ocpp/generated/messages.ts';

/** What cases of block O display, and how. */
export interface DisplayConfig {
  /** Besides the priority that is used unless a case asks for another one. */
  otherPriority: MessagePriorityEnumType;
  /** Two states for which the station displays messages. */
  state: MessageStateEnumType;
  otherState: MessageStateEnumType;
  format: MessageFormatEnumType;
  text: string;
  /** Seconds after which a message begins or ceases to be displayed. */
  delay: number;
  unsupportedPriority?: MessagePriorityEnumType;
  unsupportedState?: MessageStateEnumType;
  unsupportedFormat?: MessageFormatEnumType;
}

export const defaultDisplayConfig = (): DisplayConfig => ({
  otherPriority: 'InFront',
  state: 'Charging',
  otherState: 'Idle',
  format: 'ASCII',
  text: 'ocppspec was here',
  delay: 60,
});

/**
 * What names of block O stand for; those that are not configured have no entry.
 * @param priority from which the other one differs, as the other state does from the state
 */
export function displayNames(config: DisplayConfig, priority: MessagePriorityEnumType): [string, unknown][] {
  const names: [string, unknown][] = [
    ['other message priority', otherThan(priority, config.otherPriority, PRIORITIES)],
    ['message state', config.state],
    ['other message state', otherThan(config.state, config.otherState, STATES)],
    ['message format', config.format],
    ['message text', config.text],
    ['second message text', `${config.text} 2`],
    ['display delay', config.delay],
    ['unsupported message priority', config.unsupportedPriority],
    ['unsupported message state', config.unsupportedState],
    ['unsupported message format', config.unsupportedFormat],
  ];
  return names.filter(([, value]) => value !== undefined);
}

/** Names that nothing stands for unless it is configured, and where. */
export const DISPLAY_WITHOUT_DEFAULT: Readonly<Record<string, string>> = {
  'unsupported message priority': 'display.unsupportedPriority',
  'unsupported message state': 'display.unsupportedState',
  'unsupported message format': 'display.unsupportedFormat',
};

const PRIORITIES: readonly MessagePriorityEnumType[] = ['AlwaysFront', 'InFront', 'NormalCycle'];
const STATES: readonly MessageStateEnumType[] = ['Charging', 'Faulted', 'Idle', 'Unavailable'];

const otherThan = <T>(one: T, other: T, all: readonly T[]): T | undefined =>
  other === one ? all.findLast((value) => value !== one) : other;

/** The priorities of a simulated station that is as configured, as a MemberList. */
export const displayPriorities = ({ unsupportedPriority }: DisplayConfig): string =>
  PRIORITIES.filter((priority) => priority !== unsupportedPriority).join(',');

/** The states for which it displays messages. */
export const displayStates = ({ unsupportedState }: DisplayConfig): MessageStateEnumType[] =>
  STATES.filter((state) => state !== unsupportedState);
