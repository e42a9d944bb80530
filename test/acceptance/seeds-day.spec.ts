import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { simpleParser } from 'mailparser';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import {
  accessibilityFindings,
  chooseBeginning,
  closeWindows,
  missingBrowser,
  openBrowser,
  openWindow,
  PHONE,
  signIn,
  type Window,
} from '../world/browser.js';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { picture } from '../world/picture.js';
import { Steps, type Card, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const COMMENT = 'На Зинштейна, 4 третий день течёт вода из колонки, весь двор во льду. Когда почините?';
const BY_PHONE = 'Колонка на Зинштейна течёт, двор залило, пройти нельзя.';
const DRAFT = 'Колонку заменим сегодня до 18 часов, лёд во дворе собьём завтра утром.';
const ANSWER = `Здравствуйте! ${DRAFT} Проверим на месте.`;
const ANGRY = 'Обещали до шести, уже восемь, вода как текла, так и течёт!';

/**
 * The day from which the platform grew: a comment in the morning, the department, the body that does the work, the answer
 * under the comment and by telephone the same day, and in the evening what people make of it.
 */
needing(missingBrowser, () => {
  let networks: NetworksWorld;
  let world: World;
  let steps: Steps;
  let browser: Browser;
  let vk: NetworkPage;
  const windows: Window[] = [];
  const findings: string[] = [];
  beforeAll(async () => {
    networks = await NetworksWorld.start();
    const { environment } = networks;
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    vk = await networks.connect(world, 'VK', 'aldan', 'Алданский район');
    await networks.connect(world, 'VK', 'kuol', 'Кюёлляхский район');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    await networks?.stop();
  });

  const as = (role: string, district = 'aldan') => ({ as: `${district}.${role}` });

  async function window(url: string, options = {}): Promise<Page> {
    const opened = await openWindow(browser, url, options);
    windows.push(opened);
    return opened.page;
  }

  async function desk(role: string, path: string, district = 'aldan'): Promise<Page> {
    const page = await window(world.url);
    await signIn(page, `${district}.${role}`, `/desk/${district}/${path}`);
    return page;
  }

  /** For who looks at the day as pictures. */
  async function shown(page: Page, name: string): Promise<void> {
    findings.push(...(await accessibilityFindings(page)).map((one) => `${name}: ${one}`));
    await picture(page, name);
  }

  const opened = async (page: Page, text: string) =>
    page.locator('.msg', { hasText: text }).getByRole('button').first().click();

  /** As lists write it: «С-2» of АЛД-С-2026-2. */
  const shortOf = (number: string) => number.replace(/^[^-]+-([^-]+)-\d+-/, '$1-');
  const inThread = (page: Page, text: string) => page.locator('.said p', { hasText: text }).first().waitFor();

  describe('the day of a comment', () => {
    let citizen: Page;
    afterEach(() => closeWindows(windows.filter(({ page }) => page !== citizen)));
    let appeal: string;
    let neighbour: Outcome;
    let card: Card;
    let said: { readonly id: string; readonly thread: string };
    const seen = async (until: (card: Card) => boolean) =>
      (card = await steps.cardWhen(appeal, steps.login('coordinator'), until));
    const act = () => ({ id: card.row.questions[0]!.id, expectedVersion: card.row.questions[0]!.version });

    it('morning: a resident writes under the district’s post, with a photo', async () => {
      citizen = await window(networks.url, { size: PHONE });
      await citizen.goto('/');
      const svg = new URL('../../deploy/districts/demo/photos/hatch.svg', import.meta.url);
      const photo = await sharp(await readFile(svg))
        .jpeg()
        .toBuffer();
      await citizen.locator('#write [name=person]').fill('Анна Седых');
      await citizen.locator('#write textarea').fill(COMMENT);
      await citizen
        .locator('[name=photo]')
        .setInputFiles({ name: 'колонка.jpg', mimeType: 'image/jpeg', buffer: photo });
      await citizen.getByRole('button', { name: 'Отправить' }).click();
      await inThread(citizen, COMMENT);
      await shown(citizen, '1-comment');
      const { messages } = vk.thread(vk.account.threads[0]!.id);
      said = messages.find(({ text }) => text === COMMENT)!;
    });

    it('the moderator of its district alone sees it with the photo, and takes it up', async () => {
      const page = await desk('moderator', 'moderation');
      await opened(page, 'На Зинштейна, 4');
      await page.locator('img[src*="/files/"], a[href*="/files/"]').first().waitFor();
      await shown(page, '2-moderation');
      const found = await eventually(async () => {
        const query = `{ appeals(district: "aldan", filter: { channels: [NETWORK] }, first: 100) { nodes { id version excerpt } } }`;
        const { data, errors } = await world.ask(query, {}, as('moderator'));
        if (errors[0]) throw new Error(errors[0].message);
        const { nodes } = data!['appeals'] as { nodes: { id: string; version: number; excerpt: string }[] };
        return nodes.find(({ excerpt }) => COMMENT.startsWith(excerpt.slice(0, 20)));
      });
      appeal = found.id;
      const elsewhere = await world.ask(
        `{ appeal(district: "kuol", id: "${appeal}") { text } }`,
        {},
        as('moderator', 'kuol'),
      );
      expect(elsewhere.data?.['appeal'] ?? null).toBeNull();
      await page.keyboard.press('KeyY');
      await page.getByText('взято в работу').first().waitFor();
      vk.like(said.id, 12);
    });

    it('a neighbour rings up about the same: joined to it, so that both are notified', async () => {
      const call = { channel: 'PHONE', text: BY_PHONE, name: 'Пётр Ильич Сивцев', contact: '+7 914 000-00-31' };
      neighbour = await steps.mutate('enterAppeal', call, as('registrar'));
      await steps.must('markAsDuplicate', 'moderator', {
        id: neighbour.id,
        expectedVersion: neighbour.version,
        of: appeal,
      });
    });

    it('it gets its number and goes to the department, whose official asks who does the work', async () => {
      await seen(({ row }) => row.state === 'TAKEN_UP');
      await steps.must('registerAppeal', 'registrar', { id: appeal, expectedVersion: card.row.version });
      await seen(({ row }) => row.questions[0]?.response?.id !== undefined);
      if (card.row.questions[0]!['topic'] === null || card.row.questions[0]!.state === 'OPEN') {
        await steps.must('routeQuestion', 'coordinator', { ...act(), topic: 'voda', department: 'zhkh' });
        await seen(({ row }) => row.questions[0]!.state === 'ROUTED');
      }
      const page = await desk('coordinator', 'list/unassigned');
      await page
        .getByRole('row', { name: /течёт вода из колонки/ })
        .first()
        .click();
      await shown(page, '3-department');
      await page.keyboard.press('KeyA');
      const dialog = page.getByRole('dialog');
      await chooseBeginning(dialog.getByRole('combobox'), 'Дмитрий Охлопков');
      await dialog.getByRole('button', { name: /Назначить/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await seen(({ row }) => row.questions[0]!.executor !== null);
      const asked = { of: { organisation: 'vodokanal' }, asked: 'Когда почините колонку?', purpose: 'DRAFT' };
      await steps.must('requestInformation', 'executor', { ...act(), ...asked, until: '2099-12-01' });
    });

    it('the body answers on the page of its letter, which names no one', async () => {
      const link = await letterTo('vodokanal@aldan.example', String(card.row['number']));
      const page = await window(world.url, { size: PHONE });
      await eventually(async () => expect((await page.goto(link))?.status()).toBe(200) ?? true);
      await page.getByRole('button', { name: 'Показать письмо' }).click();
      expect(await page.locator('main').innerText()).not.toContain('Седых');
      await page.locator('[name=text]').fill(DRAFT);
      await shown(page, '4-body');
      await page.getByRole('button', { name: 'Сообщить администрации' }).click();
      await page.getByText('Спасибо, записали').waitFor();
    });

    it('the official answers in a few words; they are approved and signed', async () => {
      const page = await desk('executor', 'list/mine');
      await page
        .getByRole('row', { name: /течёт вода из колонки/ })
        .first()
        .click();
      await page.keyboard.press('Enter');
      await page.getByLabel('Текст ответа').fill(ANSWER);
      await page.getByLabel('Итог').selectOption({ label: 'Меры приняты' });
      await page.getByText('черновик сохранён').waitFor();
      await shown(page, '5-answer');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Отправлено на согласование.').waitFor();
      for (const [role, path, done] of [
        ['approver', 'approval', /согласовано/],
        ['signatory', 'signature', /подписано/],
      ] as const) {
        const at = await desk(role, path);
        await opened(at, shortOf(String(card.row['number'])));
        await at
          .getByRole('button', { name: role === 'approver' ? /^Согласовать/ : /^Подписать/, disabled: false })
          .waitFor();
        await at.keyboard.press('KeyY');
        await at.getByText(done).first().waitFor();
      }
    });

    it('the answer is under the comment, once, and the card has its link as the proof', async () => {
      const answer = await vk.answered(said.thread, DRAFT);
      expect(answer.replyTo).toBe(said.id);
      await inThread(citizen, DRAFT);
      await shown(citizen, '6-answered');
      await seen(({ row }) => row.state === 'ANSWERED');
      const notice = card.notices.find(({ kind }) => kind === 'ANSWERED');
      expect(notice).toMatchObject({ way: 'THREAD', state: 'DISPATCHED', proof: expect.stringContaining(answer.id) });
      expect(vk.ours(said.thread).filter(({ text }) => text.includes(DRAFT))).toHaveLength(1);
    });

    it('the neighbour gets the same by telephone, the same day', async () => {
      const page = await desk('executor', 'calls');
      // Once under which number it is considered, once how it ended.
      for (let call = 0; call < 2; call += 1) {
        await page.getByRole('button', { name: /^Открыть/ }).waitFor();
        await page.keyboard.press('KeyO');
        await page.locator('.phone a').waitFor();
        if (call === 1) await shown(page, '7-call');
        await page.keyboard.press('Digit1');
        await page.keyboard.press('Control+Enter');
        await page.getByText('устный ответ принят').nth(call).waitFor();
      }
      const told = await steps.cardWhen(neighbour.id, steps.login('coordinator'), ({ notices }) =>
        notices.every(({ state }) => state === 'DISPATCHED'),
      );
      expect(told.notices).toMatchObject([
        { kind: 'DUPLICATE', way: 'ORAL' },
        { kind: 'DUPLICATE', way: 'ORAL' },
      ]);
    });

    it('evening: forty people like it, and an angry reply comes back into the case', async () => {
      vk.like(said.id, 28);
      const answer = vk.ours(said.thread).find(({ text }) => text.includes(DRAFT))!;
      await citizen.goto(`/VK/aldan/${encodeURIComponent(said.thread)}?as=Айаал Винокуров&reply=${answer.id}#write`);
      await citizen.locator('#write textarea').fill(ANGRY);
      await citizen.getByRole('button', { name: 'Отправить' }).click();
      await inThread(citizen, ANGRY);
      await shown(citizen, '8-evening');
      const after = await steps.cardWhen(appeal, steps.login('coordinator'), (now) =>
        JSON.stringify(now).includes(ANGRY),
      );
      expect(after.history.map(({ type }) => type)).toContain('APPEAL_SUPPLEMENTED');
      const page = await desk('coordinator', `card/${appeal}`);
      await page.getByText(ANGRY).first().waitFor();
      // Counted within a minute of the network's word.
      await eventually(async () => {
        await page.reload();
        await page.getByText('40 отметок «нравится»').first().waitFor({ timeout: 5_000 });
        return true;
      }, 90_000);
      await shown(page, '9-card');
    });

    it('nothing of it was hard to read, and no window raised an error', () => {
      expect(findings).toEqual([]);
      expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
    });
  });

  /** The path of the page in the letter with that number that came to the address. */
  function letterTo(address: string, number: string): Promise<string> {
    return eventually(async () => {
      const folder = join(world.dataDir, 'outbox');
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const all = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
      const found = all.find(({ to, subject }) => JSON.stringify(to).includes(address) && subject?.includes(number));
      const [link] = /http:\S+\/aldan\/body\/[\w-]{64}/.exec(found?.text ?? '') ?? [];
      if (link === undefined) throw new Error(`no letter about ${number} came to ${address}`);
      return new URL(link).pathname;
    }, 20_000);
  }
});
