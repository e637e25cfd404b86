import { describe, expect, test, vi } from 'vitest';
import { Life } from '../../src/station/life.ts';
import { VirtualClock } from '../../src/time/virtual-clock.ts';

test('waiting comes to its end, or to that of the life', async () => {
  const clock = new VirtualClock(0);
  const life = new Life(clock);
  expect(await life.wait(5)).toBe(true);
  expect(clock.now()).toBe(5000);
  const waiting = life.wait(5);
  life.end();
  expect(await waiting).toBe(false);
  expect(await life.wait(5)).toBe(false);
  expect(clock.now()).toBe(5000);
});

test('what is to be done later is not done once the life is over', async () => {
  const clock = new VirtualClock(0);
  const life = new Life(clock);
  const done: string[] = [];
  life.after(1, () => done.push('first'));
  life.after(3, () => done.push('never'));
  life.after(1, () => done.push('cancelled')).cancel();
  await life.wait(2);
  life.end();
  life.after(1, () => done.push('too late'));
  expect(await new Life(clock).wait(5)).toBe(true);
  expect(done).toEqual(['first']);
});

describe('the end', () => {
  test('is told once to whoever still wants to know', () => {
    const life = new Life(new VirtualClock(0));
    const told: string[] = [];
    life.whenOver(() => told.push('asked'));
    life.whenOver(() => told.push('forgotten'))();
    life.end();
    life.end();
    expect(told).toEqual(['asked']);
  });

  test('aborts the signal, whenever that is asked for', () => {
    const life = new Life(new VirtualClock(0));
    const { signal } = life;
    expect(signal.aborted).toBe(false);
    life.end();
    expect(signal.aborted).toBe(true);
    const other = new Life(new VirtualClock(0));
    other.end();
    expect(other.signal.aborted).toBe(true);
  });

  test('comes with that of the life around it, not the other way round', () => {
    const clock = new VirtualClock(0);
    const whole = new Life(clock);
    const part = new Life(clock, whole);
    part.end();
    expect(whole.over).toBe(false);
    const other = new Life(clock, whole);
    whole.end();
    expect(other.over).toBe(true);
    expect(new Life(clock, whole).over).toBe(true);
  });

  test('makes the life around it forget this one', () => {
    const clock = new VirtualClock(0);
    const whole = new Life(clock);
    const forget = vi.fn();
    vi.spyOn(whole, 'whenOver').mockReturnValue(forget);
    const part = new Life(clock, whole);
    expect(forget).not.toHaveBeenCalled();
    part.end();
    expect(forget).toHaveBeenCalledOnce();
  });
});
