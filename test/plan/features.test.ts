import { expect, test } from 'vitest';
import { officialCases } from '../../src/ocpp/case-catalogue.ts';
import type { Party } from '../../src/ocpp/party.ts';
import { featuresIn, parseFeatures } from '../../src/plan/expression.ts';
import { knownFeatures, knownProfiles } from '../../src/plan/features.ts';

const ids = (...roles: Party[]) => new Set(knownFeatures(...roles).map(({ id }) => id));

/** Features in conditions of cases of that role and level. */
const named = (role: Party, level: 'M' | 'C') =>
  [...officialCases().values()]
    .filter((known) => known.role === role)
    .flatMap(({ certification }) => certification.filter((entry) => entry.level === level))
    .flatMap(({ when }) => (when === undefined ? [] : featuresIn(parseFeatures(when))));

test('the optional features of Part 5 are 95 of stations and 34 of CSMSs, 129 together', () => {
  const optional = (role: Party) => knownFeatures(role).filter(({ kind }) => kind === 'optional');
  expect([optional('station').length, optional('csms').length]).toEqual([95, 34]);
});

test.each(['station', 'csms'] as const)('every id of a %s is there once, with a title of its own words', (role) => {
  const features = knownFeatures(role);
  expect(ids(role).size).toBe(features.length);
  for (const { id, title } of features) expect(title, id).toMatch(/^[A-Z]/);
});

test.each(['station', 'csms'] as const)('every feature that decides about a case of a %s is known for that role', (role) => {
  const known = ids(role);
  expect(named(role, 'C').length).toBeGreaterThan(30);
  expect(named(role, 'C').filter((name) => !known.has(name))).toEqual([]);
});

test.each(['station', 'csms'] as const)('conditions that decide nothing, for mandatory cases of a %s, name known features', (role) => {
  const known = ids('station', 'csms');
  expect(named(role, 'M').filter((name) => !known.has(name))).toEqual([]);
});

test('a feature that Part 5 does not list is there only because a condition names it', () => {
  for (const role of ['station', 'csms'] as const) {
    const needed = new Set(named(role, 'C'));
    const besides = knownFeatures(role).filter(({ kind }) => kind !== 'optional');
    expect(besides.map(({ id }) => id).filter((id) => !needed.has(id))).toEqual([]);
  }
});

test('there are eight profiles, and cases and features belong to them', () => {
  const profiles = knownProfiles().map(({ name }) => name);
  expect(profiles).toHaveLength(8);
  const used = new Set([
    ...[...officialCases().values()].flatMap(({ certification }) => certification.map(({ profile }) => profile)),
    ...knownFeatures('station', 'csms').map(({ profile }) => profile),
  ]);
  // One case and its features come from a profile of OCPP 2.1.
  expect([...used].sort()).toEqual([...profiles, 'Payment'].sort());
});
