/**
 * Node's HTTP module. To import it by its name would load all that can be imported from there, Node's `fetch` included,
 * which takes longer than everything else that a small command has to load.
 */
export const http = process.getBuiltinModule('node:http');
