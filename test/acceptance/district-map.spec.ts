import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing, smallMap } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE, signIn } from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

interface Computing {
  getComputedStyle(of: unknown): { readonly backgroundColor: string };
}
/** Runs in the page. */
const BACKGROUND = (one: unknown): string => (globalThis as unknown as Computing).getComputedStyle(one).backgroundColor;
const OPENED = `mutation ($input: OpenKnownIssueInput!) { openKnownIssue(input: $input) { ... on Refusal { code message } } }`;

/** The vector map of a district, on the desk and for all to read: drawn by this server's own file, each number with its list. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    ({ page } = await openWindow(browser, world.url));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(world.url).origin) elsewhere.push(request.url());
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** So far away that all settlements are one number. */
  async function joined() {
    const pin = page.locator('.map-pin');
    for (let times = 0; times < 10 && (await pin.count()) !== 1; times += 1) {
      await page.locator('.maplibregl-ctrl-zoom-out').click();
      // Numbers are drawn when the movement has ended; a press before that is less than a step.
      await pin
        .nth(1)
        .waitFor({ state: 'detached', timeout: 3_000 })
        .catch(() => undefined);
    }
    return pin;
  }

  it('is the drawn plan where the district has no file', async () => {
    await signIn(page, 'aldan.head', '/desk/aldan/map');
    await page.locator('.map-plan svg circle').first().waitFor();
    expect(await page.locator('.map-vector').count()).toBe(0);
  });

  it('shows the file with a number for each settlement or several near ones, all questions among them', async () => {
    const folder = join(world.dataDir, 'maps');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'aldan.pmtiles'), smallMap());
    await page.reload();
    await page.locator('.map-pin').first().waitFor();
    await eventually(async () => {
      const pins = await page.locator('.map-pin').allInnerTexts();
      const list = await page.locator('.map-list .map-count').allInnerTexts();
      const sum = (numbers: readonly string[]) => numbers.reduce((total, one) => total + Number(one), 0);
      return sum(pins) === sum(list) || undefined;
    });
    expect(await page.locator('.map-plan').innerText()).toContain('© OpenStreetMap contributors');
    expect(await accessibilityFindings(page)).toEqual([]);
    await picture(page, 'district map');
  });

  it('has the list of the present filter behind each number, also where no number changes with it', async () => {
    const term = page.getByLabel('Срок');
    const leadTo = (due: string) =>
      eventually(async () => {
        const links = await page
          .locator('.map-pin')
          .evaluateAll((pins) => pins.map((pin) => (pin as unknown as { readonly href: string }).href));
        return (links.length > 0 && links.every((link) => link.includes(`due=${due}`))) || undefined;
      });
    await term.selectOption('late');
    await leadTo('late');
    // Of the next filter the same numbers come.
    let held: string | undefined;
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      if (body.includes('"questionPlaces"')) held ??= body;
      await route.fulfill({ response, body: body.includes('"questionPlaces"') ? held! : body });
    });
    await term.selectOption('7');
    await eventually(async () => held !== undefined || undefined);
    await term.selectOption('today');
    await leadTo('today');
    // What is answered at this moment is answered first.
    await page.unrouteAll({ behavior: 'wait' });
    await term.selectOption('');
    await eventually(async () => (await page.locator('.map-pin[href*="due="]').count()) === 0 || undefined);
  });

  it('has the colours of the theme, its buttons and its ground, also of one that is chosen later', async () => {
    const { x, y, height } = (await page.locator('.map-vector').boundingBox())!;
    const ground = async () => page.screenshot({ clip: { x: x + 4, y: y + height - 8, width: 4, height: 4 } });
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => !(await ground()).equals(light) || undefined);
    const buttons = page.locator('.maplibregl-ctrl-group');
    expect(await buttons.evaluate(BACKGROUND)).toBe('rgb(25, 32, 35)');
    expect(await accessibilityFindings(page)).toEqual([]);
    await picture(page, 'district map, dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await eventually(async () => (await ground()).equals(light) || undefined);
  });

  it('names whose data it is as the file does, and nothing where the file does not', async () => {
    const folder = join(world.dataDir, 'maps');
    writeFileSync(join(folder, 'aldan.pmtiles'), smallMap({ attribution: '' }));
    await page.reload();
    await page.locator('.map-pin').first().waitFor();
    expect(await page.locator('.map-plan').innerText()).not.toContain('OpenStreetMap');
    writeFileSync(join(folder, 'aldan.pmtiles'), smallMap());
    await page.reload();
    await page.locator('.map-pin').first().waitFor();
  });

  it('opens the list of a number by the keyboard, as long as the number says', async () => {
    const pin = page.locator('.map-pin').first();
    const number = Number(await pin.innerText());
    await pin.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/list\/in-work|[?&]at=/);
    await eventually(async () => {
      const text = await page.locator('h1 small').filter({ hasText: /^\d/ }).innerText();
      return Number(/^\d+/.exec(text)?.[0]) === number || undefined;
    });
  });

  it('joins near settlements into one number, whose list has all of them', async () => {
    await page.goBack();
    await page.locator('.map-pin').first().waitFor();
    const pin = await joined();
    expect(Number(await pin.innerText())).toBeGreaterThan(1);
    const number = Number(await pin.innerText());
    await picture(page, 'district map, far');
    await pin.click();
    await page.waitForURL(/[?&]at=[a-z-]+%2C[a-z-]+/);
    await eventually(async () => {
      const text = await page.locator('h1 small').filter({ hasText: /^\d/ }).innerText();
      return Number(/^\d+/.exec(text)?.[0]) === number || undefined;
    });
    await picture(page, 'list of a cluster');
  });

  it('is on the public pages a drawn plan with its list: what was answered and what is known, without a script', async () => {
    const known = {
      title: 'Нет холодной воды',
      text: 'Меняем трубу, воду дадут к вечеру.',
      topics: ['voda'],
      settlements: ['aldan', 'leninsky'],
      until: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const input = { district: 'aldan', key: randomUUID(), ...known };
    const { errors } = await world.ask(OPENED, { input }, { as: 'aldan.moderator' });
    expect(errors).toEqual([]);
    const steps = new Steps(world, 'aldan');
    const place = { settlement: 'tommot', text: 'ул. Укуланская, 7' };
    const { receipt, card } = await steps.registered('У дома яма на дороге.', { place });
    await steps.answered(card, 'Яму засыпали.');
    await steps.published(receipt.id, { title: 'Яма', matter: 'Яма на дороге.', text: 'Яму засыпали.' });

    const { page: phone, faults, context } = await openWindow(browser, world.url, { size: PHONE, script: false });
    await phone.goto('/aldan');
    await phone.getByRole('link', { name: 'Карта: где ответили и о чём знаем' }).click();
    // Pages are kept for some seconds.
    await eventually(async () => {
      await phone.reload();
      return (await phone.locator('#places').getByText('Ответов: 1', { exact: true }).count()) === 1 || undefined;
    }, 20_000);
    const plan = phone.locator('svg.plan.narrow');
    await plan.getByRole('link', { name: 'г. Томмот. Ответов: 1, знаем сейчас: 0' }).waitFor();
    await plan.getByRole('link', { name: 'г. Алдан. Ответов: 0, знаем сейчас: 1' }).waitFor();
    expect(await phone.locator('svg.plan.wide').isVisible()).toBe(false);
    expect(await phone.getByRole('button').count()).toBe(0);
    expect(await phone.content()).not.toContain('Укуланская');
    await picture(phone, 'public map, phone');
    await plan.getByRole('link', { name: /^г\. Томмот/ }).click();
    await phone.getByRole('heading', { name: 'Ответов: 1' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows everybody the vector map when it is asked for, a number of several settlements with the list of them', async () => {
    const dark = await openWindow(browser, world.url, { size: PHONE, scheme: 'dark' });
    await dark.page.goto('/aldan/map');
    expect(await accessibilityFindings(dark.page)).toEqual([]);
    await picture(dark.page, 'public map, phone, dark');
    expect(dark.faults).toEqual([]);
    await dark.context.close();
    const library = /vector-map/;
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto('/aldan/map');
    await page.locator('svg.plan.wide a').first().waitFor();
    await picture(page, 'public map');
    const button = page.getByRole('button', { name: 'Показать карту' });
    await button.waitFor();
    expect(loaded.filter((url) => library.test(url))).toEqual([]);
    await button.click();
    await page.locator('.map-pin').first().waitFor();
    expect(loaded.some((url) => library.test(url))).toBe(true);
    await page.getByText('Карта: © OpenStreetMap contributors.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await picture(page, 'public map, vector');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'public map, vector, dark');
    await page.emulateMedia({ colorScheme: 'light' });
    const pin = await joined();
    // The same issue at two settlements is one.
    expect(await pin.innerText()).toMatch(/^1\s*!1$/);
    await pin.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/aldan\/map\?at=/);
    await page.getByText('Ответов: 1, знаем сейчас: 1.').waitFor();
    expect(await page.locator('#places li').count()).toBe(3);
    await picture(page, 'public map, list of a number');
  });

  it('asks no other server', () => {
    expect(elsewhere).toEqual([]);
  });
});
