import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, isNight, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser, openWindow, signIn, type Window } from '../world/browser.js';
import { findingsOf } from '../world/looks.js';
import { allScreens, openScreen, type Answered, type Screen } from '../world/screens.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** Something under control, to approve, to sign, to tell by telephone, to be read by its sender, and to be considered again. */
async function workFor(world: World): Promise<Answered> {
  const steps = new Steps(world, 'aldan');
  const sent = await steps.registered('Почему закрыт клуб?');
  const called = await steps.registered('Когда откроют переправу?', {
    name: 'Егор Ильич',
    contact: '+7 914 000-00-17',
  });
  const disputed = await steps.registered('Когда почистят колодец?');
  const approved = await steps.registered('Когда починят мост?');
  const proposed = await steps.registered('Когда зальют горку?');
  const [watched] = (await steps.registered('Когда вывезут мусор?')).card.row.questions;
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const control = { id: watched!.id, expectedVersion: watched!.version, until };
  await steps.must('putUnderControl', 'head', control);
  await steps.answered(sent.card, 'В клубе ремонт до 10 декабря.');
  await steps.answered(called.card, 'Переправа откроется 25 мая.');
  await steps.answered(disputed.card, 'Колодец почищен.');
  await steps.approved(approved.card, 'Мост починят к 1 декабря.');
  await steps.proposed(proposed.card, 'Горку зальют в субботу.');
  await steps.cardWithQuestion(sent.receipt.id, steps.login('coordinator'), 'ANSWERED');
  await steps.cardWithQuestion(disputed.receipt.id, steps.login('coordinator'), 'ANSWERED');
  await eventually(async () => {
    const asked = { key: randomUUID(), reason: 'Колодец по-прежнему грязный.' };
    const answer = await steps.mutate('requestReopening', asked, { token: disputed.receipt['token'] as string });
    return answer.__typename === 'Change' || undefined;
  });
  return { number: sent.receipt.number, code: sent.receipt.followUpCode };
}

/** A dialog of whatever kind: one Escape closes it, and leaves the screen behind it where it is. */
async function closesByOneEscape(page: Page): Promise<void> {
  const dialog = page.locator('dialog[open]');
  if ((await dialog.count()) === 0) return;
  const address = page.url();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(page.url()).toBe(address);
}

/**
 * Every screen × light, dark, contrast, forced colours × its usual width and a zoom of 400 %, and with letters of 150 and
 * 200 %: nothing that axe finds (WCAG 2.2 AA and best practices, targets of 24 px among them), nothing to be scrolled
 * sideways, nothing cut off, and each stop of Tab seen. Each commit sees a screen in light and, in turn, in one of the other
 * three; the night sees it in all.
 */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let answered: Answered;
  const windows = new Map<string, Window>();
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    answered = await workFor(world);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Officials keep their window; each resident gets one of his own, since the device remembers what it sent. */
  async function windowOf({ as }: Screen): Promise<Window> {
    const known = as && windows.get(as);
    if (known) return known;
    const opened = await openWindow(browser, world.url);
    if (!as) return opened;
    windows.set(as, opened);
    await signIn(opened.page, `aldan.${as}`, '/desk');
    await opened.page.close();
    return opened;
  }

  describe.each(allScreens.map((screen, turn) => ({ ...screen, turn })))('$name', ({ turn, ...screen }) => {
    it('can be used by everybody', async () => {
      const { context, faults } = await windowOf(screen);
      const page = await context.newPage();
      await openScreen(page, screen, answered);
      expect(await findingsOf(page, isNight ? undefined : turn)).toEqual([]);
      expect(faults).toEqual([]);
      await closesByOneEscape(page);
      await page.close();
    }, 60_000);
  });
});
