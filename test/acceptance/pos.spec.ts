import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  closeWindows,
  missingBrowser,
  openBrowser,
  openWindow,
  PHONE,
  signIn,
  type Window,
} from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const NUMBER = '44120177';
const ANSWER = 'Фонарь у школы заменён 2 декабря.';
const FOUND = `{ appeals(district: "aldan", filter: { sentBy: [POS] }, first: 10) { nodes { id version regime sentBy bodyTerm } } }`;
const CARD = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
  receivedFrom { kind body number date term } notices { kind way state proof entered { state enteredOn } }
  row { questions { deadline { rule } state } } } }`;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Yakutsk' }).format(new Date());

function daysFrom(days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A message of the feedback platform: by a list from its cabinet, to the answer that an official enters there. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let folder: string;
  let id = '';
  const windows: Window[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    folder = mkdtempSync(join(tmpdir(), 'otklik-pos-'));
  }, 300_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await closeWindows(windows);
    await browser?.close();
    await world?.stop();
  });

  async function opened(options: Parameters<typeof openWindow>[2] = {}): Promise<Page> {
    const one = await openWindow(browser, world.url, options);
    windows.push(one);
    return one.page;
  }
  async function cardOf(): Promise<Record<string, unknown>> {
    const { data } = await world.ask(CARD, { id }, { as: 'aldan.registrar' });
    return data!['appeal'] as Record<string, unknown>;
  }

  it('is taken in from a list, with its number, source and term there; its answer is due by the rule of its regime', async () => {
    const file = join(folder, 'pos.csv');
    const heads = 'ID сообщения;Дата создания;Статус;Источник;Текст сообщения;Заявитель;E-mail;Срок ответа';
    const cells = [NUMBER, daysFrom(-3), 'На рассмотрении', 'Виджет на сайте', 'Не горит фонарь у школы', 'Ким Вера'];
    writeFileSync(file, [heads, [...cells, 'vera@example.org', daysFrom(6)].join(';')].join('\r\n'));
    const { code, output } = await world.operate('import-pos', file, '--district', 'aldan');
    expect([code, output]).toEqual([0, expect.stringContaining('1 added, 0 there already.')]);
    const found = await eventually(async () => {
      const { data } = await world.ask(FOUND, {}, { as: 'aldan.registrar' });
      return (data!['appeals'] as { nodes: { id: string; version: number }[] }).nodes[0];
    });
    expect(found).toMatchObject({ regime: 'POS_MESSAGE', sentBy: 'POS', bodyTerm: daysFrom(6) });
    id = found.id;

    const aldan = new Steps(world, 'aldan');
    const up = await aldan.must('takeUpMessage', 'moderator', { id, expectedVersion: found.version });
    await aldan.must('registerAppeal', 'registrar', { id, expectedVersion: up.version });
    const ready = (now: Card) => now.row.questions[0]?.response?.id !== undefined;
    const card = await aldan.cardWhen(id, aldan.login('coordinator'), ready);
    expect(await cardOf()).toMatchObject({
      receivedFrom: { kind: 'POS', number: NUMBER, term: daysFrom(6), body: 'ПОС «Решаем вместе», Виджет на сайте' },
      row: { questions: [{ deadline: { rule: 'POS' } }] },
      notices: [],
    });
    await aldan.answered(card, ANSWER);
  });

  it('waits on a list to be entered in the platform by hand: number and words to copy, the whole list as a file', async () => {
    const page = await opened();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, 'aldan.registrar', '/desk/aldan');
    await page.getByText('1 ответ ждёт ПОС', { exact: false }).waitFor();
    await page.goto('/desk/aldan/pos');
    await page.getByText(ANSWER).waitFor();
    await picture(page, 'pos, to enter');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Скопировать номер' }).click();
    await page.getByText('Скопировано').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(NUMBER);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Сохранить список файлом' }).click(),
    ]);
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text).toContain(`${NUMBER};`);
    expect(text).toContain(ANSWER);
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'pos, to enter, dark');
    expect(await accessibilityFindings(page)).toEqual([]);

    const phone = await opened({ size: PHONE });
    await signIn(phone, 'aldan.registrar', '/desk/aldan/pos');
    await phone.getByText(NUMBER).first().waitFor();
    await picture(phone, 'pos, to enter, phone');
    expect(await accessibilityFindings(phone)).toEqual([]);
  });

  it('is answered on the day on which an official says that it was entered, with how it stands there', async () => {
    const page = windows[0]!.page;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByLabel('Что теперь в ПОС').selectOption('ANSWER_SENT');
    await page.getByRole('button', { name: 'Внесено в ПОС', exact: true }).click();
    await eventually(async () => {
      const { notices } = (await cardOf()) as { notices: { state: string }[] };
      return notices.some(({ state }) => state === 'DISPATCHED') ? true : undefined;
    });
    const entered = { state: 'ANSWER_SENT', enteredOn: today };
    expect(await cardOf()).toMatchObject({
      notices: [{ kind: 'ANSWERED', way: 'POS', state: 'DISPATCHED', proof: 'BY_HAND', entered }],
    });
    await eventually(async () => {
      const { row } = (await cardOf()) as { row: { questions: { state: string }[] } };
      return row.questions[0]!.state === 'ANSWERED' ? true : undefined;
    });
    await page.goto(`/desk/aldan/card/${id}`);
    await page.getByText('внесено в ПОС', { exact: false }).first().waitFor();
    await picture(page, 'pos, card');
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
