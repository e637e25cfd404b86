import type { Expression } from './expression.ts';
import { evaluate, isInstant, isTime, milliseconds, numberOf, parseExpression, phraseOf, textOf } from './expression.ts';
import { areApart, isAligned } from './instants.ts';
import { NamedCertificate } from './named-certificate.ts';
import { type CompositeOf, describeComposite, isComposite, parseComposite } from './profiles.ts';
import { describeSteps, hasLimits, type LimitSteps, parseSteps, periodsOf } from './schedule.ts';
import type { Scope } from './scope.ts';

/** What a table cell asks of a value. */
export type Matcher =
  | { kind: 'any' }
  | { kind: 'absent' }
  | { kind: 'equals'; expression: Expression }
  | { kind: 'compare'; operator: '>=' | '<=' | '>' | '<'; expression: Expression }
  | { kind: 'within'; tolerance: Expression; of: Expression }
  | { kind: 'contains'; expression: Expression }
  | { kind: 'pattern'; pattern: RegExp }
  | { kind: 'aligned' | 'apart'; interval: Expression }
  | { kind: 'limits'; limits: LimitSteps }
  | { kind: 'composite'; of: CompositeOf }
  | { kind: 'not'; matcher: Matcher }
  | { kind: 'or' | 'and'; matchers: Matcher[] };

/** A table cell: a matcher, whether missing it is only a warning, and the name under which to remember the value. */
export interface Cell {
  matcher: Matcher;
  should: boolean;
  remember?: string;
  /** The cell counts only if a remembered value is as this matcher asks. */
  when?: { name: string; matcher: Matcher };
}

const FORMS =
  'a cell holds a literal, any, absent, A or B, not A, contains A, /regex/, >= 5, within 4 s of now, 60 s apart, aligned to 15 min, <configured name>, $remembered, A when $name is B, -> name';

/** @throws Error that says what a cell may hold */
export function parseCell(text: string): Cell {
  const [, should, body = '', name, condition, remember] =
    /^(should\s+)?(.*?)\s*(?:\bwhen\s+\$([A-Za-z][A-Za-z0-9]*)\s+is\s+(.*?)\s*)?(?:->\s*([A-Za-z][A-Za-z0-9]*))?$/s.exec(text.trim()) ?? [];
  if (!body && !remember) throw new Error(`an empty cell: ${FORMS}`);
  const cell: Cell = { matcher: body ? alternatives(body) : { kind: 'any' }, should: should !== undefined };
  if (name && condition) cell.when = { name, matcher: alternatives(condition) };
  if (remember) cell.remember = remember;
  return cell;
}

/** Whether a cell counts, as its condition has it. */
export const counts = ({ when }: Cell, scope: Scope): boolean => !when || matches(when.matcher, scope.remembered(when.name), scope);

function alternatives(text: string): Matcher {
  return combine('or', text, (part) => combine('and', part, single));
}

function combine(kind: 'or' | 'and', text: string, parse: (part: string) => Matcher): Matcher {
  const parts = splitOutsideQuotes(text, ` ${kind} `);
  return parts.length === 1 ? parse(text) : { kind, matchers: parts.map(parse) };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (!quoted && text.startsWith(separator, at)) {
      parts.push(part);
      part = '';
      at += separator.length - 1;
    } else part += text[at];
  }
  return [...parts, part];
}

