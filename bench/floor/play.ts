/** Does what a recorded run had to do, and nothing else. Argument: the recording. */
import module from 'node:module';

module.enableCompileCache?.();
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('which recording?');
const { readRecorded } = await import('./record.ts');
const { replay } = await import('./replay.ts');
const { playEmpty } = await import('./cucumber.ts');
const { connections, features } = readRecorded(path);
await replay(connections);
for (const feature of features) await playEmpty(feature);
