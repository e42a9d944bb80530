import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOWN_NETWORKS } from '../../libs/network-simulators/src/index.js';
import { SIMULATED } from './networks.js';
import { freePortBase } from './ports.js';
import { stackOf, type Stack } from './stack.js';

let folder: string;
let stack: Stack;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-networks-'));
  stack = stackOf({ only: ['networks'], folder, portBase: await freePortBase() });
});
afterEach(async () => {
  await stack.reset();
  rmSync(folder, { recursive: true, force: true });
});

const page = (path: string) => new URL(path, stack.server('networks').address);
const post = async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(page(path), { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Readonly<Record<string, unknown>>;
};

it('runs the networks of the library, whose APIs it names, and keeps what was said', async () => {
  expect(SIMULATED).toEqual(TOWN_NETWORKS);
  expect(await stack.up()).toEqual(['networks']);
  const apis = Object.fromEntries(
    stack
      .variables()
      ['OTKLIK_NETWORK_APIS']!.split(',')
      .map((one) => one.split('=')),
  );
  const { secrets } = await post('/account', { network: 'MAX', page: 'aldan' });
  const { token } = secrets as { readonly token: string };
  const me = await fetch(new URL('/me', apis['MAX'] as string), { headers: { authorization: token } });
  expect(await me.json()).toMatchObject({ is_bot: true });
  await post('/say', { network: 'MAX', page: 'aldan', person: 'Анна', text: 'Яма' });
  await stack.down();
  await stack.up();
  const thread = await (await fetch(page('/thread?network=MAX&page=aldan'))).json();
  expect(thread).toMatchObject({ messages: [{ author: 'Анна', text: 'Яма' }] });
}, 60_000);
