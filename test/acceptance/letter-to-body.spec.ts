import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
import { Steps, type Fields } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const ROWS = `query ($filter: AppealFilter) { questions(district: "aldan", filter: $filter, first: 100) {
  nodes { state awaitsLetterToBody appeal { id } } } }`;
const PAPER = `{ paperNotices(district: "aldan", first: 100) { nodes { id version kind addressee appeal } } }`;
const NOTICES = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { notices { id kind state outgoing { number } } } }`;

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

  async function rows(filter: Fields, id: string): Promise<readonly Fields[]> {
    const { data } = await world.ask(ROWS, { filter }, { as: steps.login('controller') });
    const { nodes } = data!['questions'] as { nodes: (Fields & { appeal: Fields })[] };
    return nodes.filter(({ appeal }) => appeal['id'] === id);
  }

  it('an appeal that a body sent on awaits the letter to it after its answer, and is under control until that has left', async () => {
    const contact = 'letter-to-body@aldan.example';
    const { receipt, card } = await steps.registered('Прошу починить качели во дворе.', { contact, name: 'Зоя Седых' });
    const { id } = receipt;
    const letter = { kind: 'DEPUTY', body: 'Приёмная депутата Иванова', number: '7-12', date: '2026-01-12' };
    const act = { id, expectedVersion: card.row.version, reason: 'Письмо депутата.' };
    await steps.must('recordSource', 'registrar', { ...act, receivedFrom: { ...letter, wantsAnswer: true } });
    await steps.answered(card, 'Качели починят в июне.');
    const [waiting] = await eventually(async () => {
      const found = await rows({ awaitsLetterToBody: true, controlled: true }, id);
      return found.length > 0 ? found : undefined;
    });
    expect(waiting).toMatchObject({ state: 'ANSWERED', awaitsLetterToBody: true });

    const list = await windows.desk('coordinator', 'list/letters-to-bodies');
    await list.getByText('ждёт письма в орган').first().waitFor();
    await picture(list, 'letters-to-bodies');
    const page = await windows.desk('coordinator', `card/${id}`);
    await page.getByText(/^Ждёт письма в орган/).waitFor();
    await page.getByText('Письмо органу о результате').first().waitFor();
    await picture(page, 'letter-to-body-card');
    await windows.examine(page);
    const tray = await windows.desk('registrar', 'post');
    await tray.getByText('Приёмная депутата Иванова').first().waitFor();
    await picture(tray, 'letter-to-body-tray');

    const paper = await eventually(async () => {
      const { data } = await world.ask(PAPER, {}, { as: steps.login('registrar') });
      const { nodes } = data!['paperNotices'] as { nodes: Fields[] };
      return nodes.find(({ kind, appeal }) => kind === 'INFORMING' && appeal === id);
    });
    expect(paper['addressee']).toBe('BODY');
    const posting = { means: 'LETTER', address: 'г. Алдан, ул. Ленина, 1' };
    await steps.must('recordPosting', 'registrar', { id: paper['id'], expectedVersion: paper['version'], ...posting });
    await eventually(async () => {
      const [row] = await rows({ awaitsLetterToBody: false }, id);
      expect(row).toMatchObject({ state: 'ANSWERED', awaitsLetterToBody: false });
      return true;
    });
    const { data } = await world.ask(NOTICES, { id }, { as: steps.login('controller') });
    const { notices } = data!['appeal'] as { notices: Fields[] };
    expect(notices.filter(({ kind }) => kind === 'INFORMING')).toMatchObject([
      { state: 'DISPATCHED', outgoing: { number: expect.any(String) } },
    ]);
    expect([windows.findings, windows.faults()]).toEqual([[], []]);
  });
});
