// npm run test:opensearch: the specs of the search server, run against OpenSearch
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explain } from '../../deploy/bootstrap/plain-error.mjs';
import '../../deploy/bootstrap/typescript.mjs';

const { openSearchServer } = await import('../../deploy/stack/opensearch.ts');

const SPECS = ['services/search/src/fulltext/adapters/elasticsearch', 'services/search/src/server-failures'];

const folder = mkdtempSync(join(tmpdir(), 'otklik-opensearch-'));
let server;
try {
  server = await openSearchServer(folder, console.error);
  await server.start();
  process.exitCode = await jest({ OTKLIK_TEST_ELASTICSEARCH: server.url(), CI: 'true' });
} catch (error) {
  explain(error);
} finally {
  await server?.wipe();
  rmSync(folder, { recursive: true, force: true });
}

/** With `CI`, so that a missing server fails instead of being skipped. */
function jest(more) {
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', ...more };
  const child = spawn('jest', ['--ci=false', '-i', ...SPECS], { env, stdio: 'inherit' });
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}
