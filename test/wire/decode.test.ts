import { expect, test } from 'vitest';
import { decode } from '../../src/ocpp/frame.ts';

test('both ends of a connection share what one of them has read', () => {
  const text = '[2,"1","Heartbeat",{}]';
  const read = decode(text);
  expect(read).toEqual({
    messageId: '1',
    messageType: 2,
    faults: [],
    frame: { type: 'CALL', messageId: '1', action: 'Heartbeat', payload: {} },
  });
  expect(decode(Buffer.from(text).toString())).toBe(read);
});

test('another text is read for itself', () => {
  const one = decode('[3,"1",{"currentTime":"2026-01-01T00:00:00Z"}]');
  const other = decode('[3,"2",{"currentTime":"2026-01-01T00:00:00Z"}]');
  expect([one.frame?.messageId, other.frame?.messageId]).toEqual(['1', '2']);
  expect(decode('nonsense').faults).toEqual(['not-json']);
  expect(decode('[2,"3"').faults).toEqual(['not-json']);
});
