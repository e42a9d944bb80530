import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, globalAgent, type Server } from 'node:http';
import type { Agent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { VK, type APIError } from 'vk-io';
import type { NetworkBench } from '../contract/bench.fixture.js';
import { CONFIRMATION, GROUP, GROUP_TOKEN, SECRET, vkBench } from './vk-bench.fixture.js';

/** vk-io, whose authors know our simulator as little as we wrote vk-io. */
describe("the simulator satisfies VK's public client", () => {
  let bench: NetworkBench;
  let vk: VK;
  let server: Server;
  let url: string;
  beforeEach(async () => {
    bench = await vkBench();
    vk = new VK({
      token: GROUP_TOKEN,
      apiBaseUrl: `${bench.simulator.api.url}/method`,
      // vk-io's default agent speaks https alone.
      agent: globalAgent as Agent,
      apiLimit: 20,
      webhookSecret: SECRET,
      webhookConfirmation: CONFIRMATION,
      pollingGroupId: Number(GROUP),
    });
    const callback = vk.updates.getWebhookCallback('/');
    server = createServer((request, response) => void callback(request, response, () => undefined));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    bench.simulator.listen(async ({ body }) => {
      const answer = await fetch(url, { method: 'POST', body: Buffer.from(body) });
      return { status: answer.status, body: await answer.text() };
    });
    await vk.api.groups.addCallbackServer({ group_id: Number(GROUP), url, title: 'otklik', secret_key: SECRET });
  });
  afterEach(async () => {
    await bench.simulator.stop();
    server.closeAllConnections();
    server.close();
  });

  it('confirms its address, to who knows the secret', async () => {
    const { right, wrong } = bench.simulator.protocol.handshake!(SECRET);
    expect(await (await fetch(url, { method: 'POST', body: right.body })).text()).toBe(CONFIRMATION);
    expect((await fetch(url, { method: 'POST', body: wrong.body })).status).toBe(403);
  });

  it('hears comments and messages, and answers them', async () => {
    const heard: string[] = [];
    const answered = new Promise<void>((done) => {
      vk.updates.on('message_new', async (context) => {
        heard.push(`${context.peerId} ${context.text} ${context.getAttachments('photo').length}`);
        await context.send('Принято', { random_id: 17 });
        done();
      });
    });
    vk.updates.on('wall_reply_new', (context) => void heard.push(`${context.fromId} ${context.text}`));
    const { world } = bench.simulator;
    const comment = world.write({ text: 'Яма' });
    const message = world.write({ kind: 'DIRECT', text: 'Фонарь', files: [world.file()] });
    await bench.simulator.settle();
    await answered;
    expect(heard.sort()).toEqual([`${comment.author!.id} Яма`, `${message.author!.id} Фонарь 1`]);
    expect(world.ours.map(({ text }) => text)).toEqual(['Принято']);
    await bench.simulator.settle();
    expect(bench.simulator.pending).toEqual([]);
  });

  it('shows what is sent twice under one number once', async () => {
    const { world } = bench.simulator;
    const comment = world.write();
    const [owner_id, post_id] = comment.thread.id.split('_').map(Number) as [number, number];
    const say = () => vk.api.wall.createComment({ owner_id, post_id, message: 'Принято', guid: 'g-1' });
    expect(await say()).toEqual(await say());
    expect(world.ours).toHaveLength(1);
  });

  it('refuses as VK does: by a code, and by the kind of the token', async () => {
    const { world } = bench.simulator;
    const thread = world.thread('DIRECT', world.person({ blocked: true }));
    const code = (promise: Promise<unknown>) => promise.catch((error: APIError) => error.code);
    const send = vk.api.messages.send({ peer_id: Number(thread.id), random_id: 1, message: 'x' });
    expect(await code(send)).toBe(901);
    expect(await code(vk.api.wall.getComments({ owner_id: -1, post_id: 1 }))).toBe(27);
    bench.simulator.api.faults.push('silent-flood');
    expect(await code(vk.api.messages.send({ peer_id: 1, random_id: 2, message: 'x' }))).toBe(9);
  });
});
