import { messageSchema, resolve, type SchemaNode } from '../ocpp/schema.ts';
import { nearest } from './nearest.ts';
import type { Segment } from './path.ts';

const COUNT: SchemaNode = { type: 'integer' };
const ANYTHING: SchemaNode = {};
/** What the schemas say only in words (K01.FR.49). */
const DEFAULT_PHASES = 3;

/**
 * What the official schema says about the place to which a path leads in a message. Filters on the way learn the values
 * that it gives absent fields.
 * @param message `BootNotificationRequest`
 * @throws Error naming the field that no schema knows and what it could be instead
 */
export function schemaAt(message: string, path: readonly Segment[]): SchemaNode {
  let node = messageSchema(message);
  for (const segment of path) node = step(resolve(node), segment, message);
  return resolve(node);
}

function step(node: SchemaNode, segment: Segment, message: string): SchemaNode {
  if (!node.type && !node.properties) return ANYTHING;
  if (segment.kind === 'field') {
    const fields = Object.keys(node.properties ?? {});
    const field = node.properties?.[segment.name];
    // CustomData and DataTransfer.data hold whatever their vendor likes.
    if (!field && fields.includes('vendorId') && fields.length === 1) return ANYTHING;
    if (!field)
      throw new Error(
        `${message} has no field "${segment.name}" there${nearest(segment.name, fields) || `; it has ${fields.join(', ') || 'none'}`}`,
      );
    return segment.name === 'numberPhases' ? { ...field, default: DEFAULT_PHASES } : field;
  }
  // The number of elements that a filter leaves.
  if (segment.kind === 'length' && node.type !== 'array') return COUNT;
  if (node.type !== 'array' || !node.items) throw new Error(`${message} has no list there, but the path asks for elements of one`);
  if (segment.kind === 'length') return COUNT;
  if (segment.kind === 'filter')
    for (const condition of segment.conditions)
      condition.fallback = resolve(condition.path.reduce((inner, part) => step(resolve(inner), part, message), node.items)).default;
  return node.items;
}

/** Gives a value from a table the JSON type that the schema asks for; leaves it as it is where the schema says nothing. */
export function coerce(value: unknown, { type }: SchemaNode): unknown {
  // Fractions of a second are better left out (Part 2, 3.1), and peers may not keep them.
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, 'Z');
  if (value === undefined || value === null || typeof value === 'object') return value;
  if (type === 'string') return String(value);
  if ((type === 'integer' || type === 'number') && value !== '' && !Number.isNaN(Number(value))) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
