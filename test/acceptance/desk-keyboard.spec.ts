import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser, openWindow, signIn, type Window } from '../world/browser.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const focusOf = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const element = document.activeElement;
    return element.dataset.field ?? element.getAttribute('aria-label') ?? element.textContent ?? '';
  })()`);

const selectedIn = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const { value, selectionStart, selectionEnd } = document.querySelector('.reply textarea');
    return value.slice(selectionStart, selectionEnd);
  })()`);

/** Fails when the field does not get the focus. */
const hasFocus = (page: Page, field: string) => eventually(async () => (await focusOf(page)) === field || undefined);

/** No mouse, and no Tab to hunt for the place: what a press leads to has the focus. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  const windows: Window[] = [];
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function desk(role: string, path: string): Promise<Page> {
    const window = await openWindow(browser, world.url);
    windows.push(window);
    await signIn(window.page, `aldan.${role}`, `/desk/aldan/${path}`);
    return window.page;
  }

  describe('an executor with many questions', () => {
    let page: Page;
    beforeAll(async () => {
      const steps = new Steps(world, 'aldan');
      const { card } = await steps.registered('Когда откроют переправу?');
      await steps.proposed(card, 'Переправа откроется 25 мая.');
      page = await desk('executor', 'list/mine');
      await page.locator('a[data-row]').nth(1).waitFor();
    }, 60_000);

    it('opens a question and takes a template by its digit', async () => {
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Шаблон/ }).waitFor();
      await page.keyboard.press('Slash');
      await page.getByRole('dialog').waitFor();
      expect(await focusOf(page)).not.toMatch(/Закрыть/);
      await page.keyboard.press('Digit1');
      await eventually(async () => (await selectedIn(page)).startsWith('{{') || undefined);
    });

    it('cannot send a field of the template that is not filled in: each is gone to in turn', async () => {
      const filled: string[] = [];
      for (let field = await selectedIn(page); field.startsWith('{{'); field = await selectedIn(page)) {
        expect(filled).not.toContain(field);
        filled.push(field);
        await page.keyboard.type('администрация района');
        // Kept on the server with the other fields still open.
        if (filled.length === 1) await page.getByText('черновик сохранён').waitFor();
        await page.keyboard.press('Control+Enter');
      }
      expect(filled.length).toBeGreaterThan(0);
      await page.getByText('Отправлено на согласование.').waitFor();
    });

    it('finds in another browser what it has sent, not an older draft', async () => {
      const other = await openWindow(browser, world.url);
      windows.push(other);
      await signIn(other.page, 'aldan.executor', new URL(page.url()).pathname);
      const text = other.page.getByLabel('Текст ответа');
      await text.waitFor();
      const sent = await page.getByLabel('Текст ответа').inputValue();
      await eventually(async () => (await text.inputValue()) === sent || undefined);
      // The draft of the server comes after the card.
      await other.page.waitForLoadState('networkidle');
      expect(await text.inputValue()).toBe(sent);
    });

    it('goes on with the next question, and back in the list is where the last card was', async () => {
      const first = page.url();
      await page.getByRole('link', { name: 'Следующий вопрос' }).waitFor();
      await page.keyboard.press('KeyJ');
      await page.waitForURL((url) => url.href !== first && url.pathname.includes('/card/'));
      const question = new URL(page.url()).searchParams.get('question');
      await page.getByLabel('Текст ответа').waitFor();
      await page.keyboard.press('Escape');
      await page.locator(`tr.is-cursor a[data-row="${question}"]`).waitFor();
    });
  });

  describe('a registrar whose telephone rings', () => {
    let page: Page;
    beforeAll(async () => {
      page = await desk('registrar', 'registration');
    }, 60_000);

    it('begins at the first field, and is led to what is wrong', async () => {
      await page.getByRole('button', { name: /^Письмо/ }).waitFor();
      await page.keyboard.press('Alt+Digit1');
      await hasFocus(page, 'kind');
      await page.locator('[data-field=surname]').fill('Пестерева');
      await page.locator('[data-field=address]').fill('г. Алдан, ул. Ленина, 1');
      await page.locator('[data-field=text]').fill('Прошу починить крыльцо.');
      await page.locator('[data-field=sheets]').fill('два');
      await page.keyboard.press('Control+Enter');
      await page.getByText('число листов цифрами').first().waitFor();
      expect(await focusOf(page)).toBe('sheets');
    });

    it('puts the letter off for the call, which the server’s refusal does not lose', async () => {
      await page.keyboard.press('Control+KeyS');
      await page.getByText('Письмо, Пестерева').waitFor();
      await page.keyboard.press('Alt+Digit2');
      await hasFocus(page, 'kind');
      expect(await page.locator('[data-field=surname]').inputValue()).toBe('');
      await page.locator('[data-field=text]').fill('Не вывозят мусор.');
      await page.locator('[data-field=phone]').fill('123');
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-field=phone][aria-invalid]').waitFor();
      await hasFocus(page, 'phone');
      await page.locator('[data-field=phone]').fill('+7 914 000-00-21');
      await page.keyboard.press('Control+Enter');
      // Pressed twice: number and code stay.
      await page.getByText('Записано, квитанция').waitFor();
      await page.keyboard.press('Control+Enter');
      expect(await page.locator('.slip-code').count()).toBeGreaterThan(0);
    });

    it('goes on with the letter as it was', async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Продолжить/ }).press('Enter');
      await page.locator('[data-field=surname]').waitFor();
      expect(await page.locator('[data-field=surname]').inputValue()).toBe('Пестерева');
      await page.locator('[data-field=sheets]').fill('2');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/Зарегистрировано: № /).waitFor();
    });
  });

  it('raises no error in any window', () => {
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
