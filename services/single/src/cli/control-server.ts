import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer } from '../http.js';
import type { Arguments } from './command.js';
import { CONTROL_FILE, reportTo, type RunCommand, type Control, type ControlLine } from './control.js';

/** Runs the operator's commands in this instance: a loopback port, with the secret of `control.json`. */
export async function openControlServer(runCommand: RunCommand, dataDir: string): Promise<() => Promise<void>> {
  const token = randomBytes(32).toString('base64url');
  const stopping = new AbortController();
  const server = createServer((request, response) => {
    if (!admitted(request, token)) return void response.writeHead(403).end();
    answer(runCommand, request, response, stopping.signal).catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  const file = join(dataDir, CONTROL_FILE);
  await writeFile(file, JSON.stringify({ pid: process.pid, port, token } satisfies Control), { mode: 0o600 });
  return async () => {
    stopping.abort();
    await rm(file, { force: true });
    await new Promise((closed) => server.close(closed));
  };
}

function admitted(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return request.method === 'POST' && given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function answer(
  runCommand: RunCommand,
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> {
  const { name, args } = JSON.parse(await body(request)) as { name: string; args: Arguments };
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const write = (line: ControlLine): void => void response.write(`${JSON.stringify(line)}\n`);
  const signal = AbortSignal.any([gone.signal, stopping]);
  const exit = await runCommand(name, args, reportTo(write), signal);
  write({ exit });
  response.end();
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
