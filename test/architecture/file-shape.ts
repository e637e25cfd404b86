import { countLines, type SourceFile } from './source-files.ts';

/** Files that do nothing but pass on what others export. */
export const barrels = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return code.replace(/^export\b[^;']*\bfrom\s*'[^']*';/gm, '').trim() === '' && code.trim() !== '';
    })
    .map(({ path }) => path);

export const longerThan = (limit: number, files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) => (countLines(text) > limit ? [`${path}: ${countLines(text)} lines`] : []));

/** Requirement ids anywhere in the files that are not in `known`. */
export const unknownRequirements = (files: readonly SourceFile[], known: ReadonlySet<string>): string[] =>
  files.flatMap(({ path, text }) =>
    [...new Set(text.match(/\b[A-P]\d\d\.FR\.\d+/g))].filter((id) => !known.has(id)).map((id) => `${path}: there is no requirement ${id}`),
  );

const ASSIGNED =
  /(?<!: )\b\w+(?:\??\.#?\w+|\[[^\]]*\])+ (?:\?\?|\|\|)?= (?:async )?(?:function\b|(?:\([^()]*(?:\([^()]*\))?[^()]*\)(?:: [^=]*)?|\w+) =>)/;

/** Lines in which a function is written where it is assigned to a member; see decision 0015. */
export const functionsAssignedToMembers = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (ASSIGNED.test(line) && !/^\s*(?:const|let) /.test(line) ? [`${path}:${index + 1}`] : [])),
  );
