import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runProcess } from '@otklik/host/process';
import { createLogger } from '@otklik/observability';
import { freePort } from '../../../../deploy/stack/ports.js';
import { WatchedProcess } from './watched-process.js';

/**
 * Run as `watching <file>`: watches over itself, run as `watched`, which tells the file that it came to an orderly end.
 * Run as `loading`: takes its time before it is a process that anybody can stop.
 */
const [, , role, file = ''] = process.argv;

if (role === 'watched') {
  await runProcess('probe', async (teardown) => {
    const server = createServer((_, reply) => void reply.end('ready'));
    teardown(() => writeFileSync(file, 'ended in order'));
    await new Promise<void>((listening) => server.listen(Number(process.env['PORT']), '127.0.0.1', listening));
    return { url: '', logger: createLogger({ level: 'silent' }) };
  });
} else if (role === 'loading') {
  await sleep(500);
  await runProcess('probe', () => new Promise(() => setInterval(() => undefined, 1_000)));
} else {
  const port = await freePort();
  const watched = new WatchedProcess(
    {
      name: 'probe',
      command: [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), 'watched', file],
      environment: { ...process.env, PORT: String(port) },
      url: `http://127.0.0.1:${port}`,
    },
    { say: () => undefined, log: () => undefined },
  );
  await watched.start();
  console.log(`watching ${watched.pid}`);
}
