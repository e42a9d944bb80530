import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { NetworkBench } from '../contract/bench.fixture.js';
import { GROUP, LISTENER, SECRET, telegramBench, TOKEN } from './telegram-bench.fixture.js';

/** grammY, whose authors know our simulator as little as we wrote grammY. */
describe("the simulator satisfies Telegram's public client", () => {
  let bench: NetworkBench;
  let bot: Bot;
  beforeEach(async () => {
    bench = await telegramBench();
    bot = new Bot(TOKEN, { client: { apiRoot: bench.simulator.api.url } });
    await bot.init();
    bench.simulator.listen(async ({ body, headers }) => {
      expect(headers['x-telegram-bot-api-secret-token']).toBe(SECRET);
      await bot.handleUpdate(JSON.parse(Buffer.from(body).toString()) as Update);
      return { status: 200, body: '' };
    });
    await bot.api.setWebhook(LISTENER, { secret_token: SECRET });
  });
  afterEach(() => bench.simulator.stop());

  it('hears comments, edits and private messages, and answers them', async () => {
    const heard: string[] = [];
    bot.on('edited_message:text', ({ editedMessage }) => void heard.push(`edited ${editedMessage.text}`));
    bot.on('message:text', async (context) => {
      heard.push(`${context.chat.type} ${context.from.first_name}: ${context.message.text}`);
      await context.reply('Принято', { reply_parameters: { message_id: context.message.message_id } });
    });
    const { world } = bench.simulator;
    const comment = world.write({ text: 'Яма' });
    world.write({ kind: 'DIRECT', text: 'Фонарь' });
    world.edit(comment, 'Яма у школы');
    await bench.simulator.settle();
    expect(heard.sort()).toEqual(['edited Яма у школы', 'private Житель 2: Фонарь', 'supergroup Житель 1: Яма']);
    expect(world.ours.map(({ text, replyTo }) => ({ text, replyTo }))).toEqual([
      { text: 'Принято', replyTo: comment.id },
      { text: 'Принято', replyTo: String(Number(comment.id) + 1) },
    ]);
  });

  it('has photos whose file can be asked for', async () => {
    const files: (string | undefined)[] = [];
    bot.on('message:photo', async (context) => void files.push((await context.getFile()).file_path));
    const file = bench.simulator.world.file();
    bench.simulator.world.write({ files: [file] });
    await bench.simulator.settle();
    expect(files).toEqual([`files/${file.id}`]);
  });

  it('refuses as the Bot API does', async () => {
    const { world } = bench.simulator;
    const thread = world.thread('DIRECT', world.person({ blocked: true }));
    const refused = (chat: number) => bot.api.sendMessage(chat, 'x').catch((error: GrammyError) => error.description);
    expect(await refused(Number(thread.id))).toContain('blocked by the user');
    expect(await refused(1)).toContain('chat not found');
    const group = world.thread('COMMENT');
    const old = Number(group.id);
    world.move(group, '-1002000300040');
    const moved = await bot.api.sendMessage(old, 'x').catch((error: GrammyError) => error.parameters);
    expect(moved).toEqual({ migrate_to_chat_id: -1002000300040 });
    bench.simulator.api.faults.push('flood');
    const flood = await bot.api.sendMessage(old, 'x').catch((error: GrammyError) => error.parameters);
    expect(flood).toEqual({ retry_after: 3 });
  });

  it('gives updates without a webhook alone', async () => {
    const polled = await bot.api.getUpdates().catch((error: GrammyError) => error.error_code);
    expect(polled).toBe(409);
    await bot.api.deleteWebhook();
    bench.simulator.world.write({ text: 'Яма' });
    const [update] = await bot.api.getUpdates();
    expect(update!.message!.text).toBe('Яма');
    expect(await bot.api.getUpdates({ offset: update!.update_id + 1 })).toEqual([]);
    expect((await bot.api.getWebhookInfo()).url).toBe('');
    expect((await bot.api.getChatMember(GROUP, bot.botInfo.id)).status).toBe('administrator');
  });
});
