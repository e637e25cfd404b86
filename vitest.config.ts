import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Modules keep no state that a test could leave behind, so a worker need not begin anew for every file.
    isolate: false,
    maxWorkers: '100%',
    // A busy machine fails no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    expect: { requireAssertions: true },
  },
});
