import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  DESK,
  missingBrowser,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** A4 across, between margins of 10 mm, at 96 dots an inch. */
const LEAF = { width: 1047, height: 718 };

/** Words of the printed table that the end of a line divides, but for hyphens that a browser knows. */
async function dividedWords(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(LEAF);
  const words = await page.evaluate<string[]>(`(() => {
    const cells = [...document.querySelectorAll('.journal th, .journal td')];
    for (const cell of cells) cell.style.hyphens = 'none';
    const walker = document.createTreeWalker(document.querySelector('.journal'), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { 0: word, index } of node.data.matchAll(/\\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
      }
    for (const cell of cells) cell.style.hyphens = '';
    return found;
  })()`);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(DESK);
  return words;
}

/** By the clock of the district, as the desk counts. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Yakutsk' }).format(new Date());
}

/** `2026-Q3`, so many quarters before the running one. */
function quarterBack(back: number): string {
  const [year = 0, month = 0] = today().split('-').map(Number);
  const quarter = year * 4 + Math.ceil(month / 3) - 1 - back;
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

/** The journal with the applicant's column: opened once for the print, with a reason, and seen by who controls it. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let appeal: string;
  const windows: Window[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    const aldan = new Steps(world, 'aldan');
    const name = 'Седых Пётр Ильич';
    appeal = (await aldan.registered('Течёт крыша на Маяковского.', { name, contact: 'sedyh@example.org' })).card.row
      .id as string;
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function desk(role: string, path: string): Promise<Page> {
    const window = await openWindow(browser, world.url);
    windows.push(window);
    await signIn(window.page, `aldan.${role}`, `/desk/aldan/${path}`);
    return window.page;
  }

  it('has the names of cases at hand on the leaf once a reason is chosen, and takes them away again', async () => {
    const page = await desk('registrar', 'journal');
    await page.getByText(/^Всего за период/).waitFor();
    // What is on the leaf when the browser is asked to print.
    await page.evaluate(`print = () => { document.body.dataset.printed = document.querySelector('.a4').innerText; }`);
    expect(await page.content()).not.toContain('Седых');
    await page.getByRole('button', { name: 'Печать с заявителями' }).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('Зачем имена на бумаге').selectOption('подшиваю журнал');
    await page.getByRole('button', { name: 'Открыть и напечатать' }).click();
    await page.getByText(/^Заявители открыты: \d+, закрыты: \d+\. Причина: подшиваю журнал\.$/).waitFor();
    await page.waitForFunction(`document.body.dataset.printed?.includes('Седых Пётр Ильич')`);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await dividedWords(page)).toEqual([]);
    await page.getByRole('button', { name: 'Убрать имена' }).click();
    await page.getByText(/^Имя и адрес заявителя открывают в карточке/).waitFor();
    expect(await page.locator('.a4').innerText()).not.toContain('Седых');
  }, 90_000);

  it('is one record, which says what was printed and why, also on the list of one of its cases', async () => {
    const page = await desk('controller', `administration/evidence?kind=PRINT&appeal=${appeal}`);
    const row = page.locator('.grid tbody tr');
    await row.getByText('журнал регистрации: подшиваю журнал').waitFor();
    expect(await row.count()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 60_000);

  it('counts the month and the quarter as the lists do, and hands the month in with a receipt', async () => {
    const page = await desk('head', `report?period=${quarterBack(0)}`);
    const number = page
      .getByRole('row', { name: /^Зарегистрировано обращений/ })
      .getByRole('link')
      .first();
    const count = await number.innerText();
    expect(await accessibilityFindings(page)).toEqual([]);
    await number.click();
    await page
      .getByRole('heading', { name: /^Зарегистрированные обращения/ })
      .getByText(count, { exact: false })
      .waitFor();
    await page.goto(`/desk/aldan/report?period=${quarterBack(0)}`);
    const messages = page
      .getByRole('row', { name: /^Получено сообщений/ })
      .getByRole('link')
      .first();
    const taken = await messages.innerText();
    await messages.click();
    await page
      .getByRole('heading', { name: /^Сообщения/ })
      .getByText(taken, { exact: false })
      .waitFor();
    await page.goto(`/desk/aldan/report?of=sstu&period=${today().slice(0, 7)}`);
    await page.getByRole('heading', { name: /^Откажут/ }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Выгрузить/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^sstu-\d{4}-\d{2}\.zip$/);
    await page.getByRole('heading', { name: 'Прежние пакеты' }).waitFor();
    expect(await page.locator('.report-receipts code').first().innerText()).toMatch(/^[0-9a-f]{64}$/);
    await page.getByText('Записать ответ сервера').click();
    const save = page.getByRole('button', { name: 'Записать', exact: true });
    await save.click();
    await page.getByText(/^Принято \d+ обращени/).waitFor();
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('Записать');
    await page.getByText('Ответ записан.').waitFor();
    await picture(page, 'receipt');
  }, 90_000);

  it('leads from what would be refused to the dialog that mends it, which is open once', async () => {
    const page = await desk('registrar', `report?of=sstu&period=${today().slice(0, 7)}`);
    const row = page.getByRole('row', { name: /код классификатора/ }).first();
    await row.getByRole('link', { name: 'в карточке' }).click();
    await page.getByRole('dialog', { name: 'Код классификатора' }).waitFor();
    // The list of codes is loaded when its dialog opens.
    const focused = async () => (await page.evaluate<string>('document.activeElement.name')) === 'classifier';
    await eventually(async () => (await focused()) || undefined, 10_000);
    expect(new URL(page.url()).searchParams.get('act')).toBeNull();
    await picture(page, 'mended-in-card');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('.sheet h1').waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  }, 60_000);

  it('begins with the month and the quarter that ended last', async () => {
    const page = await desk('head', 'report');
    const period = page.getByLabel('За какое время');
    await period.waitFor();
    expect(await period.inputValue()).toBe(quarterBack(1));
    await page.getByRole('button', { name: 'ССТУ, ежемесячно' }).click();
    await eventually(async () => /^\d{4}-\d{2}$/u.test(await period.inputValue()) || undefined, 5_000);
    expect((await period.inputValue()) < today().slice(0, 7)).toBe(true);
  }, 60_000);

  it('publishes the review of a quarter that has ended once a second official releases it, and takes it back', async () => {
    const period = quarterBack(1);
    const clerk = await desk('registrar', `report?period=${period}`);
    const text = clerk.getByLabel('Текст обзора, абзацы через пустую строку');
    await text.fill('Писала Седых Анна Петровна.');
    await clerk.getByRole('button', { name: 'Отдать на утверждение' }).click();
    await clerk.getByText(/похоже на данные человека/).waitFor();
    await text.fill('Больше всего пишут о дорогах.\n\nСроки соблюдены.');
    const prepare = clerk.getByRole('button', { name: 'Отдать на утверждение' });
    await prepare.click();
    await clerk.getByText('Отдано: редакция 1 ждёт утверждения другим сотрудником.').waitFor();
    expect(await prepare.getAttribute('aria-disabled')).toBe('true');
    expect(await clerk.evaluate<string>('document.activeElement.innerText')).toBe('Отдать на утверждение');
    await clerk.getByText('Утвердит другой сотрудник.', { exact: true }).waitFor();
    await picture(clerk, 'review-prepared');
    expect(await accessibilityFindings(clerk)).toEqual([]);
    const address = `/aldan/reviews/${period}`;
    const site = await openWindow(browser, world.url);
    windows.push(site);
    expect((await site.page.request.get(`${world.url}${address}`)).status()).toBe(404);
    const head = await desk('head', `report?period=${period}`);
    await head.getByRole('button', { name: 'Утвердить и опубликовать' }).click();
    await head.getByRole('link', { name: 'Открыть на сайте' }).waitFor();
    expect(await accessibilityFindings(head)).toEqual([]);
    await site.page.goto(`${world.url}${address}`);
    await site.page.getByText('Сроки соблюдены.').waitFor();
    expect(await accessibilityFindings(site.page)).toEqual([]);
    for (const [file, begins] of [
      ['odt', 'PK'],
      ['csv', '\uFEFFТаблица'],
    ] as const) {
      const got = await site.page.request.get(`${world.url}${address}.${file}`);
      expect([got.status(), (await got.body()).toString('utf8').slice(0, begins.length)]).toEqual([200, begins]);
    }
    await site.page.goto(`${world.url}/aldan`);
    await site.page.locator(`a[href="${address}"]`).click();
    await site.page.getByText('Сроки соблюдены.').waitFor();
    await head.getByRole('button', { name: 'Снять' }).first().click();
    const dialog = head.getByRole('dialog', { name: 'Снять' });
    await dialog.getByRole('button', { name: /^Снять/ }).click();
    await dialog
      .getByText(/Заполните|Напишите|нужно/u)
      .first()
      .waitFor();
    await dialog.getByRole('textbox').fill('Числа за сентябрь неполные.');
    expect(await accessibilityFindings(head)).toEqual([]);
    await picture(head, 'review-take-back');
    await dialog.getByRole('button', { name: /^Снять/ }).click();
    await head.getByText('причина: Числа за сентябрь неполные.', { exact: false }).waitFor();
    await head.getByText('снято с сайта').waitFor();
    // A page is made once in five seconds for all.
    const gone = await eventually(async () => {
      const answer = await site.page.request.get(`${world.url}${address}`);
      return answer.status() === 200 ? undefined : answer;
    }, 15_000);
    expect(gone.status()).toBe(410);
    expect(await gone.text()).toContain('Этот обзор больше не публикуется.');
  }, 120_000);

  it('raises no error in any window, and is not offered to who opens no names', async () => {
    const page = await desk('controller', 'journal');
    await page.getByText(/^Всего за период/).waitFor();
    expect(await page.getByRole('button', { name: 'Печать с заявителями' }).count()).toBe(0);
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  }, 60_000);
});
