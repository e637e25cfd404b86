import { pathToFileURL } from 'node:url';
import { packageFile } from '../../src/package-file.ts';
import { filesIn } from './source-files.ts';

/** Makes the whole vocabulary known; parameters come first, and Cucumber is left out of it. */
export async function loadSteps(): Promise<void> {
  const names = filesIn('steps', '.ts').map(({ path }) => path);
  for (const name of ['steps/parameters.ts', ...names.filter((path) => path !== 'steps/cucumber.ts')])
    await import(pathToFileURL(packageFile(name)).href);
}
