import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from '../world/browser.js';
import { Hand } from '../world/hand.js';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { startWorld, type World } from '../world/world.js';

const LIST = `query ($district: String!, $filter: AppealFilter) {
  appeals(district: $district, filter: $filter, order: OLDEST, first: 100) {
    total nodes { id excerpt state urgency danger source { network kind thread accountTitle fate } } } }`;

interface Row {
  readonly id: string;
  readonly excerpt: string;
  readonly state: string;
  readonly urgency: string | null;
  readonly source: { readonly network: string; readonly thread: string } | null;
}

/** Under one post. */
const NEIGHBOURS = 14;
const RUBBISH = 'Мусор у Быкова, 7 не вывозят вторую неделю';
/** Under the same post, of another matter. */
const OTHER = 'Автобус опять не пришёл, ждали сорок минут';

/** Evaluated in the page. */
const CURSOR = (rows: readonly { readonly className: string }[]): number =>
  rows.findIndex(({ className }) => className.includes('is-cursor'));

jest.setTimeout(120_000);

/** A busy morning: thirty messages of four networks, decided by the keyboard alone. */
needing(missingBrowser, () => {
  let world: World;
  let networks: NetworksWorld;
  let browser: Browser;
  let window: Window;
  let hand: Hand;
  /** Of the question that is answered at once. */
  let thread: string;
  /** Of the message that is taken up with words. */
  let light: string;
  let pages: Readonly<Record<'VK' | 'OK' | 'MAX' | 'TELEGRAM', NetworkPage>>;

  beforeAll(async () => {
    networks = await NetworksWorld.start();
    [world, browser] = await Promise.all([
      startWorld({ demo: 'small', environment: networks.environment }),
      openBrowser(),
    ]);
    const connected = await Promise.all(
      (['VK', 'OK', 'MAX', 'TELEGRAM'] as const).map(
        async (network) => [network, await networks.connect(world, network, 'aldan')] as const,
      ),
    );
    pages = Object.fromEntries(connected) as typeof pages;
  }, 240_000);
  afterAll(async () => {
    await window?.context.close();
    await Promise.all([browser?.close(), world?.stop(), networks?.stop()]);
  });

  const rows = async (filter: object, district = 'aldan'): Promise<readonly Row[]> => {
    const { data, errors } = await world.ask(LIST, { district, filter }, { as: `${district}.moderator` });
    if (!data) throw new Error(errors[0]?.message);
    return (data['appeals'] as { readonly nodes: readonly Row[] }).nodes;
  };
  const rowOf = async (text: string, filter: object = {}): Promise<Row | undefined> =>
    (await rows(filter)).find(({ excerpt }) => excerpt?.includes(text));
  const inState = (text: string, state: string) =>
    eventually(async () => ((await rowOf(text))?.state === state ? true : undefined), 30_000);
  const page = (): Page => hand.page;
  const opened = (text: string) => page().locator('.thread .is-this').filter({ hasText: text }).waitFor();

  it('is received from four networks, in this district alone', async () => {
    for (let at = 0; at < NEIGHBOURS; at += 1) {
      pages.VK.say({ text: `${RUBBISH}, подъезд ${at + 1}`, person: `Сосед ${at + 1}` });
    }
    pages.VK.say({ text: OTHER, person: 'Прохожий' });
    // Each network is asked by itself: what the hand walks over must not depend on which answers first.
    const received = (count: number) =>
      eventually(async () => {
        const found = (await rows({ worklist: 'TO_MODERATE', channels: ['NETWORK'] })).length;
        return found === count ? found : undefined;
      }, 60_000);
    await received(NEIGHBOURS + 1);
    pages.TELEGRAM.say({ text: 'В подъезде Ленина, 14 сильно пахнет газом', person: 'Марина', direct: true });
    pages.OK.say({ text: 'Продам резину, недорого, звоните', person: 'Галина', direct: true });
    pages.MAX.say({ text: 'Спасибо, фонари у школы включили', person: 'Алексей' });
    ({ thread } = pages.MAX.say({ text: 'Когда откроют зимник на Чагду', person: 'Пётр' }));
    light = pages.MAX.say({ text: 'Светофор на Ленина мигает жёлтым со вчера', person: 'Игорь' }).thread;
    const heard = await received(NEIGHBOURS + 6);
    expect(heard).toBe(NEIGHBOURS + 6);
    expect(await rows({ channels: ['NETWORK'] }, 'tuora')).toEqual([]);
    const threads = new Set((await rows({ networks: ['VK'] })).map(({ source }) => source?.thread));
    expect(threads.size).toBe(1);
  });

  it('is in one stream, the urgent first', async () => {
    window = await openWindow(browser, world.url);
    hand = new Hand(window.page);
    await signIn(page(), 'aldan.moderator', '/desk/aldan/moderation');
    await page().locator('.msg').first().filter({ hasText: 'Похоже на срочное: запах газа' }).waitFor();
    expect(await page().locator('select').first().textContent()).toContain(`ВКонтакте, ${NEIGHBOURS + 1}`);
    expect(await accessibilityFindings(page())).toEqual([]);
    hand.counted();
  });

  it('is declared urgent by one key, and taken up by another', async () => {
    await opened('пахнет газом');
    await hand.keys('KeyU');
    await page().locator('.msg').first().filter({ hasText: 'Срочно: запах газа' }).waitFor();
    const urgent = await rowOf('пахнет газом', { urgent: true });
    expect(urgent).toMatchObject({ urgency: 'DECLARED', danger: 'GAS', state: 'RECEIVED' });
    await hand.keys('KeyY');
    await inState('пахнет газом', 'TAKEN_UP');
  });

  it('is not considered by one key, and the decision is taken back by another', async () => {
    await until('Продам резину');
    await hand.keys('KeyS');
    await inState('Продам резину', 'SPAM');
    await hand.keys('KeyZ');
    await inState('Продам резину', 'RECEIVED');
    await until('Продам резину');
    await hand.keys('KeyS');
    await until('Спасибо, фонари');
    await hand.keys('KeyE');
    await inState('Спасибо, фонари', 'SPAM');
  });

  it('is taken up with the moderator’s own words for all to read, by two keys', async () => {
    await until('Светофор на Ленина');
    await hand.keys('KeyM', 'Control+Enter');
    await inState('Светофор на Ленина', 'TAKEN_UP');
  });

  it('is answered at once by a template', async () => {
    await until('Когда откроют зимник');
    await hand.keys('KeyR', 'Alt+Digit2', 'Control+Enter');
    await inState('Когда откроют зимник', 'ANSWERED_AT_ONCE');
  });

  it('is one matter under one post: one is taken up, and all others are joined to it by one act', async () => {
    await until(RUBBISH);
    await page().locator('.mod-thread').getByText('Под тем же постом').waitFor();
    // What speaks of something else is not ticked; one of the others is left by one press.
    const ticks = page().locator('.mod-thread');
    await ticks.getByText(`Отмечены ${NEIGHBOURS - 1} похожих из ${NEIGHBOURS}`).waitFor();
    await hand.click(page().locator('.mod-thread input:checked').first());
    await hand.keys('Shift+KeyD');
    // Nothing is undone while it is still being sent, nor later than ten seconds afterwards.
    const undo = page().getByRole('button', { name: /^Отменить: .+ присоединены/ });
    await eventually(async () => {
      const isSent = (await page().getByText('отправится').count()) === 0;
      return (isSent && (await undo.isVisible())) || undefined;
    });
  });

  it('takes a join of many back by one key, with the message that was taken up for it', async () => {
    await hand.keys('KeyZ');
    // The joined ones, and the one that was taken up for them.
    await page()
      .getByText(`отменены ${NEIGHBOURS - 1} решений`)
      .first()
      .waitFor();
    await ended({ DUPLICATE: 0, TAKEN_UP: 0, RECEIVED: NEIGHBOURS + 1 });
  });

  it('has its answer under the comment, once the moderator can think again no more', async () => {
    const answer = await pages.MAX.answered(thread, 'приёмную администрации', 60_000);
    expect(answer.removed).toBe(false);
    await pages.MAX.answered(light, 'Вопрос взяли в работу', 60_000);
  });

  it('took hardly more keys than messages', () => {
    // 20 messages, and a join of many taken back: with the moves to a message that was not the next one.
    expect(hand.counted()).toBeLessThan(NEIGHBOURS + 28);
    expect(window.faults).toEqual([]);
  });

  /** How many messages of VK stand in which state. */
  async function ended(expected: Readonly<Record<string, number>>): Promise<void> {
    await eventually(async () => {
      const all = await rows({ networks: ['VK'] });
      const found = Object.keys(expected).map((state) => all.filter((row) => row.state === state).length);
      if (JSON.stringify(found) === JSON.stringify(Object.values(expected))) return true;
      throw new Error(`${JSON.stringify(found)} are ${Object.keys(expected).join(', ')}`);
    }, 60_000);
  }

  /** Goes up or down the list until the message is open. */
  async function until(text: string): Promise<void> {
    await page().locator('.msg').filter({ hasText: text }).first().waitFor();
    for (let moves = 0; moves < 40; moves += 1) {
      if ((await page().locator('.thread .is-this').filter({ hasText: text }).count()) > 0) return;
      const said = await page().locator('.msg').allTextContents();
      const at = await page().locator('.msg').evaluateAll(CURSOR);
      await hand.keys(said.findIndex((one) => one.includes(text)) > at ? 'KeyJ' : 'KeyK');
      // A busy page moves a moment later; the hand does not press again before it has seen it.
      const cursor = () => page().locator('.msg').evaluateAll(CURSOR);
      await eventually(async () => (await cursor()) !== at || undefined, 5_000).catch(() => undefined);
    }
    throw new Error(`«${text}» is not reached`);
  }
});
