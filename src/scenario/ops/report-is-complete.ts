import type { Dialogue } from '../dialogue.ts';
import { payloadOf } from '../payload.ts';
import { reportProblems } from '../report-check.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';
import { merge } from './parts.ts';

const BASES = ['FullInventory', 'ConfigurationInventory', 'SummaryInventory'] as const;
export type ReportBase = (typeof BASES)[number];

/** `the report is a complete {base}`: the report of the lines above has what the standard device model asks of it. */
export class ReportIsComplete implements Operation {
  readonly line: Line;
  readonly base: ReportBase;
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line, base: string) {
    const known = BASES.find((one) => one === base);
    if (!known) throw new FeatureError(line.source, `"${base}" is not a base report; it is one of ${BASES.join(', ')}`);
    this.line = line;
    this.base = known;
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (dialogue.sut !== 'station') return;
    const { parts } = dialogue;
    if (parts.length === 0) throw new Error('no line above receives a report');
    dialogue.checks++;
    const problems = reportProblems(this.base, merge(parts.map(payloadOf)), dialogue.environment.settings);
    for (const { expected, actual, pointer } of problems.slice(0, MOST))
      dialogue.complain('report-incomplete', { expected, actual, entries: parts, ...(pointer ? { pointer } : {}) });
    if (problems.length > 0) dialogue.stop();
  }
}

/** A report that lacks everything need not say so in a thousand findings. */
const MOST = 20;
