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
  signIn,
  type Window,
} from '../world/browser.js';
import { picture } from '../world/picture.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const FILE = `query { districtFile(district: "aldan") { version text } }`;
const APPLY = `mutation ($input: ApplyDistrictFileInput!) {
  applyDistrictFile(input: $input) { ... on DistrictFile { version } ... on Refusal { code message } }
}`;
const NAME = 'Карпова Зоя Михайловна';
const MATTER = 'Положена ли льгота на уголь';
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Yakutsk' }).format(new Date());

/** A reception from the booking on the page to the appeal that was registered at it. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  const windows: Window[] = [];
  let code = '';

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    // Whatever day it is, there is a live queue.
    const { data } = await world.ask(FILE, {}, { as: 'aldan.admin' });
    const { version, text } = data!['districtFile'] as { version: number; text: string };
    const input = {
      district: 'aldan',
      key: randomUUID(),
      expectedVersion: version,
      text: text.replace('dates: [2026-12-12]', `dates: [2026-12-12, ${today}]`),
    };
    const applied = await world.ask(APPLY, { input }, { as: 'aldan.admin' });
    expect(applied.errors).toEqual([]);
  }, 300_000);
  afterAll(async () => {
    await closeWindows(windows);
    await browser?.close();
    await world?.stop();
  });

  async function opened(path: string, options: Parameters<typeof openWindow>[2] = {}): Promise<Page> {
    const one = await openWindow(browser, world.url, options);
    windows.push(one);
    await one.page.goto(path);
    return one.page;
  }
  async function fill(page: Page, name = NAME): Promise<void> {
    await page.locator('[name=matter]').fill(MATTER);
    await page.locator('[name=name]').fill(name);
    await page.locator('[name=phone]').fill('8 924 000-33-15');
    await page.locator('[name=consent]').check();
  }
  const book = (page: Page) => page.getByRole('button', { name: 'Записаться' }).click();

  it('is booked on a phone without script, is shown by its code, and is taken from others', async () => {
    const [page, other] = [
      await opened('/aldan/reception', { size: PHONE, script: false }),
      await opened('/aldan/reception', { size: PHONE, script: false }),
    ];
    await picture(page, 'reception, booking, phone');
    const time = await page.locator('[name=begins]:checked').getAttribute('value');
    await book(page);
    await page.getByText('согласие', { exact: false }).first().waitFor();
    await picture(page, 'reception, faults, phone');
    await fill(page);
    await book(page);
    await page.getByRole('heading', { name: 'Вы записаны' }).waitFor();
    await picture(page, 'reception, booked, phone');
    code = new URL(page.url()).pathname.split('/').at(-1)!;
    expect(await page.getByText(time!).count()).toBeGreaterThan(0);
    await fill(other, 'Другой Иван');
    await book(other);
    await other.getByText('Это время уже занято').first().waitFor();
    expect(await other.locator('[name=name]').inputValue()).toBe('Другой Иван');
  });

  it('has pages that everyone can use, light and dark', async () => {
    for (const path of ['/aldan/reception', `/aldan/reception/${code}`]) {
      const page = await opened(path, { size: PHONE });
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessibilityFindings(page)).toEqual([]);
      await picture(page, `reception, ${path.split('/').length === 3 ? 'booking' : 'own'}, dark, phone`);
    }
  });

  it('is cancelled by its code', async () => {
    const page = await opened(`/aldan/reception/${code}`, { size: PHONE, script: false });
    await page.getByRole('button', { name: 'Отменить запись' }).click();
    await page.getByRole('heading', { name: 'Запись отменена' }).waitFor();
    await page.goto('/aldan/reception/AAAAAAAAAAAAAAAA');
    await page.getByText('Записи с таким кодом нет').waitFor();
  });

  it('is seen by weeks, with who comes when and the load of each official; a time leads to its day', async () => {
    const { page } = await openWindow(browser, world.url);
    await signIn(page, 'aldan.registrar', '/desk/aldan/reception');
    await page.getByRole('button', { name: 'Неделя', exact: true }).click();
    await page.getByRole('heading', { name: 'Неделя приёма' }).waitFor();
    await page.getByRole('button', { name: 'Следующая неделя' }).click();
    await page.getByText(/занято \d+ из \d+/).waitFor();
    await page.getByRole('button', { name: 'свободно' }).first().waitFor();
    await picture(page, 'reception, week');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'reception, week, dark');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', media: 'print' });
    await picture(page, 'reception, week, print');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(PHONE);
    await picture(page, 'reception, week, phone');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'свободно' }).first().click();
    await page.getByLabel('Фамилия, имя, отчество').waitFor();
    await page.close();
  });

  it('is entered at the desk, and ends with an appeal that is registered there', async () => {
    const { page } = await openWindow(browser, world.url);
    await signIn(page, 'aldan.registrar', '/desk/aldan/reception');
    await page.getByRole('button', { name: 'Пришёл без записи' }).last().click();
    await page.getByLabel('Фамилия, имя, отчество').fill(NAME);
    await page.getByLabel('О чём').fill(MATTER);
    await picture(page, 'reception, entering');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Записать в очередь/ }).click();
    await page.getByText('Код записи').waitFor();
    await page
      .getByRole('region', { name: /12:00–20:00/ })
      .getByRole('button', { name: NAME })
      .click();
    await page.getByRole('button', { name: 'Пришёл', exact: true }).click();
    await page.getByLabel('Чем кончился').selectOption('REGISTERED');
    await page.getByLabel('Что спросили').fill('Просит разъяснить, положена ли льгота на уголь.');
    await page.getByLabel('Документ показан').check();
    await picture(page, 'reception, card');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'reception, card, dark');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Закончить приём/ }).click();
    await page.getByRole('link', { name: 'Открыть обращение' }).waitFor();
    await picture(page, 'reception, ended');
    await page.setViewportSize(PHONE);
    await picture(page, 'reception, ended, phone');
    expect(await accessibilityFindings(page)).toEqual([]);
    const href = await page.getByRole('link', { name: 'Открыть обращение' }).getAttribute('href');
    const appeal = href!.split('/').at(-1)!;
    const asked = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { row { number channel regime } } }`;
    await eventually(async () => {
      const { data } = await world.ask(asked, { id: appeal }, { as: 'aldan.registrar' });
      const card = data?.['appeal'] as { row: { number: string | null; channel: string; regime: string } } | null;
      const found = card?.row;
      return (found?.number && found.channel === 'RECEPTION' && found.regime === 'ORAL_RECEPTION') || undefined;
    });
    await page.close();
  });
});
