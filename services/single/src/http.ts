/**
 * `node:http` without its facade as an ES module: making that reads the client behind `fetch` too, 12 MB for a process
 * that needs neither.
 */
export const { createServer, get } = process.getBuiltinModule('node:http');
