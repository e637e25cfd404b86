/** `npm run build`: JavaScript of src/ and steps/ in dist/, and beside it what TypeScript does not copy. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: process.platform === 'win32' });
for (const file of ['validators.cjs', 'schemas.json']) cpSync(`src/ocpp/generated/${file}`, `dist/src/ocpp/generated/${file}`);
process.exitCode = status ?? 1;
