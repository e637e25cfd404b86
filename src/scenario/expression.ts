import type { Scope } from './scope.ts';

/** A value as a table cell or a duration writes it: `300`, `<heartbeat interval> + 2 s`, `$slot`, `now - 2 h`. */
export type Expression =
  | { kind: 'text'; text: string }
  /** Milliseconds. */
  | { kind: 'duration'; ms: number; text: string }
  | { kind: 'now' }
  | { kind: 'configured' | 'remembered'; name: string }
  /** A text with names in it: `<other slot>,$active`. */
  | { kind: 'template'; parts: Expression[] }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression };

const UNITS: Record<string, number> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** @throws Error if the text is empty */
export function parseExpression(raw: string): Expression {
  const text = raw.trim();
  const arithmetic = /^(.*\S)\s+([-+*/])\s+(\S.*?)$/s.exec(text);
  if (arithmetic) {
    const left = parseExpression(arithmetic[1] ?? '');
    const right = parseExpression(arithmetic[3] ?? '');
    // "a - b" is text; arithmetic needs something to calculate with.
    if (left.kind !== 'text' || right.kind !== 'text') return { kind: 'arithmetic', operator: arithmetic[2] as '+', left, right };
  }
  if (text === 'now') return { kind: 'now' };
  const [, configured] = /^<([^<>]+)>$/.exec(text) ?? [];
  if (configured) return { kind: 'configured', name: configured };
  const [, remembered] = /^\$([A-Za-z][A-Za-z0-9]*)$/.exec(text) ?? [];
  if (remembered) return { kind: 'remembered', name: remembered };
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s(ms|s|min|h|d)$/.exec(text) ?? [];
  if (amount && unit) return { kind: 'duration', ms: Number(amount) * (UNITS[unit] as number), text };
  const [, quoted] = /^"(.*)"$/s.exec(text) ?? [];
  if (quoted !== undefined) return { kind: 'text', text: quoted };
  const parts = text.split(/(<[^<>]+>|\$[A-Za-z][A-Za-z0-9]*)/).filter(Boolean);
  return parts.length > 1 ? { kind: 'template', parts: parts.map(parseExpression) } : { kind: 'text', text };
}

/** Instants are Dates, durations numbers of milliseconds; configured durations are in seconds, as OCPP has them. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'duration':
      return expression.ms;
    case 'now':
      return new Date(scope.now());
    case 'configured':
      return scope.configured(expression.name);
    case 'remembered':
      return scope.remembered(expression.name);
    case 'template':
      return expression.parts.map((part) => textOf(evaluate(part, scope))).join('');
    case 'arithmetic':
      return calculate(expression, scope);
  }
}

function calculate({ operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>, scope: Scope): number | Date {
  const first = evaluate(left, scope);
  const second = evaluate(right, scope);
  const a = toNumber(first);
  let b = toNumber(second);
  const counted = isTime(left) || isInstant(first);
  // OCPP counts in whole seconds, time here runs in milliseconds: bring both sides to what the left one is.
  if (counted && !isTime(right) && !isInstant(second) && operator !== '*' && operator !== '/') b *= 1000;
  if (!counted && isTime(right)) b /= 1000;
  const result = operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : a / b;
  return isInstant(first) ? new Date(result) : result;
}

/** Whether an expression is about an instant or a duration. */
export const isTime = (expression: Expression): boolean =>
  expression.kind === 'now' || expression.kind === 'duration' || (expression.kind === 'arithmetic' && isTime(expression.left));

/** Whether a value is an instant, be it one of ours or the text of a message. */
export const isInstant = (value: unknown): boolean => value instanceof Date || (typeof value === 'string' && ISO_INSTANT.test(value));

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT/;

/** Numbers, texts of numbers and instants, the latter in milliseconds; NaN for anything else. */
export function numberOf(value: unknown): number {
  if (typeof value === 'string' && ISO_INSTANT.test(value)) return Date.parse(value);
  return value === '' || typeof value === 'boolean' ? Number.NaN : Number(value);
}

function toNumber(value: unknown): number {
  const number = numberOf(value);
  if (Number.isNaN(number)) throw new Error(`cannot calculate with "${String(value)}"`);
  return number;
}

/** A value as text: instants as in RFC 3339, objects as JSON. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * An expression for a duration, in milliseconds: a configured or remembered number counts seconds, and from one instant
 * to another it is as long as it takes.
 */
export function milliseconds(expression: Expression, scope: Scope): number {
  const value = evaluate(expression, scope);
  return isTime(expression) || value instanceof Date ? toNumber(value) : toNumber(value) * 1000;
}

/** The expression as a finding shows it; as it is written where it stands for something that no message has told yet. */
export function phraseOf(expression: Expression, scope: Scope): string {
  if (expression.kind === 'duration') return expression.text;
  return isKnown(expression, scope) ? textOf(evaluate(expression, scope)) : written(expression);
}

function isKnown(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'remembered':
      return scope.remembers(expression.name);
    case 'template':
      return expression.parts.every((part) => isKnown(part, scope));
    case 'arithmetic':
      return isKnown(expression.left, scope) && isKnown(expression.right, scope);
    default:
      return true;
  }
}

function written(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
    case 'duration':
      return expression.text;
    case 'now':
      return 'now';
    case 'configured':
      return `<${expression.name}>`;
    case 'remembered':
      return `$${expression.name}`;
    case 'template':
      return expression.parts.map(written).join('');
    case 'arithmetic':
      return `${written(expression.left)} ${expression.operator} ${written(expression.right)}`;
  }
}
