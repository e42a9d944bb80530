import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkContainer } from '@otklik/signatures';
import { needing } from '@otklik/testing';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser, openWindow, signIn, type Window } from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** An official answers a prosecutor by one file, and the controller sees that it was taken, and why. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let appeal: string;

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    const aldan = new Steps(world, 'aldan');
    const contact = 'ivanov@example.org';
    const { card } = await aldan.registered('Течёт крыша на Маяковского.', { name: 'Иванов Иван', contact });
    await aldan.answered(card, 'Крышу отремонтируют до 1 октября.');
    appeal = card.row.id as string;
    window = await openWindow(browser, world.url);
    ({ page } = window);
    await signIn(page, 'aldan.controller', '/desk');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('makes the file of a case from its card, with a reason, of all parts, whole', async () => {
    await page.goto(`/desk/aldan/card/${appeal}`);
    await page.getByRole('button', { name: 'Ещё действия' }).click();
    await picture(page, 'menu', { isWhole: false });
    await page.getByRole('button', { name: 'Доказать' }).click();
    await page.getByLabel('Для чего нужны доказательства').fill('Запрос прокуратуры района');
    await picture(page, 'reason', { isWhole: false });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Составить файл' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.asice$/);
    await page.getByText('Файл сохранён').waitFor();
    await picture(page, 'done', { isWhole: false });
    const bytes = readFileSync(await file.path());
    const { faults, parts, signature } = await checkContainer(bytes, { at: new Date() });
    expect(faults).toEqual([]);
    expect(signature?.certificate?.owner).toMatch(/^Otklik aldan/);
    const names = parts.map(({ name }) => name);
    for (const service of ['intake', 'routing', 'responses', 'notifications'])
      expect(names).toEqual(expect.arrayContaining([`events/${service}.ndjson`, `chain/${service}.json`]));
    expect(names).toEqual(expect.arrayContaining(['case.pdf', 'letters.json', 'proof/notices.ndjson']));
    // A controller opens no name, and takes none away.
    expect(names.filter((name) => name.startsWith('letters/'))).toEqual([]);
    const readable = parts.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
    for (const personal of ['Иванов', 'ivanov@']) expect(readable).not.toContain(personal);
    expect(readable).toContain('Течёт крыша на Маяковского.');
  }, 90_000);

  it('shows the controller who took it and why', async () => {
    await page.goto('/desk/aldan/administration/evidence?kind=EVIDENCE');
    await page.locator('.grid tbody').getByText('Запрос прокуратуры района').first().waitFor();
    await picture(page, 'record', { isWhole: false });
    expect(window.faults).toEqual([]);
  }, 60_000);
});
