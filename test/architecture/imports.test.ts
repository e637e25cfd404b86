import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { cycles } from './cycles.ts';
import { importedFiles, importedPackages, loadedFiles } from './imports.ts';
import { documentedLayers, LAYERS, layerViolations, simulatorViolations } from './layers.ts';
import { filesIn } from './source-files.ts';

const sources = [...filesIn('src', '.ts'), ...filesIn('steps', '.ts')];
const file = (path: string, ...imports: string[]) => ({ path, text: imports.map((name) => `import { x } from '${name}';\n`).join('') });

test('every form of import is seen', () => {
  const text = `import './a.ts';
import type { B } from '../b.ts';
import {
  c,
  type D,
} from './c.ts';
export { e } from './e.ts';
const load = () => import('./f.ts');
import ws, { type Data } from 'ws';
import { loadSupport } from '@cucumber/cucumber/api';
import { join } from 'node:path';
export const none = 'from';`;
  expect(importedFiles({ path: 'src/x/y.ts', text })).toEqual(['src/x/a.ts', 'src/b.ts', 'src/x/c.ts', 'src/x/e.ts', 'src/x/f.ts']);
  expect(loadedFiles({ path: 'src/x/y.ts', text })).not.toContain('src/b.ts');
  expect(importedPackages({ path: 'src/x/y.ts', text })).toEqual(['ws', '@cucumber/cucumber']);
});

describe('layers', () => {
  test('imports point downwards', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(layerViolations(sources)).toEqual([]);
  });

  test('an import upwards, sideways or from nowhere is told', () => {
    const bad = [
      file('src/ocpp/a.ts', '../wire/b.ts'),
      file('src/station/a.ts', '../csms/b.ts'),
      file('src/version.ts', './time/clock.ts'),
      file('src/attic/a.ts'),
    ];
    expect(layerViolations(bad)).toEqual([
      'src/ocpp/a.ts (ocpp) must not import src/wire/b.ts (wire)',
      'src/station/a.ts (station) must not import src/csms/b.ts (csms)',
      'src/version.ts (package) must not import src/time/clock.ts (time)',
      'src/attic/a.ts is in no layer',
    ]);
  });

  test('the simulators are known only to those that put them to use', () => {
    expect(simulatorViolations(sources)).toEqual([]);
  });

  test('a judge that knows a simulator is told', () => {
    const bad = [
      file('src/rules/a.ts', '../station/b.ts'),
      file('src/scenario/a.ts', '../csms/b.ts'),
      file('src/sut/a.ts', '../csms/b.ts'),
    ];
    expect(simulatorViolations(bad)).toEqual([
      'src/rules/a.ts must not know the simulator in src/station/b.ts',
      'src/scenario/a.ts must not know the simulator in src/csms/b.ts',
    ]);
  });

  test('docs/architecture.md lists the same', () => {
    expect(documentedLayers(readFileSync(packageFile('docs/architecture.md'), 'utf8'))).toEqual(LAYERS);
  });
});

describe('cycles', () => {
  test('there are none', () => {
    expect(cycles(sources)).toEqual([]);
  });

  test('a circle is told with all its files', () => {
    const bad = [file('src/a.ts', './b.ts'), file('src/b.ts', './c.ts', './d.ts'), file('src/c.ts'), file('src/d.ts', './a.ts')];
    expect(cycles(bad)).toEqual(['src/a.ts -> src/b.ts -> src/d.ts -> src/a.ts']);
  });
});