function single(raw: string): Matcher {
  const text = raw.trim();
  if (!text || /^(?:or|and)\b|\b(?:or|and)$/.test(text)) throw new Error(`nothing beside "or" or "and": ${FORMS}`);
  if (text === 'any' || text === 'present') return { kind: 'any' };
  if (text === 'absent') return { kind: 'absent' };
  const [, word, rest] = /^(not|contains)\s+(.*)$/s.exec(text) ?? [];
  if (word === 'not' && rest) return { kind: 'not', matcher: single(rest) };
  if (word === 'contains' && rest) return { kind: 'contains', expression: parseExpression(rest) };
  const [, operator, operand] = /^(>=|<=|>|<)\s+(.*)$/s.exec(text) ?? [];
  if (operator && operand) return { kind: 'compare', operator: operator as '>=', expression: parseExpression(operand) };
  const [, tolerance, of] = /^within\s+(.*?)\s+of\s+(.*)$/s.exec(text) ?? [];
  if (tolerance && of) return { kind: 'within', tolerance: parseExpression(tolerance), of: parseExpression(of) };
  const [, source, flags] = /^\/(.*)\/([i]?)$/s.exec(text) ?? [];
  if (source) return { kind: 'pattern', pattern: regex(source, flags) };
  const [, interval] = /^aligned to\s+(.*)$/s.exec(text) ?? [];
  if (interval) return { kind: 'aligned', interval: parseExpression(interval) };
  const [, distance] = /^(.*)\s+apart$/s.exec(text) ?? [];
  if (distance) return { kind: 'apart', interval: parseExpression(distance) };
  const composite = parseComposite(text);
  if (composite) return { kind: 'composite', of: composite };
  const limits = parseSteps(text);
  return limits ? { kind: 'limits', limits } : { kind: 'equals', expression: parseExpression(text) };
}

/** Whether the matcher is about all values at once that a path leads to. */
export const isAboutAll = ({ kind }: Matcher): boolean => kind === 'apart';

function regex(source: string, flags: string | undefined): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new Error(`/${source}/ is not a regular expression: ${(error as Error).message}`);
  }
}

/**
 * Whether a value is what the matcher asks for.
 * @param fallback the value that the schema gives an absent field
 */
export function matches(matcher: Matcher, actual: unknown, scope: Scope, fallback?: unknown): boolean {
  switch (matcher.kind) {
    case 'any':
      return actual !== undefined;
    case 'absent':
      return actual === undefined;
    case 'not':
      return !matches(matcher.matcher, actual, scope, fallback);
    case 'or':
      return matcher.matchers.some((one) => matches(one, actual, scope, fallback));
    case 'and':
      return matcher.matchers.every((one) => matches(one, actual, scope, fallback));
    default:
      return valueMatches(matcher, actual === undefined ? fallback : actual, scope);
  }
}

type ValueMatcher = Exclude<Matcher, { kind: 'any' | 'absent' | 'not' | 'or' | 'and' }>;

function valueMatches(matcher: ValueMatcher, actual: unknown, scope: Scope): boolean {
  if (actual === undefined) return false;
  switch (matcher.kind) {
    case 'equals':
      return same(evaluate(matcher.expression, scope), actual);
    case 'compare':
      return compare(numberOf(actual), matcher.operator, numberOf(evaluate(matcher.expression, scope)));
    case 'within':
      return Math.abs(numberOf(actual) - numberOf(evaluate(matcher.of, scope))) <= toleranceOf(matcher, scope);
    case 'contains': {
      const wanted = evaluate(matcher.expression, scope);
      const list = Array.isArray(actual)
        ? actual
        : String(actual)
            .split(',')
            .map((item) => item.trim());
      return list.some((item) => same(wanted, item));
    }
    case 'pattern':
      return matcher.pattern.test(String(actual));
    case 'aligned':
      return isAligned(actual, milliseconds(matcher.interval, scope), tolerance(scope));
    case 'apart':
      return areApart(actual, milliseconds(matcher.interval, scope), tolerance(scope));
    case 'limits':
      return hasLimits(matcher.limits, actual, scope);
    case 'composite':
      return isComposite(matcher.of, actual, scope);
  }
}

/** How far instants may be off, in milliseconds. */
const tolerance = (scope: Scope): number => Number(scope.configured('tolerance')) * 1000;

/** Around an instant a bare number counts seconds. */
function toleranceOf({ tolerance, of }: Extract<Matcher, { kind: 'within' }>, scope: Scope): number {
  return isTime(of) || isInstant(evaluate(of, scope)) ? milliseconds(tolerance, scope) : numberOf(evaluate(tolerance, scope));
}

