import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { closeWindows, missingBrowser, openBrowser, openWindow, signIn, type Window } from '../world/browser.js';
import { startWorld, type World } from '../world/world.js';

const submit = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) { ... on Receipt { number } } }`;

needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let window: Window;
  let page: Page;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    window = await openWindow(browser, world.url);
    ({ page } = window);
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== world.url)
        elsewhere.push(request.url());
    });
    await signIn(page, 'aldan.moderator');
    await page.goto('/graphql');
    await page.getByRole('tab', { name: 'Worklist' }).waitFor();
  }, 300_000);
  afterAll(async () => {
    if (window) await closeWindows([window]);
    await browser?.close();
    await world?.stop();
  });

  const result = () => page.locator('.result-window');
  const open = async (tab: string) => {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.locator('.graphiql-query-editor').getByText(tab, { exact: true }).waitFor();
  };
  /** Pressed until the result shows it: a page with much to do runs what the tab before held, its editor follows a moment after. */
  const run = async (shown: string, before: () => Promise<unknown> = () => Promise.resolve()) => {
    const press = page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' });
    const found = result().getByText(shown).first();
    for (let tries = 0; tries < 6 && !(await found.isVisible()); tries += 1) {
      if (await press.isVisible()) await press.click();
      await before();
      await found.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await found.waitFor();
  };

  it('runs an operation of its tabs as the official who is signed in', async () => {
    await open('Worklist');
    await run('"total"');
    expect(await result().textContent()).not.toContain('errors');
  });

  it('shows the changes of a subscription as they come', async () => {
    await open('Live');
    const text = `Живой список ${randomUUID()}`;
    // What came before the server followed is not shown.
    await run(text, () => world.ask(submit, { input: { district: 'aldan', key: randomUUID(), text } }));
    await page.getByRole('button', { name: 'Stop query (Ctrl-Enter)' }).click();
  });

  it('shows what a field means', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query' }).first().click();
    await page.getByText('appeals').first().waitFor();
  });

  it('asks no other host, and its content policy refuses nothing of it', () => {
    expect(elsewhere).toEqual([]);
    expect(window.faults).toEqual([]);
  });
});
