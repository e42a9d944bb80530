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
  const run = () => page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();

  it('runs an operation of its tabs as the official who is signed in', async () => {
    await open('Worklist');
    await run();
    await result().getByText('"total"').waitFor();
    expect(await result().textContent()).not.toContain('errors');
  });

  it('shows the changes of a subscription as they come', async () => {
    await open('Live');
    const stop = page.getByRole('button', { name: 'Stop query (Ctrl-Enter)' });
    // A busy page runs what the tab before it held: the operation of this one follows a moment after its text.
    for (let tries = 0; tries < 5 && !(await stop.isVisible()); tries += 1) {
      await run();
      await stop.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    const text = `Живой список ${randomUUID()}`;
    const shown = result().getByText(text).first();
    // The server follows a moment after the press: what came before is not shown.
    for (let tries = 0; tries < 5 && !(await shown.isVisible()); tries += 1) {
      await world.ask(submit, { input: { district: 'aldan', key: randomUUID(), text } });
      await shown.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await shown.waitFor();
    await stop.click();
  }, 60_000);

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
