import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../../src/package-file.ts';
import { certsDirectory } from '../../src/sut/pki-source.ts';

const at = (...names: string[]) => resolve('/work', ...names);

test.each([
  ['in the checkout', at('checkout'), at('checkout'), at('checkout', 'certs')],
  ['deeper in the checkout', at('checkout', 'docs'), at('checkout'), at('checkout', 'certs')],
  ['in a project that has it installed', at('lab'), at('lab', 'node_modules', 'ocppspec'), at('lab', 'certs')],
  ['beside a checkout', at('lab'), at('checkout'), at('lab', 'certs')],
  ['beside a checkout whose name begins alike', at('checkout-2'), at('checkout'), at('checkout-2', 'certs')],
  ['in a directory of the checkout with a strange name', at('checkout', '..lab'), at('checkout'), at('checkout', 'certs')],
])('%s, the test PKI is where it lasts', (_where, workingDirectory, root, expected) => {
  expect(certsDirectory(workingDirectory, root)).toBe(expected);
});

test('these tests are run in a checkout', () => {
  expect(certsDirectory()).toBe(join(packageFile('.'), 'certs'));
});
