import { afterAll, beforeAll, expect, it } from '@jest/globals';
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
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const LETTERS = 12;
const WAITING = `{ paperNotices(district: "aldan", first: 100) { nodes { id appeal version outgoing { number } } } }`;
const REGISTER = `query ($number: String!) { outgoingRegister(district: "aldan", number: $number, first: 10) {
  nodes { course notice { way state posting { track after { outcome } } failed { code } outgoing { number } } } } }`;

interface Waiting {
  readonly id: string;
  readonly appeal: string;
  readonly outgoing: { readonly number: string };
}

/** The day's post: printed, handed in, and followed to its end. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let hand: Hand;
  let waiting: readonly Waiting[] = [];
  const registrar = () => ({ as: 'aldan.registrar' });

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    const aldan = new Steps(world, 'aldan');
    for (let at = 1; at <= LETTERS; at += 1) {
      const address = { postcode: '678900', text: `г. Алдан, ул. Ленина, ${at}` };
      const paper = {
        channel: 'PAPER',
        text: `Прошу починить мост № ${at} через ручей.`,
        name: 'Седых Пётр Ильич',
        address,
      };
      const receipt = await aldan.must('enterAppeal', 'registrar', paper);
      await aldan.must('registerAppeal', 'registrar', { id: receipt.id, expectedVersion: receipt.version });
      const ready: Parameters<Steps['cardWhen']>[2] = (now) => now.row.questions[0]?.response?.id !== undefined;
      await aldan.answered(
        await aldan.cardWhen(receipt.id, aldan.login('coordinator'), ready),
        `Мост № ${at} починят.`,
      );
    }
    waiting = await eventually(async () => {
      const { data } = await world.ask(WAITING, {}, registrar());
      const { nodes } = data!['paperNotices'] as { nodes: Waiting[] };
      return nodes.length >= LETTERS ? nodes : undefined;
    });
    window = await openWindow(browser, world.url);
    page = window.page;
    hand = new Hand(page);
    await signIn(page, 'aldan.registrar', '/desk/aldan/post');
    await page.getByRole('row', { name: new RegExp(waiting[0]!.outgoing.number) }).waitFor();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const registered = async (number: string) => {
    const { data } = await world.ask(REGISTER, { number }, registrar());
    return (data!['outgoingRegister'] as { nodes: { course: string; notice: Record<string, unknown> }[] }).nodes.at(-1);
  };

  it('prints the letters of the day and their envelopes by one press, their names opened on record', async () => {
    const files: string[] = [];
    page.on('download', (file) => files.push(file.suggestedFilename()));
    await hand.keys('Control+p');
    await eventually(async () => (files.length === 2 ? true : undefined));
    expect(files.toSorted()).toEqual([
      expect.stringMatching(/^Письма .*, конверты\.pdf$/),
      expect.stringMatching(/^Письма .*\.pdf$/),
    ]);
    await page.getByRole('rowgroup').getByText(`напечатаны сегодня`).waitFor();
    // The surname is whole, whatever comes first in the name.
    expect(await page.getByRole('row', { name: /С\. П\. Ильич/ }).count()).toBe(0);
    await page
      .getByRole('row', { name: /Седых П\. И\./ })
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Выбрать напечатанные/ })
      .and(page.locator('.is-main'))
      .waitFor();
    expect(hand.counted()).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 120_000);

  it('records the posting of twelve letters by a scanner and two keys; a mistyped number is on no list', async () => {
    await hand.keys('a');
    const fields = page.getByLabel(/^Трек-номер письма/);
    expect(await fields.count()).toBe(waiting.length);
    expect(await accessibilityFindings(page)).toEqual([]);
    await fields.first().and(page.locator(':focus')).waitFor();
    for (let at = 0; at < waiting.length; at += 1) {
      await hand.type(at === 2 ? '67890012345678' : trackOf(at));
      // A scanner ends the number with it.
      await page.keyboard.press('Enter');
    }
    const lists: string[] = [];
    page.on('request', (request) => request.url().includes('/registry?') && lists.push(request.url()));
    await hand.keys('Control+Enter');
    expect(hand.counted()).toBe(2);
    await page.getByRole('alert').getByText('последняя цифра не сходится').waitFor();
    await fields.nth(2).and(page.locator(':focus')).waitFor();
    expect(lists).toEqual([]);
    await hand.type(trackOf(2));
    const [list] = await Promise.all([page.waitForEvent('download'), hand.keys('Control+Enter')]);
    expect(hand.counted()).toBe(1);
    // The post office signs it; what has left is on no list any more.
    expect(list.suggestedFilename()).toMatch(/^Список ф\. 103 .*\.pdf$/);
    expect(lists.map((url) => new URL(url).searchParams.getAll('track').map((one) => one.split(':')[1]))).toEqual([
      waiting.map((_, at) => trackOf(at)),
    ]);
    await page
      .getByRole('rowgroup')
      .getByText(/^Сдать на почту/)
      .waitFor({ state: 'detached' });
  }, 120_000);

  it('takes scans one after another, and goes on with the next letter that left', async () => {
    const tracks = [0, 1].map(trackOf);
    const open = page.getByLabel(/^Письмо по /);
    await page
      .getByRole('row', { name: /заказным письмом, \d/ })
      .nth(1)
      .waitFor();
    await hand.keys('/');
    for (const track of tracks) {
      await hand.type(track);
      await page.keyboard.press('Enter');
      await open.getByText(track).waitFor();
    }
    await hand.keys('Control+Enter');
    await page
      .getByRole('rowgroup')
      .getByText(/^Вручены, 1/)
      .waitFor();
    await open.getByText(trackOf(2)).waitFor();
    expect(hand.counted()).toBe(2);
  }, 120_000);

  it('records what became of a letter: what came back is next in the tray, with its reason', async () => {
    const row = page.getByRole('row', { name: /заказным письмом, \d/ }).first();
    const number = (await row.getByRole('button').innerText()).trim();
    await row.getByRole('button').click();
    await page.getByRole('radio', { name: 'вернулось: адресат выбыл' }).check();
    await page.getByRole('button', { name: /^Записать/ }).click();
    await page
      .getByRole('rowgroup')
      .getByText(/^Вернулись, 1/)
      .waitFor();
    expect(await registered(number)).toMatchObject({
      course: 'RETURNED',
      notice: { state: 'PENDING', way: 'PAPER', failed: [{ code: 'MOVED' }] },
    });
    const other = page.getByRole('row', { name: /заказным письмом, \d/ }).first();
    const delivered = (await other.getByRole('button').innerText()).trim();
    await other.getByRole('button').click();
    await page.getByRole('button', { name: /^Записать/ }).click();
    await page
      .getByRole('rowgroup')
      .getByText(/^Вручены, 2/)
      .waitFor();
    expect(await registered(delivered)).toMatchObject({ course: 'DELIVERED', notice: { state: 'DISPATCHED' } });
    expect(window.faults).toEqual([]);
  }, 120_000);
});

/** Thirteen digits of a label and their check digit. */
function trackOf(at: number): string {
  const digits = `67890012345${String(at).padStart(2, '0')}`;
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
