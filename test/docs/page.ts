import { readFileSync } from 'node:fs';
import { packageFile } from '../../src/package-file.ts';

/** A page of the documentation as it is. */
export const readPage = (path: string): string => readFileSync(packageFile(path), 'utf8');

/** The page with what stands between its marks replaced by what the code says. */
export function filledIn(page: string, mark: string, content: string): string {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`the page has no part between ${begin} and ${end}`);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

/** The rows of the tables of a section, which begins with its heading. */
export function rowsOf(page: string, heading: string): string[][] {
  const section = page.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`there is no section "${heading}"`);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .filter((_, index, lines) => !isHead(lines, index))
    .map(cellsOf);
}

const isHead = (lines: readonly string[], index: number): boolean => isRule(lines[index]) || isRule(lines[index + 1]);
const isRule = (line = ''): boolean => /^\|(?: ?-+ ?\|)+$/.test(line);

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** What a cell says in code: `` `park` `` is park. */
export const codeIn = (cell = ''): string => /`([^`]+)`/.exec(cell)?.[1] ?? cell;

/** The blocks of code in a language. */
export const blocksOf = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);
