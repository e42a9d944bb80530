/** `node:http` without its ES module facade, which also loads the client behind `fetch`: 12 MB per process. */
export const { createServer, get } = process.getBuiltinModule('node:http');
