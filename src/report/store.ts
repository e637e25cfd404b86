import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { writeCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';
import type { RunListener, RunReport } from './run-report.ts';

/** Everything a run leaves on disk; each case is there before the next one starts. */
export class ResultStore implements RunListener {
  readonly directory: string;
  readonly #names = new Map<string, number>();

  /** Makes the directory, and removes what an earlier run left there. */
  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(join(directory, 'traces'), { recursive: true });
    const traces = readdirSync(join(directory, 'traces')).filter((name) => name.endsWith('.jsonl'));
    for (const old of [...traces.map((name) => `traces/${name}`), 'cases.jsonl', 'results.json', 'junit.xml', 'summary.md'])
      rmSync(join(directory, old), { force: true });
  }

  /** Notes in the result where its trace is, for the reports that come after. */
  finished(result: CaseResult, entries: readonly Entry[]): void {
    if (entries.length > 0) {
      result.trace = this.#traceFile(result.id);
      writeFileSync(join(this.directory, result.trace), writeCapture(entries));
    }
    appendFileSync(join(this.directory, 'cases.jsonl'), `${JSON.stringify(result)}\n`);
  }

  ended(report: RunReport): void {
    this.write('results.json', `${JSON.stringify(report, null, 2)}\n`);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.directory, name), text);
  }

  #traceFile(id: string): string {
    const count = (this.#names.get(id) ?? 0) + 1;
    this.#names.set(id, count);
    return `traces/${id}${count === 1 ? '' : `-${count}`}.jsonl`;
  }
}
