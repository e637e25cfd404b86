import { type Figure, held, keepsLimit } from './bench.ts';

const HEADINGS = ['what', 'measured', 'floor', 'ratio', 'limit', ''];

/** Figures side by side, one line each, notes below. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const notes = figures.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`]));
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : []), ''].join('\n');
}

function cells(figure: Figure): string[] {
  const { what, measured, floor, limit, unit = 'ms' } = figure;
  const amount = (value: number) => `${number(value)} ${unit}`;
  const verdict = keepsLimit(figure) ? 'ok' : 'MISSED';
  if (floor === undefined) return [what, amount(measured), '', '', amount(limit), verdict];
  return [what, amount(measured), amount(floor), `${held(figure).toFixed(2)}x`, `${limit}x`, verdict];
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(4));
