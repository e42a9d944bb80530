import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { missingBrowser, openBrowser, openWindow, type Window } from '../world/browser.js';
import { otherOrigin } from '../world/other-origin.js';
import { startWorld, type World } from '../world/world.js';

needing(missingBrowser, () => {
  let world: World;
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = await otherOrigin();
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    [world, browser] = await Promise.all([
      startWorld({ demo: 'small', environment: { OTKLIK_ORIGINS: origin } }),
      openBrowser(),
    ]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await world?.stop();
  });

  async function open(token: string, from = origin): Promise<Window> {
    const window = await openWindow(browser, from);
    const parameters = new URLSearchParams({ api: world.url, district: 'aldan', token });
    await window.page.goto(`/docs/front-end-example/#${parameters}`);
    return window;
  }

  const submit = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) { ... on Receipt { number } } }`;
  const submission = (text: string) => ({ input: { district: 'aldan', key: randomUUID(), text } });

  it('shows a list of another origin, follows it live and acts on it', async () => {
    const { page, context, faults } = await open(await world.token('aldan.moderator'));
    await page.getByText(/^На модерации: [1-9]/).waitFor();
    const text = `Проверка живого списка ${randomUUID()}`;
    await world.ask(submit, submission(text));
    const row = page.getByText(text);
    await row.waitFor();
    const first = await page.locator('#rows li').first().textContent();
    await page.getByRole('button', { name: 'Принять первое' }).click();
    await page.getByText(first!).waitFor({ state: 'detached' });
    expect(await page.locator('#problem').textContent()).toBe('');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('sends and opens a file from another origin', async () => {
    const { page, context, faults } = await open(await world.token('aldan.moderator'));
    await page.getByText(/^На модерации: /).waitFor();
    const { data } = await world.ask('{ district(code: "aldan") { consent { version } } }');
    const { version: consent } = (data!['district'] as { consent: { version: string } }).consent;
    const png = Buffer.from(
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#357' } })
        .png()
        .toBuffer(),
    );
    const file = await page.evaluate(
      async ([api, base64]) => {
        const form = new FormData();
        form.append('file', await (await fetch(`data:image/png;base64,${base64}`)).blob(), 'фонарь.png');
        const answer = await fetch(`${api}/files?district=aldan`, { method: 'POST', body: form });
        return ((await answer.json()) as { id: string }).id;
      },
      [world.url, png.toString('base64')] as const,
    );
    const text = `С фотографией ${randomUUID()}`;
    const { input } = submission(text);
    expect((await world.ask(submit, { input: { ...input, files: [file], consent } })).errors).toEqual([]);
    await page.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: 'Фотографии' }).click();
    const picture = page.locator('#files img');
    await picture.waitFor();
    expect(await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(40);
    expect(await page.locator('#problem').textContent()).toBe('');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the code of an error', async () => {
    const { page, context } = await open('no token');
    await page.getByText('UNAUTHENTICATED').waitFor();
    await context.close();
  });
});
