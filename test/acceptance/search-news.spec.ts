import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE, signIn } from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(180_000);

const ANALYST = 'aldan.analyst';

/** An analyst asks for what is new in a search; the letter of the morning counts it, and its link leads to the list. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  const findings: string[] = [];
  const examine = async (on: Page = page) => void findings.push(...(await accessibilityFindings(on)));
  const open = async (options: Parameters<typeof openWindow>[2], to: string) => {
    const opened = await openWindow(browser, world.url, options);
    await signIn(opened.page, ANALYST, to);
    return opened;
  };

  beforeAll(async () => {
    const environment = (url: string) => ({ OTKLIK_LETTERS: 'files', OTKLIK_PUBLIC_URL: url });
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    await worksAllDay();
    page = (await open({}, '/analysis')).page;
  }, 300_000);
  afterAll(async () => {
    await page?.context().close();
    await browser?.close();
    await world?.stop();
  });

  /** Letters of the morning leave in working hours. */
  async function worksAllDay(): Promise<void> {
    const file = await readFile('deploy/districts/aldan.yaml', 'utf8');
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Yakutsk' }).format(Date.now());
    const always = file
      .replace(/^workingDay: .*$/mu, `workingDay: { from: '00:00', to: '23:59', breaks: [], shortenedBy: 0 }`)
      .replace(
        /^ownDays:\n( +source: .*\n)  days:\n/mu,
        `$&    - { date: ${today}, kind: WORKING, name: 'Сегодня' }\n`,
      );
    const path = join(world.dataDir, 'aldan.yaml');
    await writeFile(path, always);
    expect((await world.operate('district', 'add', path)).code).toBe(0);
  }

  async function letterTo(address: string): Promise<string | undefined> {
    const outbox = join(world.dataDir, 'outbox');
    const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const read = await Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')));
    const [letter] = read.filter((one) => one.includes(`To: ${address}`));
    return letter && Buffer.from(letter.split('\r\n\r\n')[1]!, 'base64').toString();
  }

  async function setAddress(address: string): Promise<void> {
    const { data } = await world.ask(
      'query Officials($district: String!) { officials(district: $district) { id version login } }',
      { district: 'aldan' },
      { as: 'aldan.admin' },
    );
    const all = data!['officials'] as readonly { id: string; version: number; login: string }[];
    const { id, version: expectedVersion } = all.find(({ login }) => login === ANALYST)!;
    const input = { district: 'aldan', key: randomUUID(), id, expectedVersion, email: address };
    const set = 'mutation Set($input: SetOfficialEmailInput!) { setOfficialEmail(input: $input) { __typename } }';
    const done = await world.ask(set, { input }, { as: 'aldan.admin' });
    expect(done.data).toEqual({ setOfficialEmail: { __typename: 'OfficialAccount' } });
  }

  const heading = (count: number) =>
    page
      .locator('.hits h2')
      .filter({ hasText: new RegExp(`^${count} обращени`, 'u') })
      .waitFor();
  const saved = () => page.getByRole('button', { name: /^Сохранённые/u });
  const dialog = () => page.getByRole('dialog');

  async function save(name: string): Promise<void> {
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await dialog().getByLabel('Название').fill(name);
    await dialog().getByRole('button', { name: 'Сохранить' }).click();
    await dialog().waitFor({ state: 'hidden' });
  }

  it('is chosen beside the list, counted by the letter, and found again by its link', async () => {
    const name = 'Хатыстыр';
    const from = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    await page.goto(`/analysis?settlement=khatystyr&channel=SITE&from=${from}`);
    await page.locator('.hits').getByText('Ничего не нашлось').waitFor();
    await save(name);
    await page.goto('/analysis?q=мост');
    await save('Мост');
    await saved().click();
    for (const one of await dialog().getByLabel('Показывать новое').all()) await one.check();
    await dialog().getByText('Новое видно только здесь').waitFor();
    // A search with words has no other choice.
    await dialog().getByLabel('и утренним письмом').check();
    expect(await dialog().getByLabel('и утренним письмом').count()).toBe(1);
    await examine();
    await picture(page, 'search-news-light');
    await page.reload();
    await saved().click();
    await dialog()
      .locator('li')
      .filter({ hasText: name })
      .getByLabel('и утренним письмом')
      .and(page.locator(':checked'))
      .waitFor();
    await page.keyboard.press('Escape');

    const steps = new Steps(world, 'aldan');
    for (const text of ['Нет света у школы.', 'Яма у моста.', 'Не вывозят мусор.'])
      await steps.mutate('submitAppeal', { text, place: { settlement: 'khatystyr', text: 'ул. Школьная, 3' } });
    await steps.mutate('submitAppeal', {
      text: 'Нет воды.',
      place: { settlement: 'tommot', text: 'ул. Укуланская, 7' },
    });
    // The list finds them, as the letter then does, too.
    await page.goto(`/analysis?settlement=khatystyr&channel=SITE&from=${from}`);
    await eventually(async () => {
      await page.reload();
      return /^3 /u.test((await page.locator('.hits h2').first().textContent()) ?? '') || undefined;
    }, 30_000);
    const address = `analyst-${randomUUID().slice(0, 8)}@example.org`;
    await setAddress(address);
    const text = await eventually(() => letterTo(address), 90_000);
    expect(text).toContain('Новых обращений в сохранённом поиске: 3\n');
    expect(text).not.toMatch(/Хатыстыр|khatystyr|Мост/u);
    const link = new URL(/http:\S+\/analysis\?\S+/u.exec(text)![0]);
    await page.goto(link.pathname + link.search);
    await heading(3);
    await page.getByText(`Новое в поиске «${name}»`).waitFor();
    expect(page.url()).toContain('settlement=khatystyr');
    await examine();
    await picture(page, 'search-news-opened-light');

    for (const [kind, options] of [
      ['dark', { scheme: 'dark' }],
      ['390', { size: PHONE }],
    ] as const) {
      const other = await open(options, '/analysis');
      await other.page.goto(link.pathname + link.search);
      await other.page.getByText(`Новое в поиске «${name}»`).waitFor();
      await picture(other.page, `search-news-opened-${kind}`);
      await other.page.getByRole('button', { name: /^Сохранённые/u }).click();
      await other.page.getByRole('dialog').getByLabel('и утренним письмом').waitFor();
      await examine(other.page);
      await picture(other.page, `search-news-${kind}`);
      faults.push(...other.faults);
      await other.context.close();
    }

    await page.goto(`/analysis?search=${randomUUID()}&from=${from}`);
    await page.getByText('Этого сохранённого поиска больше нет').waitFor();
    expect([findings, faults]).toEqual([[], []]);
  });
});
