import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bot, MaxError } from '@maxhub/max-bot-api';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NetworkBench } from '../contract/bench.fixture.js';
import { BOT, maxBench, SECRET, TOKEN } from './max-bench.fixture.js';

/** MAX's own client and its webhook, which know our simulator as little as we wrote them. */
describe("the simulator satisfies MAX's public client", () => {
  let bench: NetworkBench;
  let bot: Bot;
  let server: Server;
  beforeEach(async () => {
    bench = await maxBench();
    bot = new Bot(TOKEN, { clientOptions: { baseUrl: bench.simulator.api.url } });
    const callback = await bot.createWebhook({ domain: 'https://otklik.example', path: '/hook', secret: SECRET });
    server = createServer((request, response) => void callback(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    bench.simulator.listen(async ({ body, headers }) => {
      const answer = await fetch(url, { method: 'POST', body: Buffer.from(body), headers });
      return { status: answer.status, body: await answer.text() };
    });
  });
  afterEach(async () => {
    await bench.simulator.stop();
    server.closeAllConnections();
    server.close();
  });

  it('subscribes, and hears and answers dialogues and comments', async () => {
    expect(bench.simulator.subscription).toEqual({ url: 'https://otklik.example/hook', secret: SECRET });
    expect((await bot.api.getSubscriptions()).map(({ url }) => url)).toEqual(['https://otklik.example/hook']);
    expect(String((await bot.api.getMyInfo()).user_id)).toBe(BOT);
    const heard = new Promise<string>((done) => {
      bot.on('message_created', async (context) => {
        await context.reply('Принято');
        done(`${context.message.sender?.first_name}: ${context.message.body.text}`);
      });
    });
    const { world } = bench.simulator;
    world.write({ kind: 'DIRECT', text: 'Фонарь' });
    await bench.simulator.settle();
    expect(await heard).toBe('Житель 1: Фонарь');
    expect(world.ours.map(({ text }) => text)).toEqual(['Принято']);
    const commented = new Promise<string | null>((done) => {
      bot.on('comment_created', (context) => done(context.update.message.body.text));
    });
    const comment = world.write({ text: 'Яма' });
    await bench.simulator.settle();
    expect(await commented).toBe('Яма');
    const { message } = await bot.api.sendComment(comment.thread.id, 'Заделаем', {
      link: { type: 'reply', mid: comment.id },
    });
    expect(world.ours.at(-1)).toMatchObject({ id: message.body.mid, text: 'Заделаем', replyTo: comment.id });
    const { messages } = await bot.api.getComments(comment.thread.id);
    expect(messages.map(({ body }) => body.text)).toEqual(['Заделаем', 'Яма']);
  });

  it('refuses as MAX does', async () => {
    const { world } = bench.simulator;
    const refused = (promise: Promise<unknown>) => promise.catch((error: MaxError) => [error.status, error.code]);
    world.thread('DIRECT', world.person({ id: '77', blocked: true }));
    expect(await refused(bot.api.sendMessageToUser(77, 'x'))).toEqual([403, 'chat.denied']);
    expect(await refused(bot.api.getMessage('mid.none'))).toEqual([404, 'not.found']);
    bench.simulator.api.faults.push('flood');
    expect(await refused(bot.api.sendMessageToUser(77, 'x'))).toEqual([429, 'too.many.requests']);
    world.tokenRevoked = true;
    expect(await refused(bot.api.getMyInfo())).toEqual([401, 'verify.token']);
  });
});
