import { readFileSync } from 'node:fs';
import { officialCases } from '../../src/ocpp/case-catalogue.ts';

/** The numbers of the requirements of OCPP 2.0.1 and its errata, by use case. */
const numbers = JSON.parse(readFileSync(new URL('./requirements.json', import.meta.url), 'utf8')) as Record<string, number[]>;

/** Every requirement of OCPP 2.0.1, and the ids that official cases cite though they are of another version. */
export const REQUIREMENTS: ReadonlySet<string> = new Set([
  ...Object.entries(numbers).flatMap(([useCase, all]) =>
    all.map((number) => `${useCase}.FR.${String(number).padStart(useCase === 'A00' ? 3 : 2, '0')}`),
  ),
  ...[...officialCases().values()].flatMap(({ requirements }) => requirements),
]);

export const USE_CASES: ReadonlySet<string> = new Set([...REQUIREMENTS].map((id) => id.slice(0, 3)));
