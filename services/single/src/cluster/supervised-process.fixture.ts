import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runProcess } from '@otklik/host/process';
import { createLogger } from '@otklik/observability';
import { freePort } from '../../../../deploy/stack/ports.js';
import { SupervisedProcess } from './supervised-process.js';

/**
 * Run as `supervising <file>`: supervises itself, run as `supervised`, which writes the file when it has ended in order.
 * Run as `loading`: takes half a second before it handles signals.
 */
const [, , role, file = ''] = process.argv;

if (role === 'supervised') {
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
  const supervised = new SupervisedProcess(
    {
      name: 'probe',
      command: [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), 'supervised', file],
      environment: { ...process.env, PORT: String(port) },
      url: `http://127.0.0.1:${port}`,
    },
    { print: () => undefined, log: () => undefined },
  );
  await supervised.start();
  console.log(`supervising ${supervised.pid}`);
}
