import { expect, test } from 'vitest';
import { type DisplayConfig, defaultDisplayConfig, displayNames } from '../../src/sut/display-config.ts';

const named = (more: Partial<DisplayConfig>, priority: Parameters<typeof displayNames>[1] = 'NormalCycle') =>
  new Map(displayNames({ ...defaultDisplayConfig(), ...more }, priority));

test('the other priority and the other state are other ones, whatever is configured', () => {
  expect(named({}).get('other message priority')).toBe('InFront');
  expect(named({}, 'InFront').get('other message priority')).toBe('NormalCycle');
  expect(named({ state: 'Idle' }).get('other message state')).not.toBe('Idle');
  expect(named({ state: 'Faulted' }).get('other message state')).toBe('Idle');
});
