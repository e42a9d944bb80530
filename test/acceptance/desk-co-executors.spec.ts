import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import { chooseBeginning, missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
import { picture } from '../world/picture.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  let windows: CaseWindows;
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

  it('a part is given, warned of while it is missing, and done; the executor passes the question on', async () => {
    const { receipt, card } = await steps.registered('В подъезде дома 5 темно, лампы нет второй месяц.');
    const [{ id, version, state }] = card.row.questions as [(typeof card.row.questions)[number]];
    const route = { id, expectedVersion: version, topic: 'drugoe', department: 'zhilye' };
    const routed = state === 'OPEN' ? await steps.must('routeQuestion', 'coordinator', route) : { version };
    const executor = await steps.officialId(steps.login('executor'));
    const moderator = await steps.official(steps.login('moderator'));
    const coExecutors = { officials: [moderator.id], departments: [] };
    await steps.must('assignExecutor', 'head', { id, expectedVersion: routed.version, executor, coExecutors });

    const coordinator = await windows.desk('coordinator', `card/${receipt.id}`);
    const dialog = await windows.dialog(coordinator, /^Соисполнители/);
    // Who was named before stays, whatever the role.
    expect(await dialog.getByLabel(moderator.name).isChecked()).toBe(true);
    const approver = await steps.official(steps.login('approver'));
    await dialog.getByLabel(approver.name).waitFor();
    await dialog.getByLabel('Павел Андреевич Ли').check();
    await dialog.getByLabel('Что готовит').fill('Справку о подрядчике по освещению.');
    await picture(coordinator, 'co-executors-dialog');
    const read = await readAgainLater(coordinator);
    await windows.submit(dialog);
    await coordinator.getByRole('status').getByText('Загружаем…').waitFor();
    await picture(coordinator, 'act-done-not-read');
    read();
    await coordinator.getByText('Ещё не готово').waitFor();
    await picture(coordinator, 'co-executors-card');
    await coordinator.getByText(moderator.name).first().waitFor();
    await coordinator.getByText('Загружаем…').waitFor({ state: 'detached' });

    const writing = await windows.desk('executor', `card/${receipt.id}`);
    await writing.getByText('Ещё не готовы части ответа: Павел Андреевич Ли').waitFor();
    await windows.examine(writing);
    await picture(writing, 'co-executors-warning');

    const list = await windows.desk('executor.roads', 'list/co-executed');
    await list.getByText('ваша часть', { exact: true }).first().waitFor();
    await list.locator('.peek').getByText('Ваша часть ответа').waitFor();
    await picture(list, 'co-executors-list');
    const helping = await windows.desk('executor.roads', `card/${receipt.id}`);
    const done = await windows.dialog(helping, /^Моя часть готова/);
    await done.getByRole('textbox').fill('Подрядчик выходит в среду.');
    await windows.submit(done);
    await helping.getByText('Подрядчик выходит в среду.').first().waitFor();

    const goesOn = await windows.desk('executor', `card/${receipt.id}`);
    await goesOn.getByText('Подрядчик выходит в среду.').first().waitFor();
    expect(await goesOn.getByText('Ещё не готовы части ответа').count()).toBe(0);
    const passing = await windows.dialog(goesOn, /^Передать в отделе/);
    await chooseBeginning(passing.getByRole('combobox'), 'Сардаана Винокурова');
    await windows.submit(passing);
    await goesOn.getByText('Передано: Дмитрий Охлопков → Сардаана Винокурова').waitFor();
    await picture(goesOn, 'passed-on');
    expect([windows.findings, windows.faults()]).toEqual([[], []]);
  });

  it('co-executors and their parts are named with the executor', async () => {
    const { receipt, card } = await steps.registered('На остановке Весенняя разбито стекло, осколки на тротуаре.');
    const [{ id, version, state }] = card.row.questions as [(typeof card.row.questions)[number]];
    const route = { id, expectedVersion: version, topic: 'drugoe', department: 'zhilye' };
    if (state === 'OPEN') await steps.must('routeQuestion', 'coordinator', route);
    await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ROUTED');
    const coordinator = await windows.desk('coordinator', `card/${receipt.id}`);
    const form = coordinator.locator('.act-form');
    // The very first act on a card that was just opened stays, whatever is loaded after it.
    await chooseBeginning(form.getByRole('combobox').first(), 'Дмитрий Охлопков');
    await form.getByText('Соисполнители и их части').click();
    await form.getByRole('checkbox', { name: 'Павел Андреевич Ли' }).check();
    await form.getByLabel('Что готовит').fill('Справку о владельце остановки.');
    await windows.examine(coordinator);
    await picture(coordinator, 'assign-with-parts');
    await windows.submit(form);
    await coordinator.getByText('Ещё не готово').waitFor();
    await coordinator.getByText('Справку о владельце остановки.').first().waitFor();
    expect([windows.findings, windows.faults()]).toEqual([[], []]);
  });
});

/** After an act the card is read again only once the answer is called. */
async function readAgainLater(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"consistentWith":"')) await promise;
    await route.continue();
  });
  return resolve;
}