function compare(left: number, operator: '>=' | '<=' | '>' | '<', right: number): boolean {
  if (operator === '>=') return left >= right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left < right;
}

/** Equality across the texts of a table and the types of JSON; of an object, only the fields that are asked for. */
export function same(wanted: unknown, actual: unknown): boolean {
  if (wanted instanceof Date) return numberOf(actual) === wanted.getTime();
  if (wanted instanceof NamedCertificate) return wanted.isNamedBy(actual);
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(wanted) !== Array.isArray(actual)) return false;
    if (Array.isArray(wanted) && wanted.length !== (actual as unknown[]).length) return false;
    return Object.entries(wanted).every(([key, value]) => {
      const found = (actual as Record<string, unknown>)[key];
      return value === undefined || same(value, found) || (key === 'idToken' && sameToken(value, found));
    });
  }
  if (typeof actual === 'number' && wanted !== '') return Number(wanted) === actual;
  // An instant can be written in more than one way, and so can a PEM text: how its lines end is nobody's business.
  if (isInstant(wanted) && isInstant(actual)) return numberOf(wanted) === numberOf(actual);
  if (isPem(wanted) && isPem(actual)) return withoutSpace(wanted) === withoutSpace(actual);
  return String(wanted) === textOf(actual);
}

/** Case does not matter in the text of a token (Part 2, IdTokenType). */
const sameToken = (wanted: unknown, actual: unknown): boolean =>
  typeof wanted === 'string' && typeof actual === 'string' && wanted.toLowerCase() === actual.toLowerCase();

const isPem = (value: unknown): value is string => typeof value === 'string' && /^\s*-----BEGIN /.test(value);
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** The value that a played party puts into a field to satisfy the matcher; `{}` if anything it likes would do. */
export function valueFor(matcher: Matcher, scope: Scope): { value?: unknown } {
  switch (matcher.kind) {
    case 'absent':
      return { value: undefined };
    case 'equals':
      return { value: evaluate(matcher.expression, scope) };
    case 'within':
      return { value: evaluate(matcher.of, scope) };
    case 'limits':
      return { value: periodsOf(matcher.limits, scope) };
    case 'or':
      return valueFor(matcher.matchers[0] as Matcher, scope);
    default:
      return {};
  }
}

/** What is asked of a field, as a phrase for a finding: `reason = PowerUp`, `tbc is any value`, `seqNo >= 3`. */
export function condition(label: string, matcher: Matcher, scope: Scope): string {
  const link = matcher.kind === 'equals' ? ' = ' : matcher.kind === 'compare' ? ' ' : ' is ';
  return `${label}${link}${describe(matcher, scope)}`;
}

/** The matcher as a phrase for a finding, with names resolved. */
export function describe(matcher: Matcher, scope: Scope): string {
  switch (matcher.kind) {
    case 'any':
      return 'any value';
    case 'absent':
      return 'no value';
    case 'not':
      return `not ${describe(matcher.matcher, scope)}`;
    case 'or':
    case 'and':
      return matcher.matchers.map((one) => describe(one, scope)).join(` ${matcher.kind} `);
    case 'equals':
      return phraseOf(matcher.expression, scope);
    case 'compare':
      return `${matcher.operator} ${phraseOf(matcher.expression, scope)}`;
    case 'within':
      return `${phraseOf(matcher.of, scope)} ± ${phraseOf(matcher.tolerance, scope)}`;
    case 'contains':
      return `something that contains ${phraseOf(matcher.expression, scope)}`;
    case 'pattern':
      return `something like ${matcher.pattern}`;
    case 'aligned':
      return `a multiple of ${milliseconds(matcher.interval, scope) / 1000} s after midnight`;
    case 'apart':
      return `at least two instants, ${milliseconds(matcher.interval, scope) / 1000} s apart`;
    case 'limits':
      return describeSteps(matcher.limits, scope);
    case 'composite':
      return describeComposite(matcher.of, scope);
  }
}
