import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { writeCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';
import { makeResultDirectory, overwriteFile, removeReports, removeTraces, replaceFile, UnwritableResults } from './result-files.ts';
import { type RunHeader, type RunListener, type RunReport, resultKey } from './run-report.ts';

/** Everything a run leaves on disk; each case is there as soon as it is finished. */
export class ResultStore implements RunListener {
  readonly directory: string;
  /** Results of an earlier run, which stay until there is a new one. */
  readonly #earlier: ReadonlyMap<string, CaseResult>;
  readonly #traces: Set<string | undefined>;

  /**
   * Makes the directory, and removes what an earlier run left there. Its traces give way to new ones, and in the end the rest is removed.
   * @param earlier results that stay instead, to go on from
   */
  constructor(directory: string, earlier?: readonly CaseResult[]) {
    this.directory = directory;
    this.#earlier = new Map(earlier?.map((result) => [resultKey(result), result]));
    this.#traces = new Set(earlier?.map(({ trace }) => trace));
    if (!earlier) removeReports(directory);
    makeResultDirectory(directory);
    if (earlier) this.#writeCases(earlier);
  }

  /** Writes down what the run is to do, so that another one can go on with it. */
  begin(header: RunHeader): void {
    this.write('run.json', `${JSON.stringify(header, null, 2)}\n`);
  }

  /** Notes in the result where its trace is, for the reports that come after. @throws UnwritableResults */
  finished(result: CaseResult, entries: readonly Entry[]): void {
    const before = this.#earlier.get(resultKey(result))?.trace;
    if (entries.length > 0) result.trace = before ?? this.#freeTrace(result.id);
    this.#writing(() => {
      this.#writeTrace(before, result.trace, entries);
      // A new trace counts only once its result has been written, too.
      appendFileSync(join(this.directory, 'cases.jsonl'), lineOf(result));
    });
  }

  ended(report: RunReport): void {
    this.#writing(() => removeTraces(this.directory, this.#traces));
    this.write('results.json', `${JSON.stringify(report, null, 2)}\n`);
    if (this.#earlier.size > 0) this.#writeCases(report.cases);
  }

  #writeTrace(before: string | undefined, name: string | undefined, entries: readonly Entry[]): void {
    if (name === undefined) {
      if (before) rmSync(join(this.directory, before), { force: true });
    } else if (before) this.write(name, writeCapture(entries));
    else overwriteFile(join(this.directory, name), writeCapture(entries));
  }

  /** @throws UnwritableResults */
  write(name: string, text: string): void {
    this.#writing(() => replaceFile(join(this.directory, name), text));
  }

  #writing(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof UnwritableResults) throw error;
      throw new UnwritableResults(`cannot write results to ${this.directory}: ${(error as Error).message}`);
    }
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
