import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Certification, type KnownCase, knownCases } from '../../src/ocpp/case-catalogue.ts';
import { applicabilityOf, leftOpenBy, ruledOutBy } from '../../src/plan/applicability.ts';
import { knownFeatures } from '../../src/plan/features.ts';
import { planned } from '../../src/plan/plan.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import type { ExternalOptions } from '../../src/sut/external.ts';
import { ExternalCsmsHost } from '../../src/sut/external-csms.ts';
import { ExternalStationHost } from '../../src/sut/external-station.ts';

const of = (...certification: Certification[]): KnownCase => ({
  id: 'TC_B_01_CS',
  role: 'station',
  useCases: [],
  requirements: [],
  certification,
});
const C = (when: string, profile = 'Core'): Certification => ({ profile, level: 'C', when });
const M = (when?: string, profile = 'Core'): Certification => ({ profile, level: 'M', ...(when ? { when } : {}) });
const declared = (features: Record<string, boolean>) => (name: string) => features[name];

test('a mandatory case is mandatory whatever its condition says', () => {
  expect(applicabilityOf(of(M('C-44')), declared({ 'C-44': false })).standing).toBe('mandatory');
});

test('a case that is mandatory in one profile is not ruled out by the condition of another', () => {
  const known = of(C('SC-4', 'Smart Charging'), M(undefined, 'ISO 15118 Support'));
  expect(applicabilityOf(known, declared({ 'SC-4': false }))).toMatchObject({
    standing: 'mandatory',
    because: [{ profile: 'ISO 15118 Support' }],
  });
});

test('only the profiles that are asked for count', () => {
  const known = of(C('SC-4', 'Smart Charging'), M(undefined, 'ISO 15118 Support'));
  const without = declared({ 'SC-4': false });
  expect(ruledOutBy(known, without, ['Smart Charging'])).toBe('SC-4');
  expect(ruledOutBy(known, without, ['Smart Charging', 'ISO 15118 Support'])).toBeUndefined();
});

test.each<[string, KnownCase, Record<string, boolean>, object]>([
  ['met', of(C('A AND NOT B')), { A: true, B: false }, { standing: 'conditional', open: [] }],
  ['not met', of(C('A AND NOT B')), { B: true }, { standing: 'not applicable', open: [] }],
  ['open', of(C('A AND (B OR D)')), { B: false }, { standing: 'undecided', open: ['A', 'D'] }],
  ['open in part', of(C('A AND (B OR D)')), { B: true }, { standing: 'undecided', open: ['A'] }],
  ['met in one of two profiles', of(C('A'), C('B', 'Reservation')), { A: false, B: true }, { because: [C('B', 'Reservation')] }],
  ['open in one of two profiles', of(C('A'), C('B', 'Reservation')), { A: false }, { standing: 'undecided', open: ['B'] }],
  ['not met in both', of(C('A'), C('B', 'Reservation')), { A: false, B: false }, { standing: 'not applicable' }],
  ['not stated', of({ profile: 'Core', level: 'C' }), {}, { standing: 'undecided', open: [] }],
  ['no profile', of(), {}, { standing: 'in no profile' }],
])('a condition that is %s', (_, known, features, expected) => {
  expect(applicabilityOf(known, declared(features))).toMatchObject(expected);
});

test('the conditions of all profiles that rule a case out are named, each once', () => {
  expect(ruledOutBy(of(C('A'), C('B', 'Reservation'), C('A', 'Smart Charging')), () => false)).toBe('A / B');
});

test('what would decide an undecided case does decide it', () => {
  const names = knownFeatures('station', 'csms').map(({ id }) => id);
  const features = fc.dictionary(fc.constantFrom(...names), fc.boolean());
  fc.assert(
    fc.property(features, fc.boolean(), (some, rest) => {
      for (const known of knownCases().values()) {
        const { standing, open } = applicabilityOf(known, declared(some));
        if (standing !== 'undecided' || open.length === 0) continue;
        const all = declared({ ...Object.fromEntries(open.map((name) => [name, rest])), ...some });
        expect(applicabilityOf(known, all).standing, known.id).not.toBe('undecided');
      }
    }),
    { numRuns: 20 },
  );
});

test('a run leaves out exactly what the plan calls not applicable, for the same reason', () => {
  const profiles = fc.constantFrom([], ['Core'], ['Smart Charging'], ['Smart Charging', 'ISO 15118 Support']);
  const names = knownFeatures('station', 'csms').map(({ id }) => id);
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.boolean(), { minKeys: 30 }), profiles, (features, wanted) => {
      const options = { config: defaultSutConfig({ features }), profiles: wanted } as unknown as ExternalOptions;
      const hosts = {
        station: new ExternalStationHost(options, { host: '127.0.0.1', port: 0 }),
        csms: new ExternalCsmsHost(options, 'ws://127.0.0.1'),
      };
      for (const known of knownCases().values()) {
        const plan = planned({ known }, declared(features), wanted);
        const reason = hosts[known.role].notApplicable({ ...known, useCase: '', title: '', file: '', line: 0 });
        expect(reason, known.id).toBe(plan.standing === 'not applicable' ? plan.expression : undefined);
        seen.add(plan.standing);
      }
    }),
    { numRuns: 30 },
  );
  expect(seen.size).toBe(5);
});

test('only what the features leave open may not apply', () => {
  const known = of(C('C-43 AND NOT AQ-7'));
  expect(leftOpenBy(known, declared({}))).toBe(
    'the case may not apply: it is for C-43 AND NOT AQ-7, and the configuration says nothing of C-43, AQ-7',
  );
  expect(leftOpenBy(known, declared({ 'C-43': true }))).toContain('says nothing of AQ-7');
  expect(leftOpenBy(known, declared({ 'C-43': true, 'AQ-7': false }))).toBeUndefined();
  expect(leftOpenBy(known, declared({ 'C-43': false }))).toBeUndefined();
  expect(leftOpenBy(of(M()), declared({}))).toBeUndefined();
});
