import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, HttpReceiver, needing, type ReceivedRequest } from '@otklik/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { freePort } from '../../deploy/stack/ports.js';
import {
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from '../world/browser.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const LIST = `query ($district: String!) { webhooks(district: $district) { id version url pausedBecause waiting } }`;
const EXAMPLE = new URL('../../docs/webhooks-example/receiver.mjs', import.meta.url).pathname;
const ADD = `mutation ($input: AddWebhookInput!) {
  addWebhook(input: $input) { __typename ... on WebhookChange { webhook { id } secret } ... on Refusal { code } } }`;

/** What the resident says, of which nothing may leave. */
const sayings = { text: 'Канарейка: течёт крыша', name: 'Канарейкина Анна', contact: 'kanareyka@mail.example' };

interface Told {
  readonly type: string;
  readonly data: {
    readonly id: string;
    readonly district: string;
    readonly appeal: string;
    readonly number: string | null;
    readonly state: string | null;
  };
}

/**
 * An administrator connects another program, which is notified of its district alone, is down for a while, goes, and
 * comes back.
 */
needing(missingBrowser, () => {
  describe('webhooks', () => {
    let world: World;
    let receiver: HttpReceiver;
    let examplePort: number;
    let example: ChildProcess | undefined;
    let browser: Browser;
    let window: Window;
    let page: Page;
    let secret: string;
    let aldan: Steps;
    let first: Awaited<ReturnType<Steps['registered']>>;

    beforeAll(async () => {
      receiver = await HttpReceiver.start();
      examplePort = await freePort();
      const environment = { OTKLIK_WEBHOOK_ORIGINS: `${receiver.origin},http://127.0.0.1:${examplePort}` };
      [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
      aldan = new Steps(world, 'aldan');
      window = await openWindow(browser, world.url);
      page = window.page;
      await signIn(page, 'aldan.admin');
      await page.goto('/desk/aldan/board');
      await page.getByRole('link', { name: 'Веб-хуки' }).click();
      await page.getByRole('heading', { name: 'Веб-хуки' }).waitFor();
    }, 300_000);
    afterAll(async () => {
      example?.kill();
      await browser?.close();
      await world?.stop();
      await receiver?.stop();
    });

    /** Verified by the standard's own library. */
    const verified = ({ body, headers }: ReceivedRequest, by = secret) =>
      new Webhook(by).verify(body, headers as Record<string, string>) as Told;
    const told = (path = '/otklik', by = secret) =>
      receiver.received.filter((request) => request.path === path).map((request) => verified(request, by));
    const list = async (district: string, login = `${district}.admin`) => {
      const { data, errors } = await world.ask(LIST, { district }, { as: login });
      return {
        webhooks: data?.['webhooks'] as readonly { readonly id: string; readonly waiting: number }[] | undefined,
        codes: errors.map(({ extensions }) => extensions?.code),
      };
    };
    const panel = () => page.getByRole('complementary', { name: 'СЭД района' });

    it('are added with an address of the internet alone, and the secret is shown once', async () => {
      await page.keyboard.press('Alt+KeyN');
      const form = page.getByRole('complementary', { name: 'Новый веб-хук' });
      await form.getByLabel('Чья это программа').fill('СЭД района');
      await form.getByLabel('Адрес').fill('https://169.254.169.254/latest/meta-data');
      await form.getByRole('button', { name: 'Добавить веб-хук' }).click();
      await form.getByText('Нужен адрес узла в интернете').waitFor();
      await form.getByLabel('Адрес').fill(`${receiver.origin}/otklik`);
      await form.getByRole('button', { name: 'Добавить веб-хук' }).click();
      await panel().getByText('Скопируйте сейчас').waitFor();
      secret = (await panel().locator('.copy .code').first().textContent())!;
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      await page.reload();
      await panel().getByText('скрыт').waitFor();
      expect(await page.content()).not.toContain(secret);
      expect(kept).not.toContain(secret);
      expect(await accessibilityFindings(page)).toEqual([]);
    });

    it('tell of an appeal from its coming to its answer, verified, in its order, and nothing of the person', async () => {
      first = await aldan.registered(sayings.text, { name: sayings.name, contact: sayings.contact });
      await aldan.answered(first.card, 'Канарейка: крышу починили');
      const ours = () => told().filter(({ data }) => data.appeal === first.receipt.id);
      await eventually(async () => ours().some(({ type }) => type === 'QUESTION_ANSWERED') || undefined, 60_000);
      const steps = ['APPEAL_RECEIVED', 'MESSAGE_TAKEN_UP', 'APPEAL_REGISTERED', 'QUESTION_ANSWERED'];
      expect(
        ours()
          .map(({ type }) => type)
          .filter((type) => steps.includes(type)),
      ).toEqual(steps);
      const last = ours().find(({ type }) => type === 'QUESTION_ANSWERED')!;
      expect(last.data).toMatchObject({ district: 'aldan', state: 'ANSWERED', number: first.card.row['number'] });
      expect(new Set(ours().map(({ data }) => data.id)).size).toBe(ours().length);
      const everything = receiver.received.map(({ body, headers }) => body + JSON.stringify(headers)).join();
      for (const word of ['анарейк', 'kanareyka', 'sealed:']) expect(everything).not.toContain(word);
    }, 120_000);

    it('are of their district alone, and of its administrator', async () => {
      const tuora = new Steps(world, 'tuora');
      const { receipt } = await tuora.registered('Туора: нет света');
      const after = await aldan.mutate('submitAppeal', { text: 'После Туоры' });
      await eventually(async () => told().some(({ data }) => data.appeal === after.id) || undefined, 30_000);
      expect(told().every(({ data }) => data.district === 'aldan' && data.appeal !== receipt.id)).toBe(true);
      expect((await list('aldan')).webhooks).toHaveLength(1);
      expect(await list('tuora')).toEqual({ webhooks: [], codes: [] });
      expect((await list('aldan', 'tuora.admin')).codes).toEqual(['NOT_FOUND']);
      expect((await list('aldan', 'aldan.head')).codes).toEqual(['FORBIDDEN']);
      const [webhook] = (await list('aldan')).webhooks!;
      const foreign = { district: 'tuora', id: webhook!.id, key: randomUUID(), expectedVersion: 1 };
      const pause = `mutation ($input: ActOnWebhookInput!) { pauseWebhook(input: $input) { __typename } }`;
      const { errors } = await world.ask(pause, { input: foreign }, { as: 'tuora.admin' });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    }, 90_000);

    it('wait while the program is down, and come under the same id', async () => {
      receiver.answer = () => ({ status: 503 });
      const { id } = await aldan.mutate('submitAppeal', { text: 'Программа не отвечает' });
      const attempts = () => told().filter(({ data }) => data.appeal === id);
      await eventually(async () => attempts().length > 0 || undefined, 30_000);
      receiver.answer = () => ({ status: 204 });
      await eventually(async () => (await list('aldan')).webhooks![0]!.waiting === 0 || undefined, 60_000);
      expect(attempts().length).toBeGreaterThan(1);
      expect(new Set(attempts().map(({ data }) => data.id)).size).toBe(1);
    }, 120_000);

    it('are paused when the address is gone, which the screen tells, and go on when they are resumed', async () => {
      receiver.answer = () => ({ status: 410 });
      const { id } = await aldan.mutate('submitAppeal', { text: 'Адреса больше нет' });
      await panel().getByText('Программа ответила, что такого адреса больше нет').waitFor({ timeout: 60_000 });
      receiver.answer = () => ({ status: 204 });
      const before = receiver.received.length;
      await panel().getByRole('button', { name: 'Возобновить' }).click();
      await panel().getByRole('button', { name: 'Остановить' }).waitFor();
      await eventually(
        async () =>
          told()
            .slice(before)
            .some(({ data }) => data.appeal === id) || undefined,
        60_000,
      );
    }, 150_000);

    it('send again what happened, under the same ids', async () => {
      const before = receiver.received.length;
      await panel().getByText('Отправить ещё раз').first().click();
      await panel().getByRole('button', { name: 'Отправить ещё раз' }).click();
      await panel()
        .getByText(/Отправляем \d+ сообщ/)
        .waitFor();
      const known = new Set(
        told()
          .slice(0, before)
          .map(({ data }) => data.id),
      );
      const again = () =>
        told()
          .slice(before)
          .filter(({ data }) => data.appeal === first.receipt.id);
      await eventually(async () => again().some(({ type }) => type === 'QUESTION_ANSWERED') || undefined, 60_000);
      expect(again().every(({ data }) => known.has(data.id))).toBe(true);
    }, 120_000);

    it('are taken by the example of our documentation', async () => {
      const whole = { district: 'aldan', key: randomUUID(), types: ['APPEAL_RECEIVED'], description: 'Пример' };
      const input = { ...whole, url: `http://127.0.0.1:${examplePort}/` };
      const { data } = await world.ask(ADD, { input }, { as: 'aldan.admin' });
      const { secret: WEBHOOK_SECRET } = data!['addWebhook'] as { readonly secret: string };
      const env = { ...process.env, WEBHOOK_SECRET, PORT: String(examplePort) };
      example = spawn(process.execPath, [EXAMPLE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      const lines: string[] = [];
      example.stdout!.setEncoding('utf8').on('data', (chunk: string) => lines.push(...chunk.trim().split('\n')));
      await once(example.stdout!, 'data');
      const { id } = await aldan.mutate('submitAppeal', { text: 'Для примера' });
      await eventually(async () => lines.some((line) => line.includes('APPEAL_RECEIVED')) || undefined, 30_000);
      const sent = await eventually(async () => told().find(({ data: { appeal } }) => appeal === id), 30_000);
      expect(lines.slice(1).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([sent.data.id]);
      expect(window.faults).toEqual([]);
    }, 90_000);
  });
});
