import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { simpleParser } from 'mailparser';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const DEPUTY = 'executor.roads';
const HISTORY = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
  history { type role by { name } onBehalfOf { name } } } }`;

interface Entry {
  readonly type: string;
  readonly role: string | null;
  readonly by: { readonly name: string } | null;
  readonly onBehalfOf: { readonly name: string } | null;
}

/** An official does the duties of another by an order, each act pressed on its screen. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  let windows: CaseWindows;
  let appeal: string;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    windows = new CaseWindows(browser, world.url, 'aldan', pressings.mouse);
  }, 300_000);
  afterAll(async () => {
    await windows?.close();
    await browser?.close();
    await world?.stop();
  });

  const may = async (login: string, field: string): Promise<boolean> => {
    const { data } = await world.ask('{ viewer { roles { operations } } }', {}, { as: login });
    const { roles } = data!['viewer'] as { readonly roles: readonly { readonly operations: readonly string[] }[] };
    return roles.some(({ operations }) => operations.includes(field));
  };

  it('an administrator records the order, and within five seconds the substitute may sign', async () => {
    const made = await steps.registered('Когда откроют зимник?', {
      contact: 'winter@aldan.example',
      name: 'Зоя Седых',
    });
    appeal = made.receipt.id;
    await steps.approved(made.card, 'Зимник откроют 10 декабря.');
    expect(await may(steps.login(DEPUTY), 'signResponse')).toBe(false);

    const admin = await windows.desk('admin', 'administration/officials');
    await admin.getByRole('button', { name: 'Елена Викторовна Громова' }).click();
    await windows.press(admin, /^Назначить исполняющего/);
    const form = admin.locator('.peek form.away');
    await form.locator('select').selectOption({ label: 'Павел Андреевич Ли' });
    await form.getByLabel('Приказ').fill('распоряжение № 15-р');
    await form.getByLabel('Подпись').fill('и. о. первого заместителя главы');
    await windows.examine(admin);
    await form.getByRole('button', { name: 'Назначить' }).click();
    await admin.getByText('распоряжение № 15-р').waitFor();
    await eventually(async () => (await may(steps.login(DEPUTY), 'signResponse')) || undefined, 5_000);
  });

  it('the substitute signs, in the screen of the signatory, what another drafted', async () => {
    const deputy = await windows.desk(DEPUTY, 'signature');
    await deputy.locator('.rail-acting', { hasText: 'Елена Викторовна Громова (подписант)' }).waitFor();
    await deputy.locator('.msg').first().getByRole('button').first().click();
    // The sheet is a picture; beside it, unseen, its text is for who sees no pictures.
    await deputy.locator('.letter').getByText('Зимник откроют 10 декабря.').waitFor({ state: 'attached' });
    await deputy.locator('.draft-sheet img').first().waitFor();
    await windows.examine(deputy);
    await windows.press(deputy, /^Подписать ?Y$/);
    await deputy
      .getByText(/подписано/)
      .first()
      .waitFor();
    await steps.cardWhen(appeal, steps.login('head'), ({ row }) => row.state === 'ANSWERED');
  });

  it('history and letter say in whose stead it was signed', async () => {
    const { data } = await world.ask(HISTORY, { id: appeal }, { as: steps.login('head') });
    const { history } = data!['appeal'] as { readonly history: readonly Entry[] };
    expect(history.find(({ type }) => type === 'RESPONSE_SIGNED')).toMatchObject({
      role: 'SIGNATORY',
      by: { name: 'Павел Андреевич Ли' },
      onBehalfOf: { name: 'Елена Викторовна Громова' },
    });
    expect(history.filter(({ onBehalfOf }) => onBehalfOf)).toHaveLength(1);
    const page = await windows.desk('head', `card/${appeal}`);
    await page.locator('ol.facts').first().waitFor();
    const all = page.getByRole('button', { name: /^вся,/ });
    if (await all.isVisible()) await all.click();
    await page.getByText('(за Е. В. Громова)').first().waitFor();

    const letter = await eventually(async () => {
      const folder = join(world.dataDir, 'outbox');
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const all = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
      return all.find(({ text = '' }) => text.includes('Зимник откроют 10 декабря.'));
    });
    expect(letter.text).toMatch(/Подпись: и\. о\. первого заместителя главы Павел Андреевич Ли/);
  });

  it('a head sees who was on duty, and assigns with the work of each in sight', async () => {
    const head = await windows.desk('head', 'administration/on-duty');
    await head.getByText('исполняет обязанности: Елена Викторовна Громова').waitFor();
    await head.getByText('обязанности исполняет Павел Андреевич Ли (распоряжение № 15-р)').waitFor();
    await windows.examine(head);
    const { card: open } = await steps.registered('Где новая остановка?');
    const question = open.row.questions[0]!;
    if (question.state === 'OPEN') {
      const route = {
        id: question.id,
        expectedVersion: question.version,
        topic: 'drugoe',
        department: 'obrashcheniya',
      };
      await steps.must('routeQuestion', 'coordinator', route);
    }
    const page = await windows.desk('head', `card/${open.row.id}`);
    const form = page.locator('.act-form');
    await form.locator('option', { hasText: /Дмитрий Охлопков · в работе \d+/ }).waitFor({ state: 'attached' });
  });

  it('the administrator ends it, and within five seconds the substitute may sign no more', async () => {
    const admin = await windows.desk('admin', 'administration/officials');
    await admin.getByRole('button', { name: 'Елена Викторовна Громова' }).click();
    await windows.press(admin, /^Прекратить/);
    await admin.getByText('распоряжение № 15-р').waitFor({ state: 'detached' });
    await eventually(async () => !(await may(steps.login(DEPUTY), 'signResponse')) || undefined, 5_000);
  });

  it('the administrator adds the days off that a decree moved; what is wrong is shown at its day', async () => {
    const admin = await windows.desk('admin', 'administration/calendar');
    const item = admin.locator('.cal-years > li', { hasText: '2028' });
    await item.getByText('пока без переносов выходных').waitFor();
    await item.getByRole('button', { name: /^Добавить переносы/ }).click();
    const form = admin.locator('form');
    await form.getByLabel('Постановление, с датой и номером').fill('Постановление Правительства РФ от 01.10.2027 № 1');
    await form.getByLabel('День 1', { exact: true }).fill('2028-12-30');
    await form.getByRole('button', { name: 'Сохранить' }).click();
    await form.locator('.cal-day', { hasText: 'Этот день и так такой' }).waitFor();
    await windows.examine(admin);
    await form.getByLabel('День 1', { exact: true }).fill('2028-12-29');
    await form.getByRole('button', { name: 'Сохранить' }).click();
    await admin.getByText('Переносы 2028 года сохранены').waitFor();
    await item.getByText('29.12.2028').waitFor();
    expect(windows.findings).toEqual([]);
    expect(windows.faults()).toEqual([]);
  });
});
