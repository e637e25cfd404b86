import { appendFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { writeCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';
import { makeResultDirectory, removeResults, replaceFile } from './result-files.ts';
import { type RunHeader, type RunListener, type RunReport, resultKey } from './run-report.ts';

/** Everything a run leaves on disk; each case is there before the next one is finished, if that waits until it is settled. */
export class ResultStore implements RunListener {
  readonly directory: string;
  /** Results of an earlier run, which stay until there is a new one. */
  readonly #earlier: ReadonlyMap<string, CaseResult>;
  readonly #traces: Set<string | undefined>;
  #written: Promise<void> = Promise.resolve();
  #failed: { error: unknown } | undefined;

  /**
   * Makes the directory, and removes what an earlier run left there.
   * @param earlier results that stay instead, to go on from
   */
  constructor(directory: string, earlier?: readonly CaseResult[]) {
    this.directory = directory;
    this.#earlier = new Map(earlier?.map((result) => [resultKey(result), result]));
    this.#traces = new Set(earlier?.map(({ trace }) => trace));
    makeResultDirectory(directory);
    if (earlier) this.#writeCases(earlier);
    else this.#written = this.#noting(removeResults(directory));
  }

  /** Writes down what the run is to do, so that another one can go on with it. */
  begin(header: RunHeader): void {
    this.write('run.json', `${JSON.stringify(header, null, 2)}\n`);
  }

  /** Notes in the result where its trace is, for the reports that come after. @throws what kept an earlier one from being written */
  finished(result: CaseResult, entries: readonly Entry[]): void {
    if (this.#failed) throw this.#failed.error;
    const before = this.#earlier.get(resultKey(result))?.trace;
    if (entries.length > 0) result.trace = before ?? this.#freeTrace(result.id);
    const trace = entries.length > 0 ? writeCapture(entries) : undefined;
    const line = lineOf(result);
    this.#written = this.#noting(this.#written.then(() => this.#writeCase(before, result.trace, trace, line)));
  }

  async ended(report: RunReport): Promise<void> {
    await this.#written;
    if (this.#failed) throw this.#failed.error;
    this.write('results.json', `${JSON.stringify(report, null, 2)}\n`);
    if (this.#earlier.size > 0) this.#writeCases(report.cases);
  }

  #noting(work: Promise<void>): Promise<void> {
    return work.catch((error) => {
      this.#failed ??= { error };
    });
  }

  /** A new trace counts only once its result has been written, too. */
  async #writeCase(before: string | undefined, name: string | undefined, trace: string | undefined, line: string): Promise<void> {
    if (trace !== undefined && name !== undefined) {
      if (before) this.write(name, trace);
      else await writeFile(join(this.directory, name), trace);
    } else if (before) rmSync(join(this.directory, before), { force: true });
    appendFileSync(join(this.directory, 'cases.jsonl'), line);
  }

  /** Resolves when every case that is finished has been written, or cannot be. */
  settled(): Promise<void> {
    return this.#written;
  }

  write(name: string, text: string): void {
    replaceFile(join(this.directory, name), text);
  }

  #writeCases(results: readonly CaseResult[]): void {
    this.write('cases.jsonl', results.map(lineOf).join(''));
  }

  #freeTrace(id: string): string {
    let name = `traces/${id}.jsonl`;
    for (let count = 2; this.#traces.has(name); count++) name = `traces/${id}-${count}.jsonl`;
    this.#traces.add(name);
    return name;
  }
}

const lineOf = (result: CaseResult): string => `${JSON.stringify(result)}\n`;
