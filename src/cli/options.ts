import type { OptionValues } from './command.ts';

/** The values of an option that may be given more than once. */
export const listOf = (value: OptionValues[string]): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
