/** Before a spec file: who reads the file of the mutation gets it with the edits. Jest's `globals` name both. */
const fs = require('node:fs');
const { fileURLToPath } = require('node:url');
const { syncBuiltinESMExports } = require('node:module');

const { target, edits } = globalThis.__mutation;
// A worker runs one file after the other: each starts from the function as it was.
const original = fs.readFileSync.original ?? fs.readFileSync;

function readFileSync(path, ...more) {
  const read = original(path, ...more);
  const name = path instanceof URL || String(path).startsWith('file:') ? fileURLToPath(path) : String(path);
  if (name !== target) return read;
  return edits.reduce(
    (before, { start, end, text }) => before.slice(0, start) + text + before.slice(end),
    String(read),
  );
}
readFileSync.original = original;
fs.readFileSync = readFileSync;
syncBuiltinESMExports();
