/** Prints how many milliseconds it takes until every validator has judged a payload. */
import module from 'node:module';

module.enableCompileCache?.();
const begin = performance.now();
const { default: validators } = await import('../src/ocpp/generated/validators.cjs');
const all = Object.values(validators);
for (const validate of all) validate({});
const took = performance.now() - begin;
if (all.length !== 128) throw new Error(`there are ${all.length} validators`);
process.stdout.write(String(took));
