import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Modules keep no state that a test could leave behind, so a worker need not begin anew for every file.
    isolate: false,
    // Those that play in real time wait most of their time.
    maxWorkers: availableParallelism() + 1,
    // A busy machine fails no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    expect: { requireAssertions: true },
  },
});
