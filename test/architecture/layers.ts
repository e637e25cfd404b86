import { importedFiles } from './imports.ts';
import type { SourceFile } from './source-files.ts';

/** From top to bottom; a layer imports only from those below it. Layers in one row know nothing of each other. */
export const LAYERS: readonly (readonly string[])[] = [
  ['cli'],
  ['run'],
  ['report'],
  ['sut'],
  ['plan'],
  ['steps'],
  ['scenario'],
  ['rules'],
  ['schedule'],
  ['trace'],
  ['station', 'csms'],
  ['pki'],
  ['wire'],
  ['stimuli'],
  ['ocpp'],
  ['time'],
  ['package', 'schemas'],
];

const SIMULATORS = ['station', 'csms'];
/** Whoever puts a simulator to use; everyone else would judge by what the defendant says. */
const USERS_OF_SIMULATORS = ['cli', 'sut'];

/** The layer of a file: its directory in src, `package` for the files of src itself, or a directory beside src. */
export function layerOf(path: string): string {
  const [top = '', directory = '', ...rest] = path.split('/');
  if (top !== 'src') return top;
  return rest.length > 0 ? directory : 'package';
}

const rank = (layer: string): number => LAYERS.findIndex((row) => row.includes(layer));

/** Imports that do not point downwards, and files in no known layer. */
export function layerViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const from = layerOf(file.path);
    if (rank(from) < 0) return [`${file.path} is in no layer`];
    return importedFiles(file).flatMap((path) => {
      const to = layerOf(path);
      if (from === to || rank(from) < rank(to)) return [];
      return [`${file.path} (${from}) must not import ${path} (${to})`];
    });
  });
}

/** Files that import a simulator and have no business with one. */
export function simulatorViolations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => ![...SIMULATORS, ...USERS_OF_SIMULATORS].includes(layerOf(path)))
    .flatMap((file) =>
      importedFiles(file)
        .filter((path) => SIMULATORS.includes(layerOf(path)))
        .map((path) => `${file.path} must not know the simulator in ${path}`),
    );
}

/** The layers that docs/architecture.md lists, row by row. */
export function documentedLayers(page: string): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith('Layers\n')) ?? '';
  return [...section.matchAll(/^ {4}(\S+(?: \S+)*?) {2,}\S/gm)].map(([, names = '']) => names.split(' '));
}
