import type { Finding } from '../rules/finding.ts';

export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'not applicable' | 'error';

/** An expectation was not met; the findings are already on record. */
export class Unmet extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super(findings.map((finding) => `${finding.requirement}: expected ${finding.expected}, but ${finding.actual}`).join('\n'));
    this.name = 'Unmet';
    this.findings = findings;
  }
}

/** The run was ended from outside; what was being played has no result. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** Nothing happens any more, though something should. */
export class Stuck extends Error {
  override name = 'Stuck';
}

/** Nothing can be said about the system under test, for the reason given. */
export class Inconclusive extends Error {
  override name = 'Inconclusive';
}
