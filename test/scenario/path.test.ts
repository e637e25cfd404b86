import { describe, expect, test } from 'vitest';
import { assign, parsePath, select } from '../../src/scenario/path.ts';

const report = {
  tbc: false,
  reportData: [
    { component: { name: 'EVSE', evse: { id: 1 } }, variableAttribute: [{ value: 'Available' }] },
    { component: { name: 'EVSE', evse: { id: 2 } }, variableAttribute: [{ value: 'Occupied' }] },
    { component: { name: 'Connector' }, variableAttribute: [] },
  ],
};
const values = (path: string) => select(report, parsePath(path)).map(({ value }) => value);

describe('select', () => {
  test.each([
    ['tbc', [false]],
    ['reportData[1].component.evse.id', [2]],
    ['reportData[-1].component.name', ['Connector']],
    ['reportData.length', [3]],
    ['reportData[*].component.name', ['EVSE', 'EVSE', 'Connector']],
    ['reportData[component.name=EVSE].component.evse.id', [1, 2]],
    ['reportData[component.name=EVSE, component.evse.id=2].variableAttribute[0].value', ['Occupied']],
    ['reportData[component.name=EVSE][component.evse.id=2].component.name', ['EVSE']],
  ])('%s', (path, expected) => expect(values(path)).toEqual(expected));

  test('what is not there is found as undefined, never as nothing', () => {
    expect(values('reportData[component.name=Fan].component.name')).toEqual([undefined]);
    expect(values('reportData[*].variableAttribute[*].value')).toEqual(['Available', 'Occupied', undefined]);
    expect(values('customData.vendorId')).toEqual([undefined]);
  });

  test('says where it found something', () => {
    expect(select(report, parsePath('reportData[component.evse.id=2].component.name'))[0]?.pointer).toBe('/reportData/1/component/name');
  });

  test('filters by what a text stands for', () => {
    const found = select(report, parsePath('reportData[component.evse.id=$evse].component.name'), (text) =>
      text === '$evse' ? '1' : text,
    );
    expect(found.map(({ pointer }) => pointer)).toEqual(['/reportData/0/component/name']);
  });
});

test.each(['', '.a', 'a..b', 'a[', 'a[x]', 'a b', 'a.[0]', '[0]a'])('"%s" is not a path', (path) => {
  expect(() => parsePath(path)).toThrow(/path/);
});

describe('assign', () => {
  test('makes what is missing and removes what is undefined', () => {
    const payload: Record<string, unknown> = { reason: 'PowerUp' };
    assign(payload, parsePath('getVariableData[1].component.name'), 'EVSE');
    assign(payload, parsePath('reason'), undefined);
    expect(payload).toEqual({ getVariableData: [undefined, { component: { name: 'EVSE' } }] });
  });

  test('fills every element that a path leads to, and makes none for it', () => {
    const payload = { a: [{ b: 'x' }, { b: 'y' }] };
    assign(payload, parsePath('a[*].c'), 1);
    assign(payload, parsePath('a[b=y].d'), 2);
    assign(payload, parsePath('a[-1].e'), 3);
    assign(payload, parsePath('a.length'), 9);
    assign(payload, parsePath('none[*].c'), 4);
    expect(payload).toEqual({
      a: [
        { b: 'x', c: 1 },
        { b: 'y', c: 1, d: 2, e: 3 },
      ],
    });
  });

  test('makes nothing in order to remove something', () => {
    const payload: Record<string, unknown> = {};
    assign(payload, parsePath('statusInfo.reasonCode'), undefined);
    expect(payload).toEqual({});
  });
});
