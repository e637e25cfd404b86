/** One step of a path into a payload. */
export type Segment =
  | { kind: 'field'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'every' }
  /** All elements whose fields equal the given texts. */
  | { kind: 'filter'; conditions: { path: Segment[]; text: string }[] }
  | { kind: 'length' };

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
export function select(root: unknown, path: readonly Segment[], textOf: (text: string) => string = (text) => text, pointer = ''): Found[] {
  const [segment, ...rest] = path;
  if (!segment) return [{ pointer, value: root }];
  if (segment.kind === 'filter' && rest[0]?.kind === 'length') {
    return [{ pointer, value: childrenOf(root, segment, textOf).length }];
  }
  const children = childrenOf(root, segment, textOf);
  if (children.length === 0) return [{ pointer, value: undefined }];
  return children.flatMap(({ key, value }) => select(value, rest, textOf, `${pointer}/${key}`));
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
      select(value, condition.path, textOf).some(({ value: found }) => String(found) === textOf(condition.text)),
    ),
  );
}

/** Puts a value where the path leads, or removes what is there (`undefined`); missing objects and lists are made. */
export function assign(root: Record<string, unknown>, path: readonly Segment[], value: unknown): void {
  let node: unknown = root;
  path.forEach((segment, depth) => {
    const key = keyOf(segment, node);
    const container = node as Record<string | number, unknown>;
    if (depth === path.length - 1) {
      if (value === undefined) delete container[key];
      else container[key] = value;
      return;
    }
    container[key] ??= path[depth + 1]?.kind === 'field' ? {} : [];
    node = container[key];
  });
}

function keyOf(segment: Segment, node: unknown): string | number {
  if (segment.kind === 'field') return segment.name;
  if (segment.kind === 'index' && segment.index >= 0) return segment.index;
  if (segment.kind === 'index' && Array.isArray(node)) return node.length + segment.index;
  throw new Error('a message to be sent needs paths of fields and numbered elements only');
}
