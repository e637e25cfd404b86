import junitReportBuilder, { type Builder, type TestCase, type TestSuite } from 'junit-report-builder';
import type { CaseResult } from '../scenario/case-result.ts';
import type { Entry } from '../trace/entry.ts';
import { caseLines, findingsLines, warningsOf, withoutWarnings } from './finding-text.ts';
import { printable } from './printable.ts';
import { caseName, type RunListener, roleName } from './run-report.ts';

// The types describe the CommonJS build, whose default export is one level deeper.
const junit = junitReportBuilder as unknown as Builder;

/** junit.xml: a suite per role and use case. */
export class JUnitReport implements RunListener {
  readonly #write: (xml: string) => void;
  readonly #builder = junit.newBuilder();
  readonly #suites = new Map<string, { suite: TestSuite; seconds: number }>();

  constructor(write: (xml: string) => void) {
    this.#write = write;
  }

  finished(result: CaseResult, entries: readonly Entry[]): void {
    const { role, useCase, title, duration, file } = result;
    const test = this.#suite(`${roleName(role)} ${useCase}`, duration.wall)
      .testCase()
      .name(`${caseName(result)} ${title}`)
      .className(`${role}.${useCase}`)
      .file(file)
      .time(duration.wall);
    judge(test, result, entries);
  }

  ended(): void {
    this.#write(`${this.#builder.build()}\n`);
  }

  #suite(name: string, seconds: number): TestSuite {
    const known = this.#suites.get(name) ?? { suite: this.#builder.testSuite().name(name), seconds: 0 };
    known.seconds += seconds;
    this.#suites.set(name, known);
    return known.suite.time(Math.round(known.seconds * 1000) / 1000);
  }
}

function judge(test: TestCase, result: CaseResult, entries: readonly Entry[]): void {
  const { verdict, findings } = result;
  const reasons = (result.reason ?? '').split('\n').map(printable);
  const text = cdata([...(result.reason && verdict === 'fail' ? reasons : []), ...caseLines(withoutWarnings(result), entries)]);
  const warnings = warningsOf(result);
  if (verdict === 'fail' || verdict === 'error') {
    if (warnings.length > 0) test.standardOutput(cdata(findingsLines(warnings, entries)));
  } else if (findings.length > 0) test.standardOutput(cdata(caseLines(result, entries)));
  switch (verdict) {
    case 'pass':
      break;
    case 'fail':
      test.failure(summaryOf(result), withoutWarnings(result).findings[0]?.code ?? 'fail').stacktrace(text);
      break;
    case 'error':
      test.error(reasons[0], 'ocppspec', `${cdata(reasons)}\n${text}`);
      break;
    default:
      skip(test, `${verdict}: ${reasons.join(' ')}`);
  }
}

/** The builder splits what would end a CDATA section, but only where it comes first. */
const cdata = (lines: readonly string[]): string => lines.join('\n').replaceAll(']]>', String.raw`]]\u003e`);

/** What is wrong, in the one line that overviews show. */
function summaryOf(result: CaseResult): string {
  const { findings } = withoutWarnings(result);
  const first = findings.find(({ severity, attributable }) => severity === 'violation' && attributable !== false) ?? findings[0];
  if (!first) return 'does not conform';
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
  return `${first.requirement}: expected ${printable(first.expected)}, but ${printable(first.actual)}${more}`;
}

/** The builder has no place for the reason why a test was skipped, but it hands out the elements that it makes. */
function skip(test: TestCase, reason: string): void {
  test.skipped();
  const build = test.build.bind(test);
  test.build = (parent) => {
    const element = build(parent);
    for (const child of element.children) if ('name' in child && child.name === 'skipped') (child as typeof element).att('message', reason);
    return element;
  };
}
