import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
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
  type WindowOptions,
} from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(180_000);

/** What lists show and keep: saved views, the numbers of the board, and what an empty list says. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  const windows: Window[] = [];
  const findings: string[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function desk(role: string, path: string, options: WindowOptions = {}): Promise<Page> {
    const window = await openWindow(browser, world.url, options);
    windows.push(window);
    await signIn(window.page, `aldan.${role}`, `/desk/aldan/${path}`);
    return window.page;
  }

  async function examined(page: Page, name: string): Promise<void> {
    findings.push(...(await accessibilityFindings(page)).map((one) => `${name}: ${one}`));
    await picture(page, name);
  }

  const count = (page: Page) => page.locator('h1 small').filter({ hasText: /^\d/ });
  const counted = async (page: Page) => Number(/^\d+/.exec(await count(page).innerText())?.[0]);
  const tab = (page: Page, name: string) => page.locator('.wl-views').getByRole('link', { name });
  /** Of the tab that is open, once it has its number. */
  const current = (page: Page) => page.locator('.wl-views [aria-current=page]').filter({ hasText: /\d/ });

  describe('a view of a list', () => {
    afterAll(() => closeWindows(windows.splice(0)));
    let page: Page;
    let link: string;

    it('is saved under a name with its filters, and its tab has the number of its rows', async () => {
      page = await desk('coordinator', 'list/in-work?from=SITE');
      await count(page).waitFor();
      await page.getByRole('button', { name: 'Сохранить вид' }).click();
      await page.getByLabel('Название вида').fill('С сайта');
      await page.keyboard.press('Enter');
      await eventually(async () => expect(await current(page).innerText()).toMatch(/^С сайта/) ?? true);
      expect(await current(page).innerText()).toBe(`С сайта ${await counted(page)}`);
      await examined(page, 'view');
      link = (await current(page).getAttribute('href'))!;
      expect(link).toMatch(/^\/desk\/aldan\/view\/[\da-f-]{36}$/);
    });

    it('is there in another browser, by its link, too', async () => {
      const other = await desk('coordinator', 'list/in-work');
      await tab(other, 'С сайта').click();
      await other.waitForURL('**/list/in-work?from=SITE');
      await other.goto(link);
      await other.waitForURL('**/list/in-work?from=SITE');
      await eventually(async () => expect(await current(other).innerText()).toMatch(/^С сайта \d/) ?? true);
    });

    it('is shown to the whole district by who may share it, and to nobody else before', async () => {
      const executor = await desk('executor', 'list/in-work');
      await current(executor).waitFor();
      expect(await tab(executor, 'С сайта').count()).toBe(0);
      await page.getByRole('button', { name: 'Изменить вид' }).click();
      await page.getByLabel('Кто видит').selectOption({ label: 'Весь район' });
      await eventually(async () => expect(await current(page).innerText()).toMatch(/^Общий: С сайта/) ?? true);
      await examined(page, 'view-shared');
      await executor.reload();
      await tab(executor, 'Общий: С сайта').click();
      await executor.waitForURL('**/list/in-work?from=SITE');
      await current(executor).waitFor();
      expect(await executor.getByRole('button', { name: 'Изменить вид' }).count()).toBe(0);
    });

    it('that the browser kept is taken over once', async () => {
      const old = await desk('controller', 'list/in-work');
      await current(old).waitFor();
      const kept = [{ name: 'Из браузера', address: '/desk/aldan/list/in-work?due=late&q=снег' }];
      await old.evaluate((views) => localStorage.setItem('otklik.views.aldan', views), JSON.stringify(kept));
      await old.reload();
      await tab(old, 'Из браузера').waitFor();
      expect(await old.evaluate(() => localStorage.getItem('otklik.views.aldan'))).toBeNull();
      await old.reload();
      await tab(old, 'Из браузера').click();
      await old.waitForURL(/due=late/);
      expect(new URL(old.url()).searchParams.get('q')).toBe('снег');
      expect(await tab(old, 'Из браузера').count()).toBe(1);
    });
  });

  describe('many at once', () => {
    afterAll(() => closeWindows(windows.splice(0)));

    it('are given to an executor and taken back with one press; what he has read stays and says so', async () => {
      const steps = new Steps(world, 'aldan');
      const given: { readonly appeal: string; readonly id: string; readonly version: number }[] = [];
      for (const house of [11, 12, 13]) {
        const { receipt, card } = await steps.registered(`На детской площадке у дома ${house} сломаны обе горки.`);
        const { id, version, state } = card.row.questions[0]!;
        const route = { id, expectedVersion: version, topic: 'drugoe', department: 'zhilye' };
        if (state === 'OPEN') await steps.must('routeQuestion', 'coordinator', route);
        const routed = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ROUTED');
        given.push({ appeal: receipt.id, id, version: routed.row.questions[0]!.version });
      }
      const page = await desk('coordinator', 'list/unassigned');
      const rows = page.getByRole('row', { name: /сломаны обе горки/ });
      await eventually(async () => expect(await rows.count()).toBe(3) ?? true);
      for (const row of await rows.all()) await row.getByRole('checkbox').check();
      await page.keyboard.press('KeyA');
      const { name } = await steps.official(steps.login('executor'));
      await chooseBeginning(page.getByRole('dialog').getByRole('combobox').first(), name);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Назначить/ })
        .click();
      const back = page.getByRole('button', { name: /^Отменить назначения: 3/ });
      await back.waitFor();
      await picture(page, 'many-assigned', { isWhole: false });

      const { id, version } = given[1]!;
      await steps.must('acknowledgeAssignment', 'executor', { id, expectedVersion: version + 1 });
      await page.keyboard.press('KeyZ');
      await page
        .locator('.wl-results')
        .getByText(/карточку изменил кто-то другой/)
        .waitFor();
      await back.waitFor({ state: 'detached' });
      await picture(page, 'many-taken-back', { isWhole: false });
      for (const [at, { appeal }] of given.entries())
        await steps.cardWithQuestion(appeal, steps.login('coordinator'), at === 1 ? 'IN_WORK' : 'ROUTED');
    });
  });

  describe('the board', () => {
    afterAll(() => closeWindows(windows.splice(0)));

    it('counts with each number exactly what the list behind it shows, and its lines add up', async () => {
      const page = await desk('head', 'board');
      await page.locator('.board .sums a').filter({ hasText: /\d/ }).first().waitFor();
      await page.locator('.by-line').first().waitFor();
      await examined(page, 'board');
      const links = await page.evaluate<{ href: string; text: string }[]>(
        `[...document.querySelectorAll('.board a[href*="/list/"]')]
          .map((one) => ({ href: one.getAttribute('href'), text: one.innerText.trim() }))`,
      );
      // Shares lead to the answers that they are of; all else is a number.
      const numbers = new Map(
        links.flatMap(({ href, text }) => {
          const number = text.includes('%') ? undefined : /^(?:из )?(\d+)/.exec(text)?.[1];
          return number ? [[href, Number(number)] as const] : [];
        }),
      );
      // How many numbers there are depends on the day: lists of this month are empty at its beginning.
      expect(numbers.size).toBeGreaterThan(10);
      const lines = await page.evaluate<number[]>(
        `[...document.querySelector('.by-line').querySelectorAll('tbody tr')]
          .map((row) => Number(row.querySelector('td').textContent))`,
      );
      expect(lines.reduce((sum, one) => sum + one, 0)).toBe(numbers.get('/desk/aldan/list/in-work'));
      const wrong: string[] = [];
      for (const [href, number] of numbers) {
        await page.goto(href);
        const shown = await counted(page);
        if (shown !== number) wrong.push(`${href}: ${number} on the board, ${shown} in the list`);
      }
      expect(wrong).toEqual([]);
    });

    it('begins on a phone, after the sums, with what is looked at first', async () => {
      const page = await desk('head', 'board', { size: PHONE });
      const first = page.getByRole('heading', { name: /^Сначала/ });
      await page.locator('.by-line').first().waitFor();
      const [looked, byDepartment] = [await first.boundingBox(), await page.locator('.by-line').first().boundingBox()];
      expect(looked!.y).toBeLessThan(byDepartment!.y);
      await examined(page, 'board-phone');
    });
  });

  describe('an empty list', () => {
    afterAll(() => closeWindows(windows.splice(0)));

    const next = (page: Page) => page.locator('main .next-list a');

    it('that is narrowed to nothing takes the conditions away', async () => {
      const page = await desk('coordinator', 'list/in-work?q=щебень');
      await page.locator('.is-empty').getByRole('button', { name: 'Снять условия' }).click();
      await page.waitForURL((url) => url.search === '' || url.search === '?');
      await page.locator('[data-row]').first().waitFor();
    });

    it.each([
      ['coordinator', 'list/bodies-refused'],
      ['executor', 'list/sent-back'],
      ['executor', 'list/co-executed'],
      ['executor', 'calls'],
      ['registrar', 'post'],
      ['registrar', 'registration'],
      ['moderator', 'moderation'],
      ['approver', 'approval'],
      ['signatory', 'signature'],
      ['head', 'control'],
      ['head', 'list/extension-asked'],
    ])('of the %s leads to what waits: %s', async (role, path) => {
      const page = await desk(role, path);
      const filled = page.locator('main').locator('[data-row], .msg, .grid tbody tr').first();
      await filled.or(next(page)).first().waitFor();
      if ((await next(page).count()) === 0) return;
      const href = (await next(page).getAttribute('href'))!;
      await examined(page, `empty-${role}-${path.replaceAll('/', '-')}`);
      await next(page).click();
      await page.waitForURL(`**${href}`);
    });
  });

  describe('the sign-in', () => {
    afterAll(() => closeWindows(windows.splice(0)));

    it('says on a phone, in words, that the password is wrong and how many tries are left', async () => {
      const window = await openWindow(browser, world.url, { size: PHONE });
      windows.push(window);
      const { page } = window;
      await page.goto('/session/sign-in?to=/desk');
      for (const left of [/Осталось попыток: \d/, /Осталось попыток: \d/]) {
        await page.locator('#login').fill('aldan.coordinator');
        await page.locator('#password').fill('не тот пароль');
        await page.locator('#password').press('Enter');
        await page.getByRole('alert').getByText(left).waitFor();
        await page.getByText('Логин или пароль не подошли.').waitFor();
      }
      await examined(page, 'sign-in-wrong');
    });

    it('comes back after the session ended to the list with its conditions', async () => {
      const page = await desk('coordinator', 'list/in-work?from=SITE');
      await count(page).waitFor();
      await page.context().clearCookies();
      await page.reload();
      await page.locator('button[value="aldan.coordinator"]').click();
      await page.waitForURL('**/desk/aldan/list/in-work?from=SITE');
      await count(page).waitFor();
    });
  });

  it('has no findings on any of these screens', () => expect(findings).toEqual([]));
});
