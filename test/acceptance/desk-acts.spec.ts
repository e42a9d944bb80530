import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, handInTurn, pressings } from '../world/case-windows.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

/** Acts of the card that are rare, each pressed on it. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const ofType = (history: Card['history'], sought: string) => history.filter(({ type }) => type === sought);
  const seen = (id: string, until: (card: Card) => boolean) => steps.cardWhen(id, steps.login('coordinator'), until);

  describe.each(Object.entries(pressings))('by %s', (name, by) => {
    const journey = handInTurn(name);
    let windows: CaseWindows;
    beforeAll(() => {
      windows = new CaseWindows(browser, world.url, 'aldan', by);
    });
    afterAll(() => windows.close());

    const questionRow = (page: Page, ordinal: number) => page.locator('.qs tbody tr').nth(ordinal - 1);

    journey('a text is split; its first part is routed anew, the parts are merged, and both are undone', async () => {
      const parts = [`По улице бегает стая собак, ${name}.`, 'Дорога размыта, автобус не проходит.'];
      const text = `1. ${parts[0]}\n2. ${parts[1]}`;
      const { receipt } = await steps.registered(text, { name: 'Зоя Седых' });
      const page = await windows.desk('coordinator', `card/${receipt.id}`);
      const dialog = await windows.dialog(page, /^Разделить на вопросы/);
      expect(await dialog.getByRole('textbox').nth(1).inputValue()).toBe(parts[1]);
      // The rules know the road by the first part too, which the coordinator mends before the split.
      await dialog.getByRole('textbox').first().fill(parts[0]!);
      await windows.submit(dialog);
      await questionRow(page, 2).waitFor();
      await seen(receipt.id, ({ row }) => row.questions.filter(({ response }) => response).length === 2);
      await windows.examine(page);

      await windows.press(page, /^Присоединить вопрос 2/);
      await questionRow(page, 2).getByText('объединён с вопросом 1').waitFor();
      await by.press(questionRow(page, 2).getByRole('link'));
      await page.locator('.reply', { hasText: 'рассматривают вместе с вопросом 1' }).waitFor();
      await windows.examine(page);
      await windows.press(page, /^Отменить объединение/);
      await questionRow(page, 2)
        .getByText(/без отдела|в отделе/)
        .waitFor();
      await by.press(questionRow(page, 1).getByRole('link'));
      await windows.press(page, /^Отменить разделение/);
      await questionRow(page, 2)
        .getByText(/прекращён|объединён с вопросом 1/)
        .waitFor();
      await windows.examine(page);
    });

    journey('a part whose topic was chosen by the whole text is offered its own', async () => {
      const text = `Во дворе яма, и не горит фонарь, ${name}.`;
      const { receipt } = await steps.registered(text, { name: 'Зоя Седых' });
      const { row } = await seen(receipt.id, (card) => card.row.questions[0]?.response?.id !== undefined);
      const [{ id, version: expectedVersion, ...question }] = row.questions as [Card['row']['questions'][0]];
      const isRoad = (question['topic'] as { code: string }).code === 'dorogi';
      const split = isRoad ? ['Не горит фонарь.', 'Во дворе яма.'] : ['Во дворе яма.', 'Не горит фонарь.'];
      await steps.must('splitQuestion', 'coordinator', { id, expectedVersion, parts: split });
      await seen(receipt.id, (card) => card.row.questions.length === 2);
      const page = await windows.desk('coordinator', `card/${receipt.id}`);
      await page.getByText('По этой части правила района предлагают').waitFor();
      await windows.examine(page);
      await windows.press(page, /^Перевести$/);
      await page.getByText('По этой части правила района предлагают').waitFor({ state: 'detached' });
      const after = await seen(receipt.id, (card) => card.row.questions[0]!.version > expectedVersion + 1);
      expect(after.row.questions[0]!['topic']).not.toEqual(question['topic']);
    });

    /** 59-FZ art. 8(6). */
    journey('whom it complains of is noted', async () => {
      const { receipt } = await steps.registered(`Энергосбыт не отвечает, ${name}.`, { name: 'Зоя Седых' });
      const page = await windows.desk('registrar', `card/${receipt.id}`);
      const dialog = await windows.dialog(page, /^На кого жалоба/);
      const body = dialog.getByRole('checkbox').last();
      await by.choose(body);
      await windows.submit(dialog);
      await page.getByText(/^Жалоба на: /).waitFor();
      await windows.examine(page);
    });

    journey('a signature is taken back while the letter has not gone, and the executor reads why', async () => {
      const contact = '+7 914 000-33-44';
      const { receipt, card } = await steps.registered(`Яма у школы, ${name}.`, { name: 'Зоя Седых', contact });
      await steps.answered(card, 'Яму засыпят.');
      await seen(receipt.id, ({ notices }) => notices.some(({ kind }) => kind === 'ANSWERED'));
      const page = await windows.desk('signatory', `card/${receipt.id}`);
      const dialog = await windows.dialog(page, /^Отозвать подпись/);
      await dialog.getByRole('textbox').fill('Назван не тот дом.');
      await windows.submit(dialog);
      await page.getByText('подпись отозвана').first().waitFor();
      await windows.examine(page);
      const now = await seen(receipt.id, ({ row }) => row.questions[0]?.response?.state === 'SENT_BACK');
      expect(now.row.questions[0]).toMatchObject({ state: 'IN_WORK' });
      const executor = await windows.desk('executor', `card/${receipt.id}`);
      await executor.getByText('Назван не тот дом.').first().waitFor();
      await windows.examine(executor);
    });

    journey('an assignment and a correction are taken back at once, and the history keeps both', async () => {
      const { receipt } = await steps.registered(`Яма у клуба, ${name}.`, { name: 'Зоя Седых' });
      await seen(receipt.id, ({ row }) => row.questions[0]?.state === 'ROUTED');
      const page = await windows.desk('coordinator', `card/${receipt.id}`);
      // The form of the next step is on the card; its act leads there.
      await windows.press(page, /^Исполнитель/);
      const assigning = page.getByRole('region', { name: 'Резолюция и поручение' });
      const executors = assigning.getByRole('combobox').first();
      await executors.selectOption((await executors.locator('option').nth(1).getAttribute('value'))!);
      await windows.submit(assigning);
      await windows.press(page, /^Отменить: Исполнитель/);
      const before = await seen(receipt.id, ({ history }) => ofType(history, 'ASSIGNMENT_TAKEN_BACK').length === 1);
      expect(before.row.questions[0]).toMatchObject({ state: 'ROUTED', executor: null });

      const correcting = await windows.dialog(page, /^Исправить суть/);
      await correcting.getByRole('textbox').first().fill('Яма у сельского клуба');
      await correcting.locator('input[name=reason]').fill('Назвали по телефону.');
      await windows.submit(correcting);
      await page.getByText('Яма у сельского клуба').first().waitFor();
      await windows.press(page, /^Отменить: Исправить суть/);
      await seen(receipt.id, ({ history }) => ofType(history, 'DETAILS_CORRECTED').length === 2);
      // The history keeps both; the card has the former gist.
      await page.locator('.sheet-gist', { hasText: 'Яма у сельского клуба' }).waitFor({ state: 'detached' });
      await windows.examine(page);
    });

    journey('a registration that was made twice is struck, and its number leads to the other', async () => {
      const first = await steps.registered(`Не вывозят мусор, ${name}.`, { name: 'Зоя Седых' });
      const second = await steps.registered(`Не вывозят мусор, ${name}, второе.`, { name: 'Зоя Седых' });
      const number = String(first.card.row['number']);
      const page = await windows.desk('head', `card/${second.receipt.id}`);
      const dialog = await windows.dialog(page, /^Регистрация ошибочна/);
      await by.choose(dialog.getByLabel('Зарегистрировано дважды'));
      await dialog.getByRole('combobox').fill(number);
      await dialog.getByRole('textbox').last().fill('То же письмо.');
      await windows.submit(dialog);
      await page.locator('.sheet').getByRole('link', { name: number }).first().waitFor();
      await page.locator('.reply', { hasText: 'Регистрация ошибочна' }).waitFor();
      await seen(second.receipt.id, ({ row }) => row.state === 'STRUCK');
      await windows.examine(page);
    });

    journey(
      'an addition after the answer is acknowledged; another consideration is refused with a reason',
      async () => {
        const { receipt, card } = await steps.registered(`Фонарь на площади, ${name}.`);
        await steps.answered(card, 'Фонарь заменят.');
        await seen(receipt.id, ({ row }) => row.state === 'ANSWERED');
        const resident = await windows.follow(receipt);
        await windows.press(resident, /^Дополнить/);
        await resident.locator('textarea[name=text]').fill('Погас и второй.');
        await windows.press(resident, /^(Отправить|Дополнить)/);
        await resident.getByText('Погас и второй.').waitFor();
        const page = await windows.desk('controller', `card/${receipt.id}`);
        await page.getByText('Погас и второй.').waitFor();
        await windows.examine(page);
        await windows.press(page, /^Дополнение прочитано/);
        await page.getByRole('button', { name: 'Дополнение прочитано' }).waitFor({ state: 'detached' });

        await windows.press(resident, /попросить ещё раз/i);
        await resident.locator('textarea[name=text]').fill('Не заменили.');
        await windows.press(resident, /попросить ещё раз/i);
        await seen(receipt.id, ({ row }) => row.state === 'REOPEN_REQUESTED');
        const dialog = await windows.dialog(page, /^Отказать в доработке/);
        await dialog.getByRole('textbox').fill('Срок замены не прошёл.');
        await windows.submit(dialog);
        await page.getByText('Отказано', { exact: false }).first().waitFor();
        await windows.examine(page);
      },
    );

    journey('a form says at its field what it lacks, goes there, and Escape closes it alone', async () => {
      const { receipt } = await steps.registered(`Скользко у школы, ${name}.`, { name: 'Зоя Седых' });
      const page = await windows.desk('head', `card/${receipt.id}`);
      const dialog = await windows.dialog(page, /^Оставить без ответа/);
      const focused = () => page.locator(':focus').getAttribute('name');
      await by.press(dialog.locator('button[type=submit]'));
      await dialog.getByText('Выберите.').waitFor();
      expect(await focused()).toBe('ground');
      await windows.examine(page);
      await dialog.locator('select').selectOption('PUBLISHED');
      await dialog.getByText('Выберите.').waitFor({ state: 'detached' });
      await dialog.locator('input[name=address]').fill('aldan');
      await by.press(dialog.locator('button[type=submit]'));
      await dialog.getByText('Нужен адрес целиком').waitFor();
      expect(await focused()).toBe('address');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(page.url()).toContain(receipt.id);
    });

    it('meets WCAG 2.2 AA on every screen, and raises no error in any window', () => {
      expect(windows.findings).toEqual([]);
      expect(windows.faults()).toEqual([]);
    });
  });
});
