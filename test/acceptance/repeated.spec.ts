import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
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

  /** For a person to look at, where OTKLIK_PICTURES names a folder. */
  async function picture(page: Page, of: string): Promise<void> {
    const folder = process.env['OTKLIK_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${of}.png`, fullPage: true });
  }

  it('an appeal after an answer is proposed as repeated, decided so with its cause, and found', async () => {
    const who = { name: 'Зоя Седых', contact: 'repeated@aldan.example' };
    const first = await steps.registered('У дома 7 по улице Лесной яма на дороге.', who);
    await steps.answered(first.card, 'Яму засыпали, ремонт дороги летом.');
    const answered = ({ row }: typeof first.card) => row.state === 'ANSWERED';
    await steps.cardWhen(first.receipt.id, steps.login('coordinator'), answered);

    const again = await steps.registered('У дома 7 по улице Лесной снова яма на дороге.', who);
    const card = await windows.desk('coordinator', `card/${again.receipt.id}`);
    await picture(card, 'repeat-proposed');
    const dialog = await windows.dialog(card, /^Решить, повторное ли/);
    const earlier = dialog.getByRole('combobox', { name: 'Прежнее обращение' });
    await earlier.selectOption(first.receipt.id);
    await picture(card, 'repeat-dialog');
    await windows.examine(card);
    await windows.submit(dialog);
    await card.getByText(/^Повторное к № .+: не удовлетворён ответом$/).waitFor();
    await picture(card, 'repeat-card');

    const list = await windows.desk('coordinator', 'list/in-work?repeated=NOT_SATISFIED');
    await list.getByText('снова яма').first().waitFor();
    await picture(list, 'repeat-list');
    expect([windows.findings, windows.faults()]).toEqual([[], []]);
  });
});
