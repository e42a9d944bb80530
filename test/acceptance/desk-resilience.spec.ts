import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing, onlyBy } from '@otklik/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chooseBeginning, missingBrowser, openBrowser, openWindow, signIn } from '../world/browser.js';
import { cuttableSockets, missedAfterCuts } from '../world/cut-sockets.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** `npm run bench -- web` cuts a hundred times. */
const CUTS = 5;

needing(missingBrowser, () => {
  let world: World;
  let steps: Steps;
  let browser: Browser;
  beforeAll(async () => {
    const environment = { OTKLIK_LIMIT_ADDRESS: '0' };
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    steps = new Steps(world, 'aldan');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** A tab of an official's own window. */
  async function tab(role: string, path: string): Promise<{ context: BrowserContext; page: Page }> {
    const { context, page } = await openWindow(browser, world.url);
    await signIn(page, `aldan.${role}`, `/desk/aldan/${path}`);
    return { context, page };
  }

  it(`misses no row over ${CUTS} cuts of the socket`, async () => {
    const { context, page } = await openWindow(browser, world.url);
    const cut = await cuttableSockets(page);
    await signIn(page, 'aldan.moderator', '/desk/aldan/list/to-moderate');
    await page.locator('[data-row]').first().waitFor();
    const enter = (mark: string) =>
      steps.mutate('submitAppeal', { text: `Не горит фонарь, ${mark}. Просим починить.` });
    expect(await missedAfterCuts({ page, cut, enter }, CUTS)).toEqual([]);
    await context.close();
  }, 120_000);

  describe('an act while the connection is away', () => {
    it('is sent once on return, from a tab that was killed, and its end is shown', async () => {
      const { receipt } = await steps.registered(
        'Возле школы на улице Быкова не горит ни один фонарь, дети идут в темноте.',
      );
      const { id } = receipt;
      const before = await steps.cardWithQuestion(id, steps.login('coordinator'), 'ROUTED');
      const { context, page } = await tab('coordinator', `card/${id}`);
      await page.getByRole('button', { name: /^Назначить исполнителя/ }).waitFor();
      await page.keyboard.press('KeyA');
      // The form is on the screen: its key goes there.
      const form = page.getByRole('region', { name: 'Резолюция и поручение' });
      await form.getByRole('combobox').and(page.locator(':focus')).waitFor();
      await chooseBeginning(form.getByRole('combobox'), 'Дмитрий Охлопков');
      await context.setOffline(true);
      await form.getByLabel('Проект ответа до').press('Control+Enter');
      await eventually(async () => (await unsentActs(page)) === 1 || undefined);
      await page.close();
      await context.setOffline(false);
      const next = await context.newPage();
      await next.goto('/desk/aldan/list/unassigned');
      await next.getByText(/Отправлено после перерыва связи/).waitFor();
      expect(await unsentActs(next)).toBe(0);
      const after = await steps.cardWhen(id, steps.login('coordinator'), isAssigned);
      expect(after.history.filter(({ type }) => type === 'EXECUTOR_ASSIGNED')).toHaveLength(1);
      expect(after.row.questions[0]!.version).toBe(before.row.questions[0]!.version + 1);
      await context.close();
    }, 120_000);
  });

  describe('a draft', () => {
    const text = 'Отлов проведён, стая вывезена в приют. О повторном появлении сообщите по телефону отдела.';

    /** Id of an appeal whose answer the executor is to write. */
    async function assigned(): Promise<string> {
      const { card } = await steps.registered(
        'Возле школы снова стая собак, дети боятся идти. Примите меры, пожалуйста.',
      );
      const executor = await steps.officialId(steps.login('executor'));
      const [question] = card.row.questions as [Card['row']['questions'][number]];
      const { id, version } = question;
      await steps.must('assignExecutor', 'coordinator', { id, expectedVersion: version, executor });
      return card.row['id'] as string;
    }

    it('outlives the tab, and the process that is killed while it is written', async () => {
      const id = await assigned();
      const { context, page } = await tab('executor', `card/${id}`);
      await page.getByLabel('Текст ответа').fill(text);
      await page.close();

      const second = await context.newPage();
      await second.goto(`/desk/aldan/card/${id}`);
      expect(await second.getByLabel('Текст ответа').inputValue()).toBe(text);
      await world.end('SIGKILL');
      await second.getByLabel('Текст ответа').fill(`${text} Дописано без сервера.`);
      await second.close();

      await world.start();
      const third = await context.newPage();
      await third.goto(`/desk/aldan/card/${id}`);
      expect(await third.getByLabel('Текст ответа').inputValue()).toBe(`${text} Дописано без сервера.`);
      await third.getByLabel('Итог').selectOption({ label: 'Меры приняты' });
      await third.keyboard.press('Control+Enter');
      await third.getByText('Отправлено на согласование.').waitFor();
      await context.close();
    }, 240_000);

    onlyBy('OTKLIK_PROFILE=cluster', process.env['OTKLIK_PROFILE'] === 'cluster', () => {
      it('outlives the gateway that is killed while it is written, and reaches the server without a reload', async () => {
        const id = await assigned();
        const { context, page } = await tab('executor', `card/${id}`);
        await page.getByLabel('Текст ответа').fill(text);
        const pids = JSON.parse(await readFile(join(world.dataDir, 'processes.json'), 'utf8')) as { gateway: number };
        process.kill(pids.gateway, 'SIGKILL');
        await page.getByLabel('Текст ответа').fill(`${text} Дописано без сервера.`);
        const draft = `query ($appeal: UUID!) { appeal(district: "aldan", id: $appeal) { row { questions { response { id } } } } }`;
        await eventually(async () => {
          const { data } = await world.ask(draft, { appeal: id }, { as: steps.login('executor') });
          const { row } = (data as unknown as { appeal: Card }).appeal;
          const kept = `query ($id: UUID!) { responseDraft(district: "aldan", response: $id) { text } }`;
          const answer = await world.ask(kept, { id: row.questions[0]!.response!.id }, { as: steps.login('executor') });
          expect(answer.data).toEqual({ responseDraft: { text: `${text} Дописано без сервера.` } });
          return true;
        }, 60_000);
        await context.close();
      }, 240_000);
    });
  });
});

const isAssigned = (card: Card): boolean => card.row.questions[0]?.executor !== null;

/** Acts that the browser keeps until the server has answered. */
const unsentActs = (page: Page) =>
  page.evaluate<number>(`Object.keys(localStorage).filter((key) => key.startsWith('otklik.acts.'))
    .flatMap((key) => JSON.parse(localStorage.getItem(key))).length`);
