import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take minutes, so that nothing may be left waiting for them in the end. */
const LONGEST = ['test/run/assess.test.ts', 'test/processes/block-b.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((path) => moduleId.endsWith(path));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Modules keep no state that a test could leave behind, so a worker need not begin anew for every file.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Those that play in real time wait most of their time.
    maxWorkers: availableParallelism() + 1,
    // A busy machine fails no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    allowOnly: false,
    expect: { requireAssertions: true },
  },
});
