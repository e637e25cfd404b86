/** Does what a recorded run had to do, and nothing else. Argument: the recording. */
import module from 'node:module';

module.enableCompileCache?.();
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('which recording?');
const { readRecorded } = await import('./record.ts');
const { playEmpty } = await import('./cucumber.ts');
const { connections, certificates, features } = readRecorded(path);
// Without connections, this is Cucumber alone.
if (connections.length > 0) await (await import('./replay.ts')).replay(connections, certificates);
for (const feature of features) await playEmpty(feature);
