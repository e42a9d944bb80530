import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE } from '../world/browser.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

/** A reader's letters: asked for on a page, confirmed by a button, one a day of what was published, ended by one press. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  let page: Page;
  beforeAll(async () => {
    const environment = { OTKLIK_SUBSCRIPTION_HOURS: '0-24' };
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    ({ page } = await openWindow(browser, world.url, { size: PHONE }));
  }, 300_000);
  afterAll(async () => {
    await page?.context().close();
    await browser?.close();
    await world?.stop();
  });

  const findings: string[] = [];
  const examine = async () => void findings.push(...(await accessibilityFindings(page)));
  const title = () => page.locator('h1').textContent();

  interface Letter {
    readonly head: string;
    readonly text: string;
  }

  async function lettersTo(address: string): Promise<readonly Letter[]> {
    const outbox = join(world.dataDir, 'outbox');
    const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const read = await Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')));
    return read
      .filter((letter) => letter.includes(`To: ${address}`))
      .map((letter) => {
        const [head = '', body = ''] = letter.split('\r\n\r\n');
        return { head: head.replaceAll(/\r\n[ \t]+/g, ' '), text: Buffer.from(body, 'base64').toString() };
      });
  }

  async function ask(address: string): Promise<string> {
    await page.goto('/aldan/answers');
    const part = page.locator('#subscribe');
    await part.getByLabel('Адрес почты').fill(address);
    await part.getByRole('button', { name: 'Получать на почту' }).click();
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor();
    return page.locator('main').innerText();
  }

  /** The path of the page that the letter leads to. */
  const linkTo = (address: string) =>
    eventually(async () => {
      const [letter] = await lettersTo(address);
      const link = letter && /http:\S+\/aldan\/subscribe\/[\w-]{43}/.exec(letter.text)?.[0];
      return link && new URL(link).pathname;
    }, 15_000);

  async function confirm(address: string): Promise<void> {
    await page.goto(await linkTo(address));
    await page.getByRole('button', { name: 'Подписаться' }).click();
    await page.getByRole('heading', { name: 'Вы подписаны' }).waitFor();
  }

  /** By two officials, for all to read. */
  async function published(words: string): Promise<void> {
    const { receipt, card } = await steps.registered(`Во дворе темно: ${words}.`);
    await steps.answered(card, `Светильники заменены: ${words}.`);
    const { row } = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    const { id, version } = row.questions[0]!.response!;
    const texts = { title: `Свет: ${words}`, matter: 'Во дворе темно.', text: 'Светильники заменены.' };
    const prepared = { id, expectedVersion: version, ground: 'CIRCLE', ...texts };
    const { version: next } = await steps.must('proposePublication', 'coordinator', prepared);
    await steps.must('publishAnswer', 'head', { id, expectedVersion: next });
  }

  const addressOf = (who: string) => `${who}-${randomUUID().slice(0, 8)}@example.org`;

  it('is asked for, confirmed by a person, told what was published, and ended by one press', async () => {
    const [reader, former, silent] = ['reader', 'former', 'silent'].map(addressOf) as [string, string, string];
    await page.goto('/aldan/answers');
    await examine();
    const said = await ask(reader);
    await examine();
    for (const address of [former, silent]) expect(await ask(address)).toBe(said);

    await page.goto('/aldan/subscribe');
    await page.getByLabel('Адрес почты').fill('no address');
    await page.getByRole('button', { name: 'Получать на почту' }).click();
    await page.getByText('Введите адрес почты').first().waitFor();
    await examine();

    // A program that reads mail follows links: that confirms nothing.
    expect((await fetch(world.url + (await linkTo(silent)))).status).toBe(200);
    await page.goto(await linkTo(reader));
    await examine();
    await confirm(reader);
    await examine();
    expect(await ask(reader)).toBe(said);
    await confirm(former);

    await published('первый ответ');
    const answers = (address: string) =>
      eventually(async () => (await lettersTo(address)).find(({ text }) => text.includes('первый ответ')), 60_000);
    const { head, text } = await answers(reader);
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const end = /List-Unsubscribe: <([^>]+)>/.exec(head)![1]!;
    expect(text).toContain(end);
    const answer = /http:\S+\/aldan\/answers\/[0-9a-f-]{36}/.exec(text)![0];
    await page.goto(new URL(answer).pathname);
    expect(await title()).toBe('Свет: первый ответ');

    // As a mail program presses: without a cookie and a sign-in.
    const endOf = async (address: string) => /List-Unsubscribe: <([^>]+)>/.exec((await answers(address)).head)![1]!;
    const press = async (address: string) =>
      fetch(world.url + new URL(address).pathname, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
    await page.goto(new URL(end).pathname);
    await examine();
    expect(await title()).toBe('Отписаться от ответов?');
    await page.getByRole('button', { name: 'Отписаться' }).click();
    await page.getByRole('heading', { name: 'Вы отписаны' }).waitFor();
    await examine();
    const formers = await endOf(former);
    expect([(await press(formers)).status, (await press(formers)).status]).toEqual([200, 200]);

    // Who has ended is sent nothing more, and who never confirmed was asked once.
    const before = (await lettersTo(former)).length;
    const next = addressOf('next');
    await ask(next);
    await confirm(next);
    await published('второй ответ');
    await eventually(
      async () => (await lettersTo(next)).some(({ text: of }) => of.includes('второй ответ')) || undefined,
      60_000,
    );
    expect([(await lettersTo(former)).length, (await lettersTo(silent)).length]).toEqual([before, 1]);
    expect((await lettersTo(reader)).some(({ text: of }) => of.includes('второй ответ'))).toBe(false);
    expect(findings).toEqual([]);
  });
});
