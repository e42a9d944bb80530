import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
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

const NOTICES = 3;
const WAITING = `{ noticesToSign(district: "aldan") { maySign notices { id number dueOn } } }`;
const SENT = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { notices { kind state isToSign outgoing { number } } } }`;

interface Notice {
  readonly kind: string;
  readonly state: string;
  readonly isToSign: boolean;
  readonly outgoing: unknown;
}

/** The districts of the demonstration, one of which lets no notice leave unsigned. */
function districtsWhereNoticesWait(): string {
  const deploy = fileURLToPath(new URL('../../deploy', import.meta.url));
  const root = mkdtempSync(join(tmpdir(), 'otklik-districts-'));
  for (const name of readdirSync(deploy).filter((one) => one !== 'districts'))
    symlinkSync(join(deploy, name), join(root, name));
  const folder = join(root, 'districts');
  cpSync(join(deploy, 'districts'), folder, { recursive: true });
  const file = join(folder, 'aldan.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('  noticesSignedBy: aldan.head\n', '$&  noticesLeave: SIGNED\n'));
  return folder;
}

/** Notices that leave only once they are signed: all of a day with one press. */
needing(missingBrowser, () => {
  const districts = districtsWhereNoticesWait();
  let world: World;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let hand: Hand;
  const appeals: string[] = [];
  const head = { as: 'aldan.head' };

  beforeAll(async () => {
    const environment = { OTKLIK_DISTRICTS: districts };
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    const aldan = new Steps(world, 'aldan');
    for (let at = 1; at <= NOTICES; at += 1) {
      const contact = `waits-${at}@aldan.example`;
      const { receipt } = await aldan.registered(`Прошу починить мост № ${at}.`, { contact, name: 'Пётр Седых' });
      appeals.push(receipt.id);
    }
    await eventually(allWait);
    window = await openWindow(browser, world.url);
    page = window.page;
    hand = new Hand(page);
    await signIn(page, 'aldan.head', '/desk/aldan');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    rmSync(dirname(districts), { recursive: true, force: true });
  });

  async function waiting(): Promise<readonly { readonly id: string; readonly number: string }[]> {
    const { data } = await world.ask(WAITING, {}, head);
    return (data!['noticesToSign'] as { notices: { id: string; number: string }[] }).notices;
  }
  const noticesOf = async (id: string) => {
    const { data } = await world.ask(SENT, { id }, head);
    const { notices } = data!['appeal'] as { notices: Notice[] };
    return notices.filter(({ kind }) => kind === 'REGISTERED');
  };

  /** Each own appeal has its notice, and no other comes meanwhile: the same number twice, a second apart. */
  async function allWait(): Promise<true | undefined> {
    const own = await Promise.all(appeals.map(noticesOf));
    if (!own.every(([notice]) => notice?.isToSign)) return undefined;
    const { length } = await waiting();
    await setTimeout(1_000);
    return length >= NOTICES && (await waiting()).length === length ? true : undefined;
  }

  it('leads to them from the first screen, and shows the sheet that is signed', async () => {
    await page.getByRole('link', { name: /ждут подписи/i }).click();
    await page.getByRole('heading', { name: /Уведомления на подпись/ }).waitFor();
    await page.getByRole('article', { name: 'Письмо, как оно уйдёт' }).waitFor();
    await page.getByText(/Подписывает .*Егоров/).waitFor();
    for (const id of appeals)
      expect(await noticesOf(id)).toMatchObject([{ state: 'PENDING', isToSign: true, outgoing: null }]);
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 120_000);

  it('signs all but one that is left out by a key, with one press', async () => {
    const all = (await waiting()).length;
    await page.getByRole('button', { name: new RegExp(`^Подписать все \\(${all}\\)`) }).waitFor();
    await hand.keys('x');
    await page.getByRole('button', { name: new RegExp(`^Подписать ${all - 1} из ${all}`) }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await hand.keys('Control+Enter');
    await eventually(async () => (await waiting()).length === 1 || undefined);
    expect(hand.counted()).toBe(2);
  }, 120_000);

  it('says that nothing is left once the last is signed; each has a number of the series', async () => {
    await page.getByRole('button', { name: /^Подписать/ }).waitFor();
    await page.getByRole('button', { name: /^Вернуть в список все/ }).click();
    await page.getByRole('button', { name: /^Подписать все \(1\)/ }).click();
    await page.getByText('Подписывать нечего: уведомлений без подписи нет.').waitFor();
    await eventually(async () => {
      const told = (await Promise.all(appeals.map(noticesOf))).flat();
      return told.every(({ outgoing }) => outgoing !== null) || undefined;
    });
  }, 120_000);
});
