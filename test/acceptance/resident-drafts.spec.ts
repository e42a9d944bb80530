import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { missingBrowser, openBrowser, openWindow } from '../world/browser.js';

const SOURCE = fileURLToPath(new URL('../../services/web/src/resident/drafts.ts', import.meta.url));
const draft = (number: number) =>
  `{ path: '/aldan', key: 'key-${number}', fields: [['text', 'text ${number}']], files: [], queued: true, savedAt: ${number} }`;

needing(missingBrowser, () => {
  let browser: Browser;
  const waiting: ServerResponse[] = [];
  /** The body of the last form. */
  let posted = '';
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        posted = Buffer.concat(chunks).toString();
        waiting.push(response);
      });
    } else response.setHeader('content-type', 'text/html').end('<dd id="number">N</dd><dd id="code">C</dd>');
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    [browser] = await Promise.all([openBrowser(), once(server, 'listening')]);
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  /** What the browser keeps once the worker's try has ended, during which `meanwhile` ran. */
  async function keptAfter(meanwhile: string): Promise<unknown> {
    const { outputFiles } = await build({
      entryPoints: [SOURCE],
      bundle: true,
      format: 'iife',
      globalName: 'drafts',
      write: false,
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { context, page } = await openWindow(browser, url);
    await page.goto('/aldan/write');
    await page.evaluate(outputFiles[0]!.text.replace(/^"use strict";\s*var/, 'globalThis.drafts = undefined; var'));
    await page.evaluate(`drafts.write('drafts', ${draft(1)})`);
    await page.evaluate(`void (globalThis.trying = drafts.sendQueued())`);
    const answer = await eventually(async () => waiting.shift());
    await page.evaluate(meanwhile);
    answer.writeHead(303, { location: '/aldan/sent' }).end();
    const kept = await page.evaluate(
      `trying.then(async () => [(await drafts.read('drafts', '/aldan'))?.key, (await drafts.read('sent', '/aldan'))?.number])`,
    );
    await context.close();
    return kept;
  }

  it('ends a draft that the worker has sent, and keeps its number', async () => {
    expect(await keptAfter('undefined')).toEqual([undefined, 'N']);
  });

  it('sends a draft past what is near, as its sender looks at no step', () => {
    expect(posted).toMatch(/name="seen"\r\n\r\n1\r\n/);
  });

  it('leaves a message alone that was written while the worker sent the one before', async () => {
    expect(await keptAfter(`drafts.write('drafts', ${draft(2)})`)).toEqual(['key-2', undefined]);
  });
});
