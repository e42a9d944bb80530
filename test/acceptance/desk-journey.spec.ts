import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, isNight, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import {
  chooseBeginning,
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  closeWindows,
  openWindow,
  PHONE,
  signIn,
  type Window,
} from '../world/browser.js';
import { startWorld, type World } from '../world/world.js';

/** A press of a button or link with the mouse, or of the key that is shown beside its word. */
type Hand = (page: Page, word: RegExp, key: string) => Promise<void>;

const control = (page: Page, word: RegExp) => page.locator('a, button').filter({ hasText: word }).first();

const hands: Readonly<Record<string, Hand>> = {
  mouse: (page, word) => control(page, word).click(),
  keyboard: async (page, word, key) => {
    // The key does what its button does, so the button has to be there.
    await control(page, word).waitFor();
    await page.keyboard.press(key);
  },
};

needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  // Each commit by the keyboard, under which the buttons have to be there; the night by the mouse, too.
  const perCommit = Object.entries(hands).filter(([name]) => isNight || name === 'keyboard');
  describe.each(perCommit)('an answer in six windows, by %s', (name, press) => {
    const windows: Window[] = [];
    const text = `Возле школы на улице Быкова не горит ни один фонарь, дети идут в темноте. Проверка: ${name}.`;
    const answer = `Повреждён кабель, его заменили вчера. Освещение работает, проверено вечером на месте: ${name}.`;
    const seen = { number: '', code: '', registered: '' };

    afterEach(() => closeWindows(windows));

    async function window(options = {}): Promise<Page> {
      const opened = await openWindow(browser, world.url, options);
      windows.push(opened);
      return opened.page;
    }

    async function desk(role: string, path: string): Promise<Page> {
      const page = await window();
      await signIn(page, `aldan.${role}`, `/desk/aldan/${path}`);
      return page;
    }

    const findings: string[] = [];
    /** Asserted at the end, so that a finding on one screen does not hide the other screens. */
    const examine = async (page: Page) => void findings.push(...(await accessibilityFindings(page)));
    const open = (page: Page, of: string) => page.locator('.msg', { hasText: of }).getByRole('button').first().click();

    it('begins with a message from a phone', async () => {
      const page = await window({ size: PHONE });
      await page.goto('/aldan/write');
      await examine(page);
      await page.locator('textarea[name=text]').fill(text);
      await page.locator('[name=settlement]').selectOption({ label: 'г. Алдан' });
      await page.locator('[name=name]').fill('Анна Лазарева');
      await page.locator('[name=consent]').check();
      await page.getByRole('button', { name: 'Отправить' }).click();
      seen.number = (await page.locator('#number').textContent())!.trim();
      seen.code = (await page.locator('#code').textContent())!.trim();
      await examine(page);
      expect(seen.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    });

    it('is taken up by the moderator', async () => {
      const page = await desk('moderator', 'moderation');
      await open(page, `Проверка: ${name}`);
      await examine(page);
      await press(page, /Взять в работу/, 'KeyY');
      await page.getByText('взято в работу', { exact: true }).waitFor();
    });

    it('gets its number from the registrar', async () => {
      const page = await desk('registrar', 'registration');
      await open(page, `Проверка: ${name}`);
      await examine(page);
      await press(page, /^Зарегистрировать ?Y$/, 'KeyY');
      await page
        .getByText(/зарегистрировано/)
        .first()
        .waitFor();
    });

    it('is given to an executor by the coordinator', async () => {
      const page = await desk('coordinator', 'list/unassigned');
      await page
        .getByRole('row', { name: /не горит ни один фонарь/ })
        .first()
        .click();
      await examine(page);
      await press(page, /^(Назначить и|И)сполнител/, 'KeyA');
      const dialog = page.getByRole('dialog');
      await chooseBeginning(dialog.getByRole('combobox'), 'Дмитрий Охлопков');
      await dialog.getByRole('button', { name: /Назначить/ }).click();
      await dialog.waitFor({ state: 'detached' });
    });

    it('is answered by the executor, with the letter beside the text', async () => {
      const page = await desk('executor', 'list/mine');
      await page
        .getByRole('row', { name: /не горит ни один фонарь/ })
        .first()
        .click();
      await press(page, /^Открыть/, 'Enter');
      await page.getByLabel('Текст ответа').fill(answer);
      await page.getByLabel('Итог').selectOption({ label: 'Меры приняты' });
      await page.getByText('черновик сохранён').waitFor();
      await page.getByText(answer).nth(1).waitFor();
      await examine(page);
      await press(page, /^На согласование/, 'Control+Enter');
      await page.getByText('Отправлено на согласование.').waitFor();
    });

    it('is approved and signed', async () => {
      const approver = await desk('approver', 'approval');
      await approver.locator('.msg').first().getByRole('button').first().click();
      await approver.locator('.draft-sheet img').first().waitFor();
      await examine(approver);
      await press(approver, /^Согласовать ?Y$/, 'KeyY');
      await approver.getByText('согласовано').first().waitFor();
      const executor = await desk('executor', 'board');
      await executor.getByText('У вашей роли нет права на этот раздел').waitFor();
      await examine(executor);
      // The approver's list, by its address, says whose it is and leads to the signatory's own.
      const signatory = await desk('signatory', 'approval');
      await signatory.getByText('Этот список ведёт согласующий').waitFor();
      const letter = Promise.withResolvers<void>();
      await signatory.route('**/graphql', async (route) => {
        const asked = route.request().postData() ?? '';
        if (asked.includes('OutgoingLetter')) await letter.promise;
        // No sheet can be drawn: the letter is there as text, and the decision does not wait.
        const errors = [{ message: 'unavailable', extensions: { code: 'UNAVAILABLE' } }];
        await (asked.includes('DraftSheet') ? route.fulfill({ json: { data: null, errors } }) : route.continue());
      });
      await signatory.getByRole('link', { name: 'Открыть свой список: На подписи' }).click();
      await signatory.locator('.msg').first().getByRole('button').first().click();
      // Nothing is signed before the letter is on the screen.
      await signatory.getByText('Сначала должно загрузиться письмо').waitFor();
      await signatory.keyboard.press('KeyY');
      expect(await signatory.getByRole('button', { name: 'Подписать', exact: true }).isDisabled()).toBe(true);
      expect(await signatory.getByText('подписано').count()).toBe(0);
      await examine(signatory);
      letter.resolve();
      await signatory.getByText('Лист сделать не удалось').waitFor();
      await signatory.getByText(answer).first().waitFor();
      await press(signatory, /^Подписать ?Y$/, 'KeyY');
      await signatory
        .getByText(/подписано/)
        .first()
        .waitFor();
    });

    it('reaches the resident, who rates it', async () => {
      const page = await window({ size: PHONE });
      await page.goto('/aldan/follow');
      await page.locator('[name=number]').fill(seen.number);
      await page.locator('[name=code]').fill(seen.code);
      await page.locator('main form button').first().click();
      await page.getByText(answer).waitFor();
      // The answer and the end of the appeal are facts of two services: the page may show the first before the second.
      await eventually(async () => {
        if (await page.locator('#score-5').isVisible()) return true;
        await page.reload();
        return undefined;
      });
      await examine(page);
      await page.locator('#score-5').check();
      await page.getByRole('button', { name: 'Оценить' }).click();
      await page
        .getByText(/Спасибо|5/)
        .first()
        .waitFor();
    });

    it('meets WCAG 2.2 AA on every screen, and raises no error in any window', () => {
      expect(findings).toEqual([]);
      expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
    });
  });
});
