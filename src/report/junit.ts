import junitReportBuilder, { type Builder, type TestSuite } from 'junit-report-builder';
import type { CaseResult } from '../scenario/case-result.ts';
import type { Entry } from '../trace/entry.ts';
import { findingLines, traceLines } from './finding-text.ts';
import { caseName, type RunListener, roleName } from './run-report.ts';

// The types describe the CommonJS build, whose default export is one level deeper.
const junit = junitReportBuilder as unknown as Builder;

/** junit.xml: a suite per role and use case. */
export class JUnitReport implements RunListener {
  readonly #write: (xml: string) => void;
  readonly #builder = junit.newBuilder();
  readonly #suites = new Map<string, TestSuite>();
  /** Why cases were skipped, in the order of their suites. */
  readonly #reasons = new Map<string, string[]>();

  constructor(write: (xml: string) => void) {
    this.#write = write;
  }

  finished(result: CaseResult, entries: readonly Entry[]): void {
    const { role, useCase, title, verdict, reason = '', duration, findings, file } = result;
    const suite = this.#suite(`${roleName(role)} ${useCase}`);
    const test = suite
      .testCase()
      .name(`${caseName(result)} ${title}`)
      .className(`${role}.${useCase}`)
      .file(file)
      .time(duration.wall);
    const text = findings.map((finding) => [...findingLines(finding), ...traceLines(finding, entries)].join('\n')).join('\n\n');
    if (verdict === 'fail') {
      const [first] = findings;
      test
        .failure(first ? `${first.requirement}: expected ${first.expected}, but ${first.actual}` : 'does not conform', first?.code)
        .stacktrace(text);
    } else if (verdict === 'error') test.error(reason, 'ocppspec', text);
    else if (verdict !== 'pass') {
      test.skipped();
      this.#reasons.get(`${roleName(role)} ${useCase}`)?.push(`${verdict}: ${reason}`);
    } else if (text) test.standardOutput(text);
  }

  ended(): void {
    const reasons = [...this.#reasons.values()].flat();
    // The builder has no place for a reason; everything else it writes is escaped, so this can only be its own element.
    this.#write(this.#builder.build().replaceAll('<skipped/>', () => `<skipped message="${escapeXml(reasons.shift() ?? '')}"/>`));
  }

  #suite(name: string) {
    const suite = this.#suites.get(name) ?? this.#builder.testSuite().name(name);
    this.#suites.set(name, suite);
    if (!this.#reasons.has(name)) this.#reasons.set(name, []);
    return suite;
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };
const escapeXml = (text: string): string => text.replace(/[&<>"\n]/g, (character) => ENTITIES[character] as string);
