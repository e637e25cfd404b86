import { expect, test } from 'vitest';
import { LOOKUPS } from '../../src/scenario/lookups.ts';
import { STATES } from '../../src/scenario/states/index.ts';
import { writtenStates } from '../../src/scenario/states/library.ts';
import { SECOND_CSMS } from '../../src/sut/case-base.ts';
import { CERTIFICATE_NAMES } from '../../src/sut/certificate-names.ts';
import { defaultSutConfig } from '../../src/sut/config.ts';
import { CONTRACT_NAMES } from '../../src/sut/contract.ts';
import { DISPLAY_WITHOUT_DEFAULT } from '../../src/sut/display-config.ts';
import { EXI_WITHOUT_DEFAULT } from '../../src/sut/exi-config.ts';
import { FIRMWARE_NAMES } from '../../src/sut/firmware-source.ts';
import { WITHOUT_DEFAULT } from '../../src/sut/monitoring-config.ts';
import { namesOf } from '../../src/sut/names.ts';
import { filesIn } from '../architecture/source-files.ts';
import { codeIn, readPage, rowsOf } from './page.ts';

const page = readPage('docs/writing-scenarios.md');

/** Names that a case learns only when its systems are up, or when a line asks for them. */
const later = filesIn('src/sut', '.ts').flatMap(({ path, text }) => {
  const pattern = path.includes('case') ? /(?:names\.set\(|name === )'([^']+)'/g : /names\.set\('([^']+)'/g;
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
});

test('docs/writing-scenarios.md lists every name, and no other', () => {
  const known = [
    ...namesOf(defaultSutConfig()).keys(),
    ...CERTIFICATE_NAMES,
    ...FIRMWARE_NAMES,
    ...CONTRACT_NAMES,
    ...Object.keys(LOOKUPS),
    ...Object.keys(WITHOUT_DEFAULT),
    ...Object.keys(DISPLAY_WITHOUT_DEFAULT),
    ...Object.keys(EXI_WITHOUT_DEFAULT),
    ...Object.keys(SECOND_CSMS),
    ...later,
  ];
  const listed = rowsOf(page, 'Names').map(([name]) => codeIn(name));
  expect(listed.toSorted()).toEqual([...new Set(known)].toSorted());
});

test('docs/writing-scenarios.md lists every state, with the parameters of those that are written', () => {
  const rows = rowsOf(page, 'States');
  const written = writtenStates();
  expect(rows.map(([state]) => codeIn(state)).toSorted()).toEqual([...Object.keys(STATES), ...written.keys()].toSorted());
  for (const [state, , parameters = ''] of rows) {
    const defaults = written.get(codeIn(state))?.defaults;
    const listed = [...parameters.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    if (defaults) expect(listed).toEqual([...defaults.keys()]);
  }
});
