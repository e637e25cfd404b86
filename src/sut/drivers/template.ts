/** What a name in a template stands for; undefined if nothing. */
export type Values = (name: string) => unknown;

const NAME = /\{(\w+)(:uncapitalized)?\}/g;
const WHOLE = /^\{(\w+)\}$/;

/** Fills in names in every text; a text that is nothing but one name takes over the type of the value. */
export function render<T>(template: T, values: Values): T {
  if (typeof template === 'string') {
    const [, whole] = WHOLE.exec(template) ?? [];
    return (whole ? (values(whole) ?? '') : fillIn(template, values)) as T;
  }
  if (Array.isArray(template)) return template.map((item) => render(item, values)) as T;
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, render(value, values)])) as T;
}

/** A text with names filled in: objects as JSON, what is missing as nothing. @param encode what becomes of each value */
export function fillIn(text: string, values: Values, encode: (value: string) => string = (value) => value): string {
  return text.replace(NAME, (_, name: string, uncapitalized?: string) => {
    const value = textOf(values(name));
    return encode(uncapitalized ? `${value.charAt(0).toLowerCase()}${value.slice(1)}` : value);
  });
}

const textOf = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''));
