import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunReport } from '../src/report/run-report.ts';
import { plansFor, readFeatures } from '../src/run/scenarios.ts';
import { checkSelection, type Selection, selects } from '../src/run/select.ts';
import type { Bench, Figure } from './bench.ts';
import { newCertificates } from './certificates.ts';
import { connectionsOf, emptyFeature, writeRecorded } from './floor/record.ts';
import { against } from './measure.ts';
import { lifeOf, node, OCPPSPEC, peakOf } from './processes.ts';

/** Blocks take seconds, in which a machine may be busy with something else more often than in a run of everything. */
const TURNS = { blocks: 11, everything: 5 };
const MEMORY_TURNS = 3;
const PLAY = fileURLToPath(new URL('floor/play.ts', import.meta.url));
const EVERYTHING: Selection = { cases: [], blocks: [], useCases: [], requirements: [], profiles: [] };

/** Cases against the built-in systems, as whole processes. */
function cases(name: string, selection: Partial<Selection>, limit: number): Bench {
  const chosen = checkSelection({ ...EVERYTHING, ...selection });
  return {
    name,
    async run() {
      const directory = mkdtempSync(join(tmpdir(), 'ocppspec-bench-'));
      try {
        return await measure(name, chosen, limit, directory);
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    },
  };
}

async function measure(name: string, selection: Selection, limit: number, directory: string): Promise<Figure[]> {
  const results = join(directory, 'results');
  const command = [OCPPSPEC, 'run', ...selection.blocks.flatMap((block) => ['--block', block]), '--out', results];
  // The first run of each fills the compile cache, and shows what the floor has to do.
  await node(...command);
  const recording = join(directory, 'recording.json');
  const connections = connectionsOf(results);
  const features = writeFeatures(selection, directory);
  writeRecorded(recording, { connections, certificates: await newCertificates(), features });
  await node(PLAY, recording);
  const report = JSON.parse(readFileSync(join(results, 'results.json'), 'utf8')) as RunReport;
  const { measured, floor } = await against(
    () => lifeOf(...command),
    () => lifeOf(PLAY, recording),
    selection.blocks.length > 0 ? TURNS.blocks : TURNS.everything,
  );
  const played = new Set(report.cases.map(({ id }) => id)).size;
  const frames = connections.reduce((sum, one) => sum + one.frames.length, 0);
  const note = `${played} cases, ${(measured / played / 1000).toFixed(3)} s each; ${connections.length} connections, ${frames} frames`;
  const figures: Figure[] = [{ what: `${name}, both roles`, measured, floor, limit, note }];
  if (selection.blocks.length > 0) return figures;
  const bare = join(directory, 'bare.json');
  writeRecorded(bare, { connections: [], certificates: await newCertificates(), features });
  const memory = await against(
    () => peakOf(...command),
    () => peakOf(PLAY, bare),
    MEMORY_TURNS,
  );
  return [...figures, { what: `peak memory of ${name}`, ...memory, unit: 'MB', limit: 2 }];
}

function writeFeatures(selection: Selection, directory: string): string[] {
  const scenarios = readFeatures();
  return (['station', 'csms'] as const).map((role) => {
    const path = join(directory, `${role}.feature`);
    const played = scenarios.filter((scenario) => plansFor(role, [scenario]).some((plan) => selects(selection, plan)));
    writeFileSync(path, emptyFeature(played));
    return path;
  });
}

export const blockB = cases('block B', { blocks: ['B'] }, 3);

/** Those with the most TLS and certificates. */
export const blocksOfSecurity = cases('blocks A, L, M and P', { blocks: ['A', 'L', 'M', 'P'] }, 3);

/** Everything that `npm start` plays. */
export const everyCase = cases('every case', {}, 3);
