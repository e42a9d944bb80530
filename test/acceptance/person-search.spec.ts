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
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** An official finds who calls by the surname, and reads what was answered: with a reason, and on record. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let appeal: string;
  /** The number of an appeal that the same person sent by e-mail. */
  let byMail: string;
  const name = 'Черёмушкин Виктор Павлович';
  const contact = '8 924 000-41-07';

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    const aldan = new Steps(world, 'aldan');
    const { card, receipt } = await aldan.registered('Течёт крыша на Маяковского.', { name, contact });
    appeal = receipt.id;
    await aldan.answered(card, 'Крышу отремонтируют до 1 октября.');
    const other = await aldan.registered('Темно у школы', { name: 'В. Черёмушкин', contact: 'v@example.org' });
    byMail = String(other.card.row['number'] ?? other.receipt.number);
    await aldan.registered('Зимник на Чагду не открыт, груз стоит.', { name, contact });
    window = await openWindow(browser, world.url);
    page = window.page;
    await signIn(page, 'aldan.registrar', '/desk');
    await eventually(async () => {
      const query = `{ applicants(district: "aldan", query: "черемушкин", reason: INSPECTION) { applicants { total } } }`;
      const { data } = await world.ask(query, {}, { as: aldan.login('controller') });
      const { applicants } = data!['applicants'] as { applicants: { total: number }[] };
      return applicants[0]?.total === 2 || undefined;
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('finds by the surname in five steps, with nothing but initials before the file is opened', async () => {
    await page.goto('/desk/aldan/people');
    await page.locator('[name=query]').fill('черемушкин');
    await page.locator('[name=reason]').selectOption({ label: 'человек звонит' });
    await page.locator('[name=query]').press('Enter');
    await page.locator('.nums tbody').getByText('Ч. В. П.').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Виктор');
    expect(await page.locator('.people-open').textContent()).toContain('Причина: человек звонит.');
    expect(page.url()).not.toContain(encodeURIComponent('черемушкин'));
    await picture(page, 'people', { isWhole: false });
    await page.getByRole('button', { name: /^Открыть дело/ }).click();
    await page.getByRole('heading', { name }).waitFor();
    const file = await page.locator('main').textContent();
    for (const shown of [contact, 'Крышу отремонтируют до 1 октября.', 'Зимник на Чагду', '2 обращения, в работе 2'])
      expect(file).toContain(shown);
    await picture(page, 'file', { isWhole: false });
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 60_000);

  it('joins the appeal of another contact, and parts it again', async () => {
    const side = page.locator('.file-side');
    await side.getByLabel('Номер другого обращения').fill(byMail);
    await side.getByLabel('Откуда известно').first().selectOption({ label: 'по документу' });
    await side.getByRole('button', { name: 'Соединить' }).click();
    await page.getByText('Темно у школы').waitFor();
    await picture(page, 'joined', { isWhole: false });
    expect(await page.locator('main').textContent()).toContain('3 обращения');
    await side.getByRole('button', { name: 'Разъединить' }).click();
    await page.getByText('Темно у школы').waitFor({ state: 'detached' });
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'file-390', { isWhole: false });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'file-1280-dark', { isWhole: false });
    await page.emulateMedia({ colorScheme: 'light' });
  }, 60_000);

  it('asks for the reason where a file is opened by its address', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Дело человека' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Черёмушкин');
  }, 60_000);

  it('begins in the head of the journal, of registration and of a card', async () => {
    for (const screen of ['journal', 'registration', `card/${appeal}`]) {
      await page.goto(`/desk/aldan/${screen}`);
      await page
        .locator('h1', { hasText: /АЛД-|Журнал|На регистрацию/ })
        .first()
        .waitFor();
      await page.getByPlaceholder('Найти человека').fill('черемушкин');
      await picture(page, `head-${screen.split('/')[0]}`, { isWhole: false });
      await page.getByPlaceholder('Найти человека').press('Enter');
      await page.waitForURL('**/desk/aldan/people');
      expect(await page.locator('[name=query]').inputValue()).toBe('черемушкин');
    }
    expect(page.url()).not.toContain('%');
  }, 60_000);

  it('begins in the palette of any screen', async () => {
    await page.goto('/desk/aldan/journal');
    await page.locator('h1').first().waitFor();
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').fill('черемушкин');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk/aldan/people');
    expect(await page.locator('[name=query]').inputValue()).toBe('черемушкин');
  }, 60_000);

  it('tells the clerk who registers what came earlier of the person', async () => {
    await page.goto('/desk/aldan/registration/phone');
    await page.getByLabel('Фамилия').fill('Черемушкин');
    await page.getByLabel('Имя').fill('Виктор');
    await page.getByLabel('Отчество').fill('Павлович');
    await page.getByRole('heading', { name: 'Писал раньше: 2, открыто: 2' }).waitFor();
    await picture(page, 'registration', { isWhole: false });
  }, 60_000);

  it('knows who wrote a minute ago, and takes the address from there by one key, on record', async () => {
    const enter = async (): Promise<void> => {
      await page.getByLabel('Фамилия').fill('Пестерева');
      await page.getByLabel('Имя').fill('Раиса');
      await page.getByLabel('Отчество').fill('Егоровна');
    };
    await page.goto('/desk/aldan');
    await page.getByRole('group', { name: 'Внести новое' }).waitFor();
    await page.keyboard.press('Alt+Digit1');
    await enter();
    // None is found yet; what is found a minute later is another answer.
    await page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('Пестерева'));
    // The form keeps what was typed for the call before.
    await page.getByRole('radio', { name: 'письмом по адресу' }).check();
    await page.getByLabel('Индекс').fill('678900');
    await page.getByLabel('Почтовый адрес').fill('г. Алдан, ул. Маяковского, д. 18');
    await page.getByLabel('Текст письма').fill('Прошу сделать поручень на крыльце.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Зарегистрировано: №/).waitFor();
    await eventually(async () => {
      await page.keyboard.press('Control+Enter');
      return (await page.getByLabel('Фамилия').inputValue()) === '' || undefined;
    });
    await enter();
    await page.getByRole('heading', { name: 'Писал раньше: 1, открыто: 1' }).waitFor();
    await page.keyboard.press('Alt+KeyA');
    await page.getByText(/открытие записано/).waitFor();
    expect(await page.getByLabel('Индекс').inputValue()).toBe('678900');
    expect(await page.getByLabel('Почтовый адрес').inputValue()).toBe('г. Алдан, ул. Маяковского, д. 18');
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 60_000);

  it('shows the controller each search and each file with its reason', async () => {
    const other = await openWindow(browser, world.url);
    await signIn(other.page, 'aldan.controller', '/desk');
    await other.page.goto('/desk/aldan/administration/evidence?kind=APPLICANT_FILE');
    await other.page.locator('.grid tbody').getByText('человек звонит').first().waitFor();
    await other.page.goto('/desk/aldan/administration/evidence?kind=APPLICANT_SEARCH');
    await other.page.locator('.grid tbody').getByText('регистрирую обращение').first().waitFor();
    expect(await other.page.locator('main').textContent()).not.toMatch(/черемушкин/i);
    expect([...window.faults, ...other.faults]).toEqual([]);
  }, 60_000);
});
