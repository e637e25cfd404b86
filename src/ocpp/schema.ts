import { readFileSync } from 'node:fs';

/** A node of an official schema, without prose. `$ref` is the bare name of a data type. */
export interface SchemaNode {
  $ref?: string;
  type?: string;
  enum?: string[];
  format?: string;
  default?: unknown;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
}

interface Schemas {
  messages: Record<string, SchemaNode>;
  types: Record<string, SchemaNode>;
}

let loaded: Schemas | undefined;
const schemas = (): Schemas => {
  loaded ??= JSON.parse(readFileSync(new URL('./generated/schemas.json', import.meta.url), 'utf8')) as Schemas;
  return loaded;
};

/** The schema of a message (`BootNotificationRequest`) or what a reference in it points to. */
export function messageSchema(message: string): SchemaNode {
  const schema = schemas().messages[message];
  if (!schema) throw new Error(`no message ${message}`);
  return schema;
}

/** Follows references until there is something to see. */
export function resolve(node: SchemaNode): SchemaNode {
  const type = node.$ref === undefined ? undefined : schemas().types[node.$ref];
  return type ? { ...resolve(type), ...(node.default === undefined ? {} : { default: node.default }) } : node;
}
