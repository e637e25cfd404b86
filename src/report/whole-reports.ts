import type { CaseResult } from '../scenario/case-result.ts';
import type { Entry } from '../trace/entry.ts';
import { JUnitReport } from './junit.ts';
import { MarkdownReport } from './markdown.ts';
import type { RunListener, RunReport } from './run-report.ts';

/** What the reports that are made of a whole run are written to, and the traces that they quote read from. */
export interface ReportDirectory {
  write(name: string, text: string): void;
  traceOf(result: CaseResult): readonly Entry[];
}

/** junit.xml and summary.md, of all results whichever run they are from. */
export class WholeReports implements RunListener {
  readonly #directory: ReportDirectory;

  constructor(directory: ReportDirectory) {
    this.#directory = directory;
  }

  ended(report: RunReport): void {
    const junit = new JUnitReport((xml) => this.#directory.write('junit.xml', xml));
    for (const result of report.cases) junit.finished(result, isQuoted(result) ? this.#directory.traceOf(result) : []);
    junit.ended();
    new MarkdownReport((text) => this.#directory.write('summary.md', text)).ended(report);
  }
}

/** Reports show messages only where something is to be explained. */
const isQuoted = ({ verdict, findings }: CaseResult): boolean => verdict !== 'pass' || findings.length > 0;
