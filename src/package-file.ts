import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Sources are run as they are from src/, or built from dist/src/: the root is where package.json is. */
const root = ['../', '../../']
  .map((up) => new URL(up, import.meta.url))
  .find((directory) => existsSync(new URL('package.json', directory)));

/** The absolute path of a file that comes with ocppspec. */
export const packageFile = (path: string): string => fileURLToPath(new URL(path, root));
