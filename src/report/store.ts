import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from '../scenario/case-result.ts';
import { writeCapture } from '../trace/capture.ts';
import type { Entry } from '../trace/entry.ts';
import { makeResultDirectory, removeResults, replaceFile } from './result-files.ts';
import { type RunHeader, type RunListener, type RunReport, resultKey } from './run-report.ts';

/** Everything a run leaves on disk; each case is there before the next one starts. */
export class ResultStore implements RunListener {
  readonly directory: string;
  /** Results of an earlier run, which stay until there is a new one. */
  readonly #earlier: ReadonlyMap<string, CaseResult>;
  readonly #traces: Set<string | undefined>;

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
    else removeResults(directory);
  }

  /** Writes down what the run is to do, so that another one can go on with it. */
  begin(header: RunHeader): void {
    this.write('run.json', `${JSON.stringify(header, null, 2)}\n`);
  }

  /** Notes in the result where its trace is, for the reports that come after. */
  finished(result: CaseResult, entries: readonly Entry[]): void {
    const before = this.#earlier.get(resultKey(result))?.trace;
    if (entries.length > 0) {
      result.trace = before ?? this.#freeTrace(result.id);
      // A new trace counts only once its result has been written, too.
      const write = before ? replaceFile : writeFileSync;
      write(join(this.directory, result.trace), writeCapture(entries));
    } else if (before) rmSync(join(this.directory, before), { force: true });
    appendFileSync(join(this.directory, 'cases.jsonl'), lineOf(result));
  }

  ended(report: RunReport): void {
    this.write('results.json', `${JSON.stringify(report, null, 2)}\n`);
    if (this.#earlier.size > 0) this.#writeCases(report.cases);
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
