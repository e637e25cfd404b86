/** One step of a path into a payload. */
export type Segment =
  | { kind: 'field'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'every' }
  /** All elements whose fields equal the given texts; case does not matter, as in an identifierString. */
  | { kind: 'filter'; conditions: Condition[] }
  | { kind: 'length' };

interface Condition {
  path: Segment[];
  text: string;
  /** The value that the schema gives an absent field. */
  fallback?: unknown;
}

/** A value found in a payload; `undefined` where there is none. */
export interface Found {
  pointer: string;
  value: unknown;
}

const FORMS = 'a path looks like a.b[0].c, list[*].x, list[-1], list.length or list[component.name=EVSE].x';

/** @throws Error that says what a path may look like */
export function parsePath(text: string): Segment[] {
  const segments: Segment[] = [];
  let rest = text.trim();
  while (rest) {
    const [matched, dot, name, bracket] = /^(\.?)(?:([A-Za-z][A-Za-z0-9]*)|\[((?:[^[\]]|\[[^\]]*\])*)\])/.exec(rest) ?? [];
    const misplacedDot = name === undefined ? dot !== '' : (dot !== '') !== segments.length > 0;
    if (matched === undefined || misplacedDot) throw new Error(`"${text}" is not a path: ${FORMS}`);
    const segment = name === undefined ? bracketSegment(bracket ?? '', text) : fieldSegment(name);
    const last = segments.at(-1);
    if (segment.kind === 'filter' && last?.kind === 'filter') last.conditions.push(...segment.conditions);
    else segments.push(segment);
    rest = rest.slice(matched.length);
  }
  if (segments.length === 0) throw new Error(`an empty cell where a path belongs: ${FORMS}`);
  return segments;
}

const fieldSegment = (name: string): Segment => (name === 'length' ? { kind: 'length' } : { kind: 'field', name });

function bracketSegment(inside: string, text: string): Segment {
  if (inside === '*') return { kind: 'every' };
  if (/^-?\d+$/.test(inside)) return { kind: 'index', index: Number(inside) };
  const conditions = inside.split(',').map((condition) => {
    const [, path, value] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(condition) ?? [];
    if (!path || !value) throw new Error(`"${text}" is not a path: ${FORMS}`);
    return { path: parsePath(path), text: value };
  });
  return { kind: 'filter', conditions };
}

/**
 * Everything a path leads to. A path that leads nowhere yields one Found without a value, so that nothing can be
 * checked by looking at nothing.
 * @param textOf what a text in a filter stands for, `$name` say
 */
export function select(root: unknown, path: readonly Segment[], textOf: (text: string) => string = (text) => text): Found[] {
  return selectFrom({ pointer: '', value: root }, path, 0, textOf);
}

function selectFrom({ pointer, value: node }: Found, path: readonly Segment[], at: number, textOf: (text: string) => string): Found[] {
  const segment = path[at];
  if (!segment) return [{ pointer, value: node }];
  if (segment.kind === 'filter' && path[at + 1]?.kind === 'length') {
    return [{ pointer, value: childrenOf(node, segment, textOf).length }];
  }
  const children = childrenOf(node, segment, textOf);
  if (children.length === 0) return [{ pointer, value: undefined }];
  return children.flatMap(({ key, value }) => selectFrom({ pointer: `${pointer}/${key}`, value }, path, at + 1, textOf));
}

function childrenOf(node: unknown, segment: Segment, textOf: (text: string) => string): { key: string | number; value: unknown }[] {
  if (segment.kind === 'field') {
    const value = (node as Record<string, unknown> | null | undefined)?.[segment.name];
    return value === undefined ? [] : [{ key: segment.name, value }];
  }
  if (!Array.isArray(node)) return [];
  if (segment.kind === 'length') return [{ key: 'length', value: node.length }];
  const elements = node.map((value, key) => ({ key, value }));
  if (segment.kind === 'every') return elements;
  if (segment.kind === 'index')
    return elements.filter(({ key }) => key === (segment.index < 0 ? node.length + segment.index : segment.index));
  return elements.filter(({ value }) =>
    segment.conditions.every((condition) =>
      select(value, condition.path, textOf).some(
        ({ value: found = condition.fallback }) => String(found).toLowerCase() === textOf(condition.text).toLowerCase(),
      ),
    ),
  );
}

type Place = { kind: 'field'; name: string } | { kind: 'index'; index: number };

/** Puts a value wherever the path leads, or removes what is there (`undefined`); missing objects and lists are made. */
export function assign(root: Record<string, unknown>, path: readonly Segment[], value: unknown): void {
  for (const places of placesOf(root, path)) assignAt(root, places, value);
}

/** A path without wildcards for every place that it leads to among the elements there are. */
function placesOf(node: unknown, path: readonly Segment[]): Place[][] {
  const [segment, ...rest] = path;
  if (!segment) return [[]];
  // How long a list is follows from what is put into it.
  if (segment.kind === 'length') return [];
  if (segment.kind === 'every' || segment.kind === 'filter') {
    return childrenOf(node, segment, (text) => text).flatMap(({ key, value }) =>
      placesOf(value, rest).map((more) => [place(key), ...more]),
    );
  }
  const index = segment.kind === 'index' && segment.index < 0 && Array.isArray(node) ? node.length + segment.index : undefined;
  const first = index === undefined ? segment : place(index);
  const child = (node as Record<string | number, unknown> | undefined)?.[keyOf(first)];
  return placesOf(child, rest).map((more) => [first, ...more]);
}

const place = (key: string | number): Place => (typeof key === 'number' ? { kind: 'index', index: key } : { kind: 'field', name: key });
const keyOf = (segment: Place): string | number => (segment.kind === 'field' ? segment.name : segment.index);

function assignAt(root: Record<string, unknown>, places: readonly Place[], value: unknown): void {
  let container = root as Record<string | number, unknown>;
  for (const [depth, segment] of places.entries()) {
    const key = keyOf(segment);
    if (depth === places.length - 1) {
      if (value === undefined) delete container[key];
      else container[key] = value;
    } else {
      if (container[key] === undefined && value === undefined) return;
      container[key] ??= places[depth + 1]?.kind === 'field' ? {} : [];
      container = container[key] as Record<string | number, unknown>;
    }
  }
}
