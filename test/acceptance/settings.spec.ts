import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
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

const FILE = `query ($district: String!) { districtFile(district: $district) { text version } }`;
const DIFFERENCES = `query ($district: String!, $text: String!, $inWork: String) {
  districtFileDifferences(district: $district, text: $text, inWork: $inWork) { faults { message } }
}`;
const IN_WORK = `query ($district: String!) { settingsInWork(district: $district) { pass } }`;
const TRIAL = `query ($district: String!, $text: String!) { rulesTrial(district: $district, text: $text) { received } }`;
const APPLY = `mutation ($input: ApplyDistrictFileInput!) {
  applyDistrictFile(input: $input) { __typename ... on Refusal { code } }
}`;

interface Faulty {
  readonly faults: readonly { readonly message: string }[];
}

/** An administrator changes departments and topics by forms; the file keeps its comments, and the change is undone by one press. */
needing(missingBrowser, () => {
  describe('settings by forms', () => {
    let world: World;
    let browser: Browser;
    let window: Window;
    let page: Page;

    beforeAll(async () => {
      [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
      window = await openWindow(browser, world.url);
      page = window.page;
      page.setDefaultTimeout(10_000);
      await signIn(page, 'aldan.admin');
      await page.goto('/desk/aldan/board');
      await page.getByRole('link', { name: 'Настройки района' }).click();
      await page.getByRole('heading', { name: /^Отделы/ }).waitFor();
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await world?.stop();
    });

    const file = async () => {
      const { data } = await world.ask(FILE, { district: 'aldan' }, { as: 'aldan.admin' });
      return data!['districtFile'] as { readonly text: string; readonly version: number };
    };
    const elsewhere = async (text: string, expectedVersion: number, inWork?: string) => {
      const input = { district: 'aldan', key: randomUUID(), text, expectedVersion, inWork };
      const { data } = await world.ask(APPLY, { input }, { as: 'aldan.admin' });
      return data!['applyDistrictFile'] as { readonly code?: string };
    };
    const choose = (name: string) => page.locator('.grid').getByRole('button', { name }).click();
    const seen = async (name: string): Promise<void> => {
      await picture(page, name);
      expect(await accessibilityFindings(page)).toEqual([]);
    };

    it('show what a department is used by, and change its name in its line of the file alone', async () => {
      const before = await file();
      await choose('Отдел опеки и попечительства');
      const form = page.getByRole('complementary');
      await form.getByText('Сюда идут темы').waitFor();
      expect(await form.getByRole('button', { name: 'Убрать', exact: true }).count()).toBe(0);
      await seen('settings-departments');
      await form.getByLabel('Полное название').fill('Отдел опеки');
      await page.getByText('Изменено: 1.').waitFor();
      await page.getByRole('button', { name: /^Посмотреть изменения/ }).click();
      await page.locator('.change ins', { hasText: 'Отдел опеки' }).waitFor();
      await seen('settings-changes');
      await page.getByRole('button', { name: /^Применить/ }).click();
      await page.getByText(`Применено. Действует версия ${before.version + 1}.`).waitFor();
      const after = await file();
      expect(after.text).toBe(before.text.replace('Отдел опеки и попечительства', 'Отдел опеки'));
    }, 60_000);

    it('say a mistake at its field, and apply nothing while there is one', async () => {
      await page.getByRole('navigation', { name: 'Раздел настроек' }).getByRole('link', { name: /^Темы/ }).click();
      await choose('Отопление');
      const name = page.getByLabel('Название для жителей');
      await name.fill('');
      await page.getByText('Применить нельзя: 1 ошибка.').waitFor();
      expect(await name.getAttribute('aria-invalid')).toBe('true');
      await seen('settings-topic-fault');
      await name.fill('Тепло в домах');
      await page.getByText('Изменено: 1.').waitFor();
      await page.getByRole('button', { name: /^Отменить изменения/ }).click();
    }, 60_000);

    it('add a topic with a code that is found by words, and a question', async () => {
      await page.getByRole('button', { name: /^Новая тема/ }).click();
      await page.getByLabel('Название', { exact: true }).fill('Спорт');
      await page.getByRole('button', { name: /^Добавить/ }).click();
      await page.getByRole('combobox', { name: 'Отдел' }).selectOption('obrazovanie');
      await page.getByRole('button', { name: 'Добавить вопрос' }).click();
      await page.getByLabel('Вопрос 1', { exact: true }).fill('Где?');
      await page.getByLabel('Ответы на вопрос 1').fill('Во дворе / В школе');
      await page.getByLabel('Найти код по словам').fill('спорт');
      await page.locator('.settings-found button').first().click();
      await page.getByText('Изменено: 1.').waitFor();
      await seen('settings-topic');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: /^Применить/ }).click();
      await page.getByText(/^Применено\. Действует версия/).waitFor();
      expect((await file()).text).toMatch(
        / {2}- code: sport\n {4}name: Спорт\n {4}department: obrazovanie\n {4}questions: \[.*Во дворе, В школе.*\]\n {4}classifier: \[/,
      );
    }, 60_000);

    it('are restored by one press, and show who changed what', async () => {
      const { version } = await file();
      await page.getByRole('link', { name: /^Версии/ }).click();
      await page.locator('.change ins', { hasText: 'Спорт' }).waitFor();
      await page.getByText('Кирилл Захаров').first().waitFor();
      await seen('settings-versions');
      await page.getByRole('button', { name: `Вернуть версию ${version - 1}` }).click();
      await page.getByRole('heading', { name: `Версия ${version + 1}` }).waitFor();
      expect((await file()).text).not.toContain('code: sport');
    }, 60_000);

    it('are not applied over what another administrator changed meanwhile', async () => {
      await page.getByRole('link', { name: /^Отделы/ }).click();
      await choose('Управление образования');
      await page.getByLabel('Полное название').fill('Управление школ');
      await page.getByText('Изменено: 1.').waitFor();
      const { text, version } = await file();
      const other = text.replace('Отдел дорог и транспорта', 'Отдел дорог');
      await elsewhere(other, version);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: /^Применить/ }).click();
      await page.getByText(`вступила в силу версия ${version + 1}`).waitFor();
      await seen('settings-overtaken');
      expect((await file()).text).toBe(other);
      await page.getByRole('button', { name: /^Открыть новую версию/ }).click();
      await page.locator('.grid').getByText('Отдел дорог', { exact: true }).waitFor();
    }, 60_000);

    it('show rules as sentences, keep a rule from its faults, and take settlements in as a list', async () => {
      await page.getByRole('link', { name: /^Правила направления/ }).click();
      await page
        .locator('.grid')
        .getByText('Если в тексте есть «зимник» или «дорога», место: с. Чагда, с. Кутана')
        .waitFor();
      await page.getByLabel('Если в тексте есть любое из').fill('зимник\nдорога\nпереправа');
      await page.getByText('Изменено: 1.').waitFor();
      await seen('settings-rules');
      await page.getByRole('button', { name: /^Отменить изменения/ }).click();
      await page.getByRole('button', { name: /^Новое правило/ }).click();
      await page.getByLabel('Слово или слова, по которым узнать').fill('каток');
      await page.getByRole('button', { name: /^Добавить/ }).click();
      await page.getByText(/^Применить нельзя/).waitFor();
      expect(await page.getByRole('combobox', { name: 'то тема' }).getAttribute('aria-invalid')).toBe('true');
      await seen('settings-rule-faults');
      await page.getByRole('button', { name: /^Отменить изменения/ }).click();
      await page.getByRole('link', { name: /^Населённые пункты/ }).click();
      await page.getByRole('button', { name: /^Добавить списком/ }).click();
      await page.getByLabel('Список: по одному на строке').fill('с. Новое; 58,1; 125,2\nс. Кутана\nс. Дальнее');
      await page.getByRole('button', { name: /^Добавить Enter/ }).click();
      await page.getByText('Изменено: 2.').waitFor();
      await seen('settings-settlements');
      await page.getByRole('button', { name: /^Отменить изменения/ }).click();
    }, 60_000);

    it('show what changed rules would have done with the appeals of 90 days, before they are applied', async () => {
      const { version } = await file();
      const steps = new Steps(world, 'aldan');
      const received = async () => {
        const { text } = await file();
        const { data } = await world.ask(TRIAL, { district: 'aldan', text }, { as: 'aldan.admin' });
        return (data!['rulesTrial'] as { readonly received: number }).received;
      };
      const known = await received();
      for (const text of ['Батареи ледяные, отопление так и не дали', 'Котельная не топит, отопления нет'])
        await steps.mutate('submitAppeal', { text });
      await eventually(async () => (await received()) === known + 2 || undefined);
      await page.getByRole('link', { name: /^Правила направления/ }).click();
      await page.locator('.grid').getByRole('button', { name: 'Если в тексте есть «отопление»' }).click();
      await page.getByRole('combobox', { name: 'и отдел' }).selectOption('opeka');
      await page.getByText('Изменено: 1.').waitFor();
      await page.getByRole('button', { name: /^Посмотреть изменения/ }).click();
      const trial = page.getByRole('region', { name: 'На прошлых обращениях' });
      await trial.getByText(/^Из \d+ обращени\S+, поступивших с \d\d\.\d\d\.\d{4}, \d+ пош/).waitFor();
      const row = trial.getByRole('row', { name: /Управление жилищно.*Отдел опеки/ });
      expect(Number(await row.getByRole('cell').last().textContent())).toBe(2);
      await seen('settings-trial');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: /^Применить/ }).waitFor();
      await seen('settings-trial-phone');
      await page.setViewportSize({ width: 1366, height: 820 });
      await page.getByRole('button', { name: /^Отменить изменения/ }).click();
      expect((await file()).version).toBe(version);
    }, 60_000);

    const part = (name: string) =>
      page.getByRole('navigation', { name: 'Раздел настроек' }).getByRole('link', { name }).click();
    const group = (name: string) => page.getByRole('group', { name, exact: true });
    const linesCome = (before: string, after: string) =>
      after.split('\n').filter((line) => !before.split('\n').includes(line));

    it('set terms, the working day and days of the district, with the mistake at its field', async () => {
      const before = await file();
      await part('Сроки и календарь');
      const term = group('Ответить на обращение по 59-ФЗ').getByLabel('Свой срок');
      await term.fill('35');
      await page.getByText('Применить нельзя: 1 ошибка.').waitFor();
      expect(await term.getAttribute('aria-invalid')).toBe('true');
      await group('Ответить на обращение по 59-ФЗ')
        .getByText(/^Закон даёт меньше/)
        .waitFor();
      await seen('settings-terms-fault');
      await term.fill('28');
      await group('Рабочий день').getByLabel('До', { exact: true }).first().fill('17:00');
      await page.getByRole('button', { name: 'Добавить день' }).click();
      const day = group('Дни района').getByRole('group').last();
      await day.getByLabel('День').fill('2026-09-27');
      await day.getByLabel('Название').fill('День государственности');
      await page.getByText('Изменено: 3.').waitFor();
      await page.getByRole('button', { name: /^Посмотреть изменения/ }).click();
      await seen('settings-terms');
      await page.getByRole('button', { name: /^Применить/ }).click();
      await page.getByText(`Применено. Действует версия ${before.version + 1}.`).waitFor();
      expect(linesCome(before.text, (await file()).text)).toEqual([
        '  APPEAL_59FZ: { rule: ANS, term: 28 }',
        expect.stringContaining("to: '17:00'"),
        '    - { date: 2026-09-27, kind: OFF, name: День государственности }',
      ]);
    }, 60_000);

    it('set how long cases are kept, and what pages and letters say, each in its line of the file alone', async () => {
      const before = await file();
      await part('Хранение');
      const kept = group('Сообщения');
      await kept.getByLabel('Хранить, месяцев').fill('24');
      await page.getByText('Применить нельзя: 1 ошибка.').waitFor();
      expect(await kept.getByLabel('Основание').getAttribute('aria-invalid')).toBe('true');
      await seen('settings-retention-fault');
      await kept.getByLabel('Основание').fill('Номенклатура дел');
      await page.getByText('Изменено: 1.').waitFor();
      await seen('settings-retention');
      await part('Публикация');
      await page.getByLabel('Часы приёма').fill('ежедневно');
      await page.getByText('Изменено: 2.').waitFor();
      await seen('settings-publishing');
      await part('Бланк и письма');
      await page.getByLabel('Уведомления и сопроводительные подписывает').selectOption({ label: 'Ольга Неустроева' });
      await page.getByLabel('ОКПО').fill('12345678');
      await page.getByText('Изменено: 4.').waitFor();
      await page.getByText('Так рисуется и отправляемое письмо.').waitFor({ timeout: 30_000 });
      await page.getByAltText('Образец письма на бланке района, лист 1 из 1').waitFor();
      await seen('settings-letterhead');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: /^Применить/ }).click();
      await page.getByText(`Применено. Действует версия ${before.version + 1}.`).waitFor();
      const { text } = await file();
      expect(linesCome(before.text, text)).toEqual([
        '  hours: ежедневно',
        "    okpo: '12345678'",
        expect.stringMatching(/^ {2}noticesSignedBy: aldan\./),
        '  retention: { SOCIAL_MESSAGE: { months: 24, source: Номенклатура дел } }',
      ]);
      await part('Хранение');
      await kept.getByLabel('Хранить, месяцев').fill('');
      await kept.getByLabel('Основание').fill('');
      await page.getByText('Изменено: 1.').waitFor();
      await page.getByRole('button', { name: /^Отменить изменения/ }).click();
    }, 60_000);

    it('keep a department that open questions have, also where it is taken out of the file as text', async () => {
      const { text, version } = await file();
      const without = text
        .replace(/ {2}- \{ code: zhkh, name: [^}]*\}\n/, '')
        .replaceAll('department: zhkh', 'department: opeka');
      const asked = async <Answer>(query: string, field: string, more: object = {}): Promise<Answer> => {
        const { data } = await world.ask(query, { district: 'aldan', ...more }, { as: 'aldan.admin' });
        return data![field] as Answer;
      };
      const { pass } = await asked<{ readonly pass: string }>(IN_WORK, 'settingsInWork');
      const tried = { text: without, inWork: pass };
      const { faults } = await asked<Faulty>(DIFFERENCES, 'districtFileDifferences', tried);
      expect(faults[0]!.message).toMatch(/^«Управление жилищно-.* убрать нельзя: открытых вопросов с ним \d+\./);
      for (const given of [pass, undefined])
        expect((await elsewhere(without, version, given)).code).toBe('DISTRICT_FILE_HAS_FAULTS');
      expect((await file()).version).toBe(version);
    });

    it('say why an earlier version cannot come back', async () => {
      const { text, version } = await file();
      await elsewhere(text.replace('settlements:\n', 'settlements:\n  - { code: far, name: с. Дальнее }\n'), version);
      await new Steps(world, 'aldan').registered('Нет моста у дальней деревни', { place: { settlement: 'far' } });
      await page.goto('/desk/aldan/administration/settings?of=versions');
      await page.getByRole('button', { name: `Вернуть версию ${version}` }).click();
      await page
        .getByRole('alert')
        .filter({ hasText: '«с. Дальнее» убрать нельзя: открытых вопросов с ним 1.' })
        .waitFor();
      expect((await file()).version).toBe(version + 1);
      await seen('settings-not-restored');
    }, 60_000);

    it('are for administrators of the district alone, in the dark and on a phone, too', async () => {
      for (const [as, code] of [
        ['aldan.head', 'FORBIDDEN'],
        ['kuol.admin', 'NOT_FOUND'],
      ] as const) {
        const { errors } = await world.ask(FILE, { district: 'aldan' }, { as });
        expect([as, ...errors.map(({ extensions }) => extensions?.code)]).toEqual([as, code]);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      await seen('settings-dark');
      await page.setViewportSize({ width: 390, height: 844 });
      await seen('settings-phone');
      await part('Сроки и календарь');
      await page.getByRole('heading', { name: 'Рабочий день' }).waitFor();
      await seen('settings-terms-phone');
      await part('Бланк и письма');
      await page.getByRole('heading', { name: 'Реквизиты' }).waitFor();
      await seen('settings-letterhead-phone');
    }, 60_000);
  });
});
