import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  closeWindows,
  missingBrowser,
  openBrowser,
  openWindow,
  PHONE,
  type Window,
} from '../world/browser.js';
import { picture } from '../world/picture.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const TITLE = 'Нет горячей воды в третьем квартале';
const OPENED = `mutation ($input: OpenKnownIssueInput!) { openKnownIssue(input: $input) { ... on Refusal { code message } } }`;
const JOINED = `query { openedKnownIssues(district: "aldan") { title joined } }`;
const ISSUES = `query { openedKnownIssues(district: "aldan") { id version } }`;
const ENDED = `mutation ($input: EndKnownIssueInput!) { endKnownIssue(input: $input) { ... on Refusal { code message } } }`;
const TEXT = 'Со вчерашнего вечера нет горячей воды, Быкова, 7.';
const OTHER = 'Автобус третьего маршрута не пришёл, ждали сорок минут.';

/** The draft that the browser keeps, or null. */
const DRAFT = `new Promise((done) => {
  indexedDB.open('otklik', 1).onsuccess = ({ target: { result } }) => {
    const kept = result.transaction('drafts').objectStore('drafts').get('/aldan');
    kept.onsuccess = () => done(kept.result ?? null);
  };
})`;

/** One of many who write of the same outage: on a phone without script, and while he types. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  const windows: Window[] = [];
  const findings: string[] = [];
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    const input = {
      district: 'aldan',
      key: randomUUID(),
      title: TITLE,
      text: 'Авария на теплотрассе, воду дадут к вечеру.',
      topics: ['voda'],
      settlements: [],
      until: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const { data, errors } = await world.ask(OPENED, { input }, { as: 'aldan.moderator' });
    expect([errors, data]).toEqual([[], { openKnownIssue: {} }]);
  }, 300_000);
  afterAll(async () => {
    await closeWindows(windows);
    await browser?.close();
    await world?.stop();
  });

  async function form(script: boolean): Promise<Page> {
    const opened = await openWindow(browser, world.url, { size: PHONE, script });
    windows.push(opened);
    await opened.page.goto('/aldan/write');
    return opened.page;
  }
  async function written(page: Page, text: string): Promise<void> {
    await page.locator('textarea[name=text]').fill(text);
    await page.locator('[name=contact]').fill('neighbour@example.org');
    await page.locator('[name=consent]').check();
  }
  // Without script nothing can be examined there.
  const examine = async (page: Page) => void findings.push(...(await accessibilityFindings(page)));
  const send = (page: Page) => page.getByRole('button', { name: 'Отправить', exact: true }).click();
  const joined = (count: number) =>
    eventually(async () => {
      const { data } = await world.ask(JOINED, {}, { as: 'aldan.moderator' });
      const all = data!['openedKnownIssues'] as readonly { readonly title: string; readonly joined: number }[];
      return all.find(({ title }) => title === TITLE)?.joined === count || undefined;
    }, 20_000);

  it('reads what is known of it, without script, and joins by one press; what was written goes along', async () => {
    const page = await form(false);
    await written(page, TEXT);
    await send(page);
    await page.getByRole('heading', { name: 'Перед отправкой' }).waitFor();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await picture(page, 'before sending');
    await page.getByRole('button', { name: 'Вернуться к тексту' }).click();
    expect(await page.locator('textarea[name=text]').inputValue()).toBe(TEXT);
    expect(await page.locator('[name=contact]').inputValue()).toBe('neighbour@example.org');
    await send(page);
    await page.getByRole('button', { name: /^У меня так же/ }).click();
    await page.getByText('Мы об этом уже знаем').waitFor();
    await page.locator('#code').waitFor();
    await joined(1);
  });

  it('sends his own message all the same, if he will', async () => {
    const page = await form(false);
    await written(page, `${TEXT} У соседей есть.`);
    await send(page);
    await page.getByRole('button', { name: 'Отправить моё сообщение' }).click();
    await page.locator('#code').waitFor();
    expect(await page.getByText('Мы об этом уже знаем').count()).toBe(0);
    await joined(1);
  });

  it('has no step between the form and its receipt where nothing is near', async () => {
    const page = await form(false);
    await written(page, OTHER);
    await send(page);
    await page.locator('#code').waitFor();
  });

  it('reads it while he types, and joins there', async () => {
    const page = await form(true);
    await written(page, `${TEXT} Второй подъезд.`);
    const near = page.locator('#before');
    await near.getByRole('heading', { name: TITLE }).waitFor();
    await examine(page);
    await picture(page, 'near while writing');
    await near.getByRole('button', { name: 'У меня так же' }).click();
    await page.getByText('Мы об этом уже знаем').waitFor();
    await picture(page, 'joined');
    await examine(page);
    await joined(2);
  });

  it('sends what he wrote without a connection, though nothing showed him what is near', async () => {
    const page = await form(true);
    await page.route('**/resident-before.js', (route) => route.abort());
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    await page.context().setOffline(true);
    await written(page, `${TEXT} Первый подъезд.`);
    // The page says that it is offline before the button is pressed, too.
    const failed = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await send(page);
    await failed;
    await page.context().setOffline(false);
    // The worker may be faster than the page, which then shows the number; the page tries again every twenty seconds.
    const sent = page.locator('#code').or(page.getByText('Сообщение отправилось'));
    await sent.waitFor({ timeout: 45_000 });
  });

  it('is shown it before sending where he was faster than it, and what went is no draft any more', async () => {
    const page = await form(true);
    await page.route('**/aldan/before', (route) => route.abort());
    await written(page, `${TEXT} Третий подъезд.`);
    await send(page);
    await page.getByRole('heading', { name: 'Перед отправкой' }).waitFor();
    await examine(page);
    await picture(page, 'before sending, by the script');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('button', { name: 'Отправить моё сообщение' }).click();
    await page.locator('#code').waitFor();
    await eventually(async () => {
      const draft = await page.evaluate(DRAFT);
      return draft === null || undefined;
    });
  });

  it('reads it beside what he has to correct', async () => {
    const page = await form(true);
    await page.locator('textarea[name=text]').fill(`${TEXT} Пятый подъезд.`);
    await send(page);
    await page.locator('#errors').waitFor();
    const near = page.locator('#before');
    await near.getByRole('heading', { name: TITLE }).waitFor();
    await examine(page);
    await picture(page, 'near what is to be corrected');
    // Out of sight it was not seen.
    const seen = page.locator('[name=seen]');
    expect(await seen.inputValue()).toBe('');
    await near.getByRole('heading', { name: TITLE }).scrollIntoViewIfNeeded();
    await eventually(async () => (await seen.inputValue()) === '1' || undefined);
    await page.locator('[name=consent]').check();
    await near.getByRole('button', { name: 'У меня так же' }).click();
    await page.getByText('Мы об этом уже знаем').waitFor();
    await joined(3);
  });

  it('is told that his message was not joined where the issue had its end meanwhile', async () => {
    const page = await form(false);
    await written(page, `${TEXT} Седьмой подъезд.`);
    await send(page);
    const same = page.getByRole('button', { name: /^У меня так же/ });
    await same.waitFor();
    const { data } = await world.ask(ISSUES, {}, { as: 'aldan.moderator' });
    const [issue] = data!['openedKnownIssues'] as readonly { readonly id: string; readonly version: number }[];
    const of = { district: 'aldan', id: issue!.id, key: randomUUID(), expectedVersion: issue!.version };
    const ended = await world.ask(ENDED, { input: { ...of, done: 'Воду дали.' } }, { as: 'aldan.moderator' });
    expect([ended.errors, ended.data]).toEqual([[], { endKnownIssue: {} }]);
    await same.click();
    await page.getByText('Присоединить сообщение к тому, о чём мы знаем, не удалось').waitFor();
    await page.locator('#code').waitFor();
    await picture(page, 'not joined');
  });

  it('meets WCAG 2.2 AA, and raises no error in any window', () => {
    expect(findings).toEqual([]);
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
