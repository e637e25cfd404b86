import { describe, expect, test } from 'vitest';
import { barrels, functionsAssignedToMembers, longerThan, unknownRequirements } from './file-shape.ts';
import { REQUIREMENTS } from './requirements.ts';
import { filesIn } from './source-files.ts';

const code = ['src', 'steps', 'scripts', 'test', 'bench'].flatMap((directory) => filesIn(directory, '.ts', '.mjs'));
const text = ['src', 'features', 'docs', 'test'].flatMap((directory) => filesIn(directory, '.ts', '.feature', '.md'));

describe('barrels', () => {
  test('there are none', () => {
    expect(barrels(code)).toEqual([]);
  });

  test('a file that only passes on is one, a table is not', () => {
    const barrel = "/** All. */\nexport * from './a.ts';\n// and\nexport {\n  b,\n  type C,\n} from './b.ts';\n";
    const table = "import { a } from './a.ts';\n\nexport const ALL = { a };\n";
    expect(
      barrels([
        { path: 'src/x/index.ts', text: barrel },
        { path: 'src/y/index.ts', text: table },
      ]),
    ).toEqual(['src/x/index.ts']);
  });
});

describe('length', () => {
  test('no file has more than 400 lines', () => {
    expect(code.length).toBeGreaterThan(0);
    expect(longerThan(400, code)).toEqual([]);
  });

  test('at least four of five files of the product have at most 100', () => {
    const product = code.filter(({ path }) => /^(src|steps)\//.test(path));
    expect(longerThan(100, product).length / product.length).toBeLessThan(0.2);
  });

  test('a line too much is told', () => {
    const lines = (count: number) => ({ path: `src/${count}.ts`, text: 'x\n'.repeat(count) });
    expect(longerThan(400, [lines(400), lines(401)])).toEqual(['src/401.ts: 401 lines']);
  });
});

describe('functions of a case', () => {
  const perCase = code.filter(({ path }) => /^(steps|src\/(csms|scenario|station|sut|time|trace|wire))\//.test(path));

  test('are not written where they are assigned to a member, which would keep them too long (decision 0015)', () => {
    expect(perCase.length).toBeGreaterThan(0);
    expect(functionsAssignedToMembers(perCase)).toEqual([]);
  });

  test('such a line is told, others are not', () => {
    const wrong = [
      'this.#forget = () => x;',
      'if (a) b.c = async (d) => e;',
      'b.c ??= (d: E): F => g;',
      'a[0].b = function () {};',
      'a[b] = c => d;',
    ];
    const right = ['const a: B.C = (d) => e;', 'a = () => b;', 'this.a = a;', 'this.a = b(() => c);', 'const { a } = { a: () => b };'];
    const file = { path: 'src/a.ts', text: [...right, ...wrong].join('\n') };
    expect(functionsAssignedToMembers([file])).toEqual(wrong.map((_, index) => `src/a.ts:${right.length + index + 1}`));
  });
});

describe('requirements', () => {
  test('whatever is cited exists', () => {
    expect(unknownRequirements(text, REQUIREMENTS)).toEqual([]);
  });

  test('a slip is told', () => {
    const bad = { path: 'src/a.ts', text: `// ${'B01'}.FR.05, ${'B01'}.FR.99 and A00.FR.201` };
    expect(unknownRequirements([bad], REQUIREMENTS)).toEqual([`src/a.ts: there is no requirement ${'B01'}.FR.99`]);
  });
});
