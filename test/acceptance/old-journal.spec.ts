import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needing, xlsxFile, type MadeCell } from '@otklik/testing';
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
import { startWorld, type World } from '../world/world.js';

const FOUND = `query ($district: String!, $query: String!) {
  search(districts: [$district], query: $query, first: 5) { nodes { row { number state } } }
}`;
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const entry = (at: number): readonly MadeCell[] => [
  at,
  at % 3 === 0 ? { serial: 45_660 + (at % 300) } : `${String((at % 28) + 1).padStart(2, '0')}.0${(at % 9) + 1}.25г.`,
  `Семёнова Л. И. ${at}`,
  `Зимник до Чагды\nне чищен, ${at}`,
  at % 2 === 0 ? 'Дороги' : 'ветхое?',
  at === 15 ? 'Охлопков/Ли' : 'Ли В. В.',
  '',
  'меры приняты',
];

/** Two lines of heads with merged cells, days as text and as Excel keeps them, cells of two lines, a day that is none, a number twice. */
function journal(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, at) => entry(at + 1));
  rows[6] = rows[6]!.with(1, '31.02.2025');
  rows[11] = rows[11]!.with(0, 10);
  const heads = [
    ['Журнал обращений граждан за 2025 год'],
    ['Обращение', null, 'Заявитель', 'Содержание', 'Тематика', 'Исп.', 'Снято', 'Результат'],
    ['№ п/п', 'дата'],
  ];
  return xlsxFile([{ name: '2025', rows: [...heads, ...rows], merged: ['A1:H1', 'A2:B2', 'C2:C3', 'D2:D3'] }]);
}

needing(missingBrowser, () => {
  describe('an old journal', () => {
    let world: World;
    let browser: Browser;
    let window: Window;
    let page: Page;

    beforeAll(async () => {
      [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
      window = await openWindow(browser, world.url);
      page = window.page;
      page.setDefaultTimeout(15_000);
      await signIn(page, 'aldan.admin');
      await page.goto('/desk/aldan/board');
      await page.getByRole('link', { name: 'Загрузка журнала' }).click();
      await page.locator('button', { hasText: 'Выбрать файл' }).waitFor();
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await world?.stop();
    });

    const upload = (bytes: Uint8Array, name = 'Журнал 2025.xlsx') =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    const seen = async (name: string): Promise<void> => {
      expect(await accessibilityFindings(page)).toEqual([]);
      await picture(page, name);
      await page.emulateMedia({ colorScheme: 'dark' });
      await picture(page, `${name}.dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      const size = page.viewportSize()!;
      await page.setViewportSize({ width: 390, height: 800 });
      await picture(page, `${name}.phone`);
      await page.setViewportSize(size);
    };
    const press = (name: RegExp) => page.getByRole('button', { name }).click();

    it('that cannot be read says what is to be mended, and where', async () => {
      const more = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
      await upload(xlsxFile([{ name: '2025', rows: [['№', 'Дата']], more }]));
      await page.getByText('Лист «2025»: ячейка A1048576 далеко от таблицы').waitFor();
      await seen('old-journal-refused');
    }, 60_000);

    it('has its columns recognised, which are changed by hand, and a trial with faults by row and column', async () => {
      await upload(journal(40));
      const topic = page.getByRole('combobox', { name: /Тематика/ });
      await topic.waitFor();
      expect(await topic.inputValue()).toBe('TOPIC');
      await seen('old-journal-columns');
      await topic.selectOption('NONE');
      await page.getByRole('heading', { name: 'Замечания, 3' }).waitFor();
      await topic.selectOption('TOPIC');
      await press(/^Сделать пробу/);
      await page.getByText('31.02.2025').waitFor();
      await page.getByText('этот номер в этом году уже есть выше (лист «2025», строка 13)').waitFor();
      await page.getByText(/^Строки 4, 6, 8.* и ещё \d+, E:$/).waitFor();
      const saved = page.waitForEvent('download');
      await press(/^Сохранить замечания/);
      expect((await saved).suggestedFilename()).toBe('Замечания к журналу.csv');
      await seen('old-journal-trial');
    }, 60_000);

    it('is taken in with its numbers, shown in its parity, and found', async () => {
      await press(/^Загрузить, 38/);
      await page.getByRole('heading', { name: 'Сверка: файл и система' }).waitFor();
      await page.getByText('По месяцам сходится всё.').waitFor();
      await seen('old-journal-parity');
      const { data } = await world.ask(FOUND, { district: 'aldan', query: 'Чагды' }, { as: 'aldan.head' });
      expect(JSON.stringify(data)).toContain('CLOSED_BY_OLD_JOURNAL');
    }, 60_000);

    it('is not taken in twice', async () => {
      await press(/^Загрузить другой файл/);
      await upload(journal(40));
      await press(/^Сделать пробу/);
      await page.getByText('второй раз не загружаются').waitFor();
      expect(await page.getByRole('button', { name: /^Загрузить, 0/ }).isDisabled()).toBe(true);
      await press(/^Другой файл/);
    }, 60_000);

    it('is taken back as a whole, with the reason in the list', async () => {
      await page.getByRole('link', { name: /загружено 38/ }).click();
      await press(/^Убрать 38/);
      await page.getByLabel('Почему').fill('не тот лист');
      await picture(page, 'old-journal-take-back');
      expect(await accessibilityFindings(page)).toEqual([]);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Убрать/ })
        .click();
      await page.getByText('убран: не тот лист').waitFor();
    }, 60_000);
  });
});
