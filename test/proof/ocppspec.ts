import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { RunReport } from '../../src/report/run-report.ts';

export const PASSWORD = 'a-password-of-proof';

export interface Run {
  exitCode: number;
  /** What it wrote to the terminal. */
  output: string;
  report: RunReport;
}

export interface RunOptions {
  args: readonly string[];
  /** As in schemas/config.schema.json. */
  config: object;
  cases: readonly string[];
  /** Hears where ocppspec waits for a station. */
  waiting?(url: string): void;
}

/** Runs `ocppspec run` in a process of its own: Cucumber loads the steps there, and the peer keeps this process. */
export async function ocppspec({ args, config, cases, waiting }: RunOptions): Promise<Run> {
  const directory = await mkdtemp(join(tmpdir(), 'ocppspec-'));
  try {
    await writeFile(join(directory, 'sut.yaml'), stringify(config));
    const selected = cases.flatMap((id) => ['--case', id]);
    const command = [
      'bin/ocppspec.js',
      'run',
      ...args,
      ...selected,
      '--config',
      join(directory, 'sut.yaml'),
      '--out',
      join(directory, 'out'),
    ];
    const { exitCode, output } = await runNode(command, waiting);
    const results = await readFile(join(directory, 'out', 'results.json'), 'utf8').catch(() => Promise.reject(new Error(output)));
    return { exitCode, output, report: JSON.parse(results) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function runNode(command: readonly string[], waiting?: (url: string) => void): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      env: { ...process.env, OCPPSPEC_PASSWORD: PASSWORD },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let told = false;
    const hear = (chunk: Buffer) => {
      output += chunk;
      const [, url] = /waiting up to .* for station \S+ at (\S+)\/[^/\s]+\n/.exec(output) ?? [];
      if (url && !told) waiting?.(url);
      told ||= url !== undefined;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, output }));
  });
}
