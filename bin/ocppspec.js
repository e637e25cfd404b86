#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`ocppspec needs Node.js 22.18 or later, this is ${process.versions.node}\n`);
  process.exit(2);
}

// Whoever reads the output may have seen enough (`| head`): a run goes on all the same, and its verdict counts.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });

// A checkout is run from its sources, an installed package from what was built of them.
const sources = new URL('../src/cli/main.ts', import.meta.url);
const built = new URL('../dist/src/cli/main.js', import.meta.url);
module.enableCompileCache?.();
const { main } = await import((existsSync(sources) ? sources : built).href);
process.exitCode = await main(process.argv.slice(2));
