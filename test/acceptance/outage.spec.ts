import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { simpleParser, type ParsedMail } from 'mailparser';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser, PHONE, openWindow } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
import { picture } from '../world/picture.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(180_000);

const MESSAGES = 300;
const TITLE = 'Нет горячей воды в третьем квартале';
const TEXT = 'Авария на теплотрассе, работает бригада. Воду дадут к вечеру.';
const DONE = 'Трубу заменили, воду дали в 17:40.';
const WAITING = `{ appeals(district: "aldan", filter: { worklist: TO_MODERATE }, first: 1) { total } }`;
const KNOWN = `{ openedKnownIssues(district: "aldan") { title state joined } }`;

interface Known {
  readonly title: string;
  readonly state: string;
  readonly joined: number;
}

/** The morning of an outage: three hundred write of it, and are answered and notified of its end by a few presses. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let windows: CaseWindows;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outage-'));
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    windows = new CaseWindows(browser, world.url, 'aldan', pressings.mouse);
  }, 300_000);
  afterAll(async () => {
    await windows?.close();
    await browser?.close();
    await world?.stop();
    await rm(folder, { recursive: true });
  });

  const known = async (): Promise<Known | undefined> => {
    const { data } = await world.ask(KNOWN, {}, { as: 'aldan.moderator' });
    return (data!['openedKnownIssues'] as readonly Known[]).find(({ title }) => title === TITLE);
  };

  const waiting = async (): Promise<number> => {
    const { data } = await world.ask(WAITING, {}, { as: 'aldan.moderator' });
    return (data!['appeals'] as { readonly total: number }).total;
  };

  it('is announced where residents write, by one form of the desk', async () => {
    const page = await windows.desk('moderator', 'known');
    await windows.press(page, /^Предупредить жителей/);
    await page.getByLabel('Что случилось').fill(TITLE);
    await page.getByLabel('О чём').selectOption('voda');
    await page.getByLabel('Что делается').fill(TEXT);
    await page.getByLabel('Слова в сообщениях').fill('горячей воды');
    await windows.examine(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: TITLE }).getByText('Никто не присоединён').waitFor();
    const resident = await openWindow(browser, world.url, { size: PHONE, script: false });
    await eventually(async () => {
      await resident.page.goto('/aldan/write');
      return (await resident.page.getByText(TITLE).count()) > 0 || undefined;
    });
    await resident.context.close();
  });

  it(`has ${MESSAGES} messages in one morning, which are answered and joined by a few presses`, async () => {
    const lines = Array.from({ length: MESSAGES }, (_, at) =>
      JSON.stringify({ id: at, text: `Нет горячей воды с утра, Быкова, ${at + 1}`, contact: `of${at}@outage.example` }),
    );
    const file = join(folder, 'morning.jsonl');
    await writeFile(file, lines.join('\n'));
    const before = await waiting();
    const { output } = await world.operate('import', file, '--district', 'aldan');
    expect(output).toContain(`${MESSAGES} added`);
    // Those that come to an open list wait above it, for a press.
    await eventually(async () => (await waiting()) === before + MESSAGES || undefined, 60_000);
    const page = await windows.desk('moderator', 'moderation');
    let presses = 0;
    for (let joined = 0; joined < MESSAGES; presses += 1) {
      await joinAllShown(page, MESSAGES - joined);
      const joinedBefore = joined;
      joined = await eventually(async () => {
        const now = (await known())!.joined;
        // The press is done once the number rests.
        await page.waitForTimeout(1_500);
        return now > joinedBefore && (await known())!.joined === now ? now : undefined;
      }, 60_000);
    }
    expect(presses).toBeLessThan(10);
    expect((await known())!.joined).toBe(MESSAGES);
  });

  it('ends by one word of what was done, which each of them is sent once', async () => {
    const page = await windows.desk('moderator', 'known');
    const issue = page.getByRole('article', { name: TITLE });
    await issue.getByText(`Присоединено ${MESSAGES} сообщений`).waitFor();
    await issue.getByRole('button', { name: 'Сказать, что сделано' }).click();
    await issue.getByLabel('Что сделано').fill(DONE);
    await windows.examine(page);
    await picture(page, 'end of an outage');
    await page.keyboard.press('Control+Enter');
    await issue.getByText(`Сделано: ${DONE}`).waitFor();
    expect((await known())!.state).toBe('ENDED');
    const letters = await eventually(async () => {
      const found = await lettersOfTheEnd();
      return found.length >= MESSAGES ? found : undefined;
    }, 120_000);
    const to = letters.map((letter) =>
      [letter.to]
        .flat()
        .map((one) => one?.text)
        .join(),
    );
    expect([letters.length, new Set(to).size]).toEqual([MESSAGES, MESSAGES]);
    expect([windows.findings, windows.faults()]).toEqual([[], []]);
  });

  /** Opens a message of the outage, and answers all that the screen holds. */
  async function joinAllShown(page: Page, left: number): Promise<void> {
    const message = page.locator('.msg', { hasText: 'Нет горячей воды с утра' }).first();
    await message.getByRole('button').first().click();
    await page.getByRole('region', { name: 'Мы знаем' }).waitFor();
    await page.keyboard.press(left > 1 ? 'Shift+KeyW' : 'KeyW');
  }

  async function lettersOfTheEnd(): Promise<readonly ParsedMail[]> {
    const outbox = join(world.dataDir, 'outbox');
    const names = (await readdir(outbox)).filter((name) => name.endsWith('.eml'));
    const letters: ParsedMail[] = [];
    for (const name of names) letters.push(await simpleParser(await readFile(join(outbox, name))));
    return letters.filter(({ text = '' }) => text.includes(DONE));
  }
});
