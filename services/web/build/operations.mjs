// In services/web, after code generation: the list of operations that the desk's build names by id, as its client sends them.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequest, formatDocument, stringifyDocument } from '@urql/core';

const documents = JSON.parse(await readFile('src/generated/persisted-documents.json', 'utf8'));
const listed = Object.entries(documents).map(([id, text]) => {
  const { query } = createRequest(text, {});
  // The client's cache asks for `__typename`; a subscription passes by the cache.
  return [id, /^\s*subscription\b/.test(text) ? text : stringifyDocument(formatDocument(query))];
});
await writeFile('dist/operations.json', JSON.stringify(Object.fromEntries(listed)));
