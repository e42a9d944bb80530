import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Browser } from 'playwright-core';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, handInTurn, pressings } from '../world/case-windows.js';
import { Steps, type Card, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const BOARD = `query ($from: Date!, $to: Date!) {
  board(district: "aldan", from: $from, to: $to) { whole { answered kept sameDay } } }`;

/** Journeys of whole cases, each act pressed on its screen. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const seen = (id: string, until: (card: Card) => boolean) => steps.cardWhen(id, steps.login('coordinator'), until);
  const hasEnded = ({ row }: Card) => ['ANSWERED', 'LEFT_UNANSWERED'].includes(row.state);
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Yakutsk' }).format(Date.now());

  /** Subjects of the letters that went to an address. */
  async function subjects(address: string): Promise<readonly string[]> {
    const folder = join(world.dataDir, 'outbox');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    const all = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
    return all.filter(({ to }) => JSON.stringify(to).includes(address)).map(({ subject = '' }) => subject);
  }

  describe.each(Object.entries(pressings))('by %s', (name, by) => {
    const journey = handInTurn(name);
    let windows: CaseWindows;
    const contact = `case-${name}@aldan.example`;
    beforeAll(() => {
      windows = new CaseWindows(browser, world.url, 'aldan', by);
    });
    afterAll(() => windows.close());

    /** 59-FZ art. 11(4.1), 5(4). */
    journey('a question is left without an answer, and its sender complains of that', async () => {
      const { receipt } = await steps.registered(`Непонятное письмо, ${name}.`, { contact, name: 'Зоя Седых' });
      const head = await windows.desk('head', `card/${receipt.id}`);
      const dialog = await windows.dialog(head, /^Оставить без ответа/);
      await dialog.getByRole('combobox').selectOption('UNCLEAR');
      await dialog.getByRole('textbox').fill('Из письма не видно, о чём просят.');
      await windows.submit(dialog);
      await head.locator('.reply', { hasText: 'Вопрос оставлен без ответа по существу' }).waitFor();
      await seen(receipt.id, hasEnded);
      await windows.examine(head);

      const page = await windows.follow(receipt);
      await page.getByText('Из текста не удалось понять').waitFor();
      await page.getByText('почему ответа по существу не будет').waitFor();
      await windows.press(page, /попросить ещё раз/i);
      await page.locator('textarea[name=text]').fill('Прошу починить фонарь у дома 3.');
      await windows.press(page, /попросить ещё раз/i);
      await page.getByText('Просьба получена').waitFor();
      await windows.examine(page);

      const controller = await windows.desk('controller', `card/${receipt.id}`);
      await controller.getByText('Прошу починить фонарь у дома 3.').first().waitFor();
      await windows.press(controller, /^Вернуть на доработку/);
      await controller.getByText('Возвращено на доработку').first().waitFor();
      const { row } = await seen(receipt.id, (card) => card.row.state === 'REGISTERED');
      expect(row.questions[0]).toMatchObject({ state: 'OPEN' });
    });

    async function idOf(number: string): Promise<string | undefined> {
      const numbered = `query ($filter: AppealFilter) {
        appeals(district: "aldan", filter: $filter, first: 1) { nodes { id } } }`;
      const { data } = await world.ask(numbered, { filter: { number } }, { as: steps.login('registrar') });
      return (data!['appeals'] as { nodes: readonly { id: string }[] }).nodes[0]?.id;
    }

    /** 59-FZ art. 13(3). */
    journey('a reception ends by an oral answer, once the applicant agreed to it', async () => {
      const page = await windows.desk('registrar', 'registration/reception');
      const field = (of: string) => page.locator(`[data-field=${of}]`);
      await field('surname').fill('Ефремов');
      await field('givenName').fill('Степан');
      await field('phone').fill('+7 914 000-11-22');
      await field('text').fill(`На приёме: когда откроют каток (${name})?`);
      await windows.examine(page);
      await windows.press(page, /^Зарегистрировать/);
      const said = await page.getByText('Зарегистрировано: №').first().textContent();
      const number = /№ ([^\s.]+)/.exec(said!)![1]!;
      const id = await eventually(() => idOf(number));
      await seen(id, ({ row }) => row.questions.length === 1);
      await page.goto(`/desk/aldan/card/${id}`);
      const dialog = await windows.dialog(page, /^Ответ дан на приёме/);
      await dialog.getByRole('textbox').fill('Каток откроют 1 декабря.');
      await dialog.getByRole('combobox').selectOption('EXPLAINED');
      await by.choose(dialog.getByLabel('Факты очевидны и проверки не требуют'));
      await by.choose(dialog.getByLabel('Заявитель согласен на устный ответ'));
      await windows.submit(dialog);
      const card = await seen(id, hasEnded);
      expect(card.row.questions[0]).toMatchObject({ state: 'ANSWERED' });
      await page.getByText('Вопрос 1, на приёме').waitFor();
      await windows.examine(page);
      // Left by way of the card: the next form is empty.
      await page.goto('/desk/aldan/registration/reception');
      await field('surname').waitFor();
      expect([await field('surname').inputValue(), await field('text').inputValue()]).toEqual(['', '']);
    });

    journey('a reception ends by a written answer, whose proof is the register of outgoing post', async () => {
      const text = `На приёме: дорога у школы разбита (${name}).`;
      const address = { postcode: '678900', text: 'г. Алдан, ул. Речная, 5' };
      const entered = { channel: 'RECEPTION', name: 'Мария Седых', address, text };
      const registrar = { as: steps.login('registrar') };
      const receipt = await steps.mutate('enterAppeal', entered, registrar);
      await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, registrar);
      const card = await seen(receipt.id, ({ row }) => row.questions[0]?.response?.id !== undefined);
      await steps.answered(card, `Дорогу отремонтируют весной (${name}).`);
      await seen(receipt.id, ({ notices }) => notices.some(({ kind, way }) => kind === 'ANSWERED' && way === 'PAPER'));

      const page = await windows.desk('registrar', 'post');
      const number = card.row['number'] as string;
      const short = number.split('-').at(-1)!;
      await by.press(
        page
          .getByRole('row', { name: new RegExp(`-${short}\\b`) })
          .getByRole('button')
          .first(),
      );
      await windows.press(page, /^Открыть письмо/);
      await page.getByText('Дорогу отремонтируют весной').waitFor();
      await windows.examine(page);
      await by.choose(page.getByLabel('Простым письмом'));
      const own = (await page.getByText(/^Исходящий № /).innerText()).match(/№ (\S+):/)![1]!;
      await page.locator('.letter-no', { hasText: `№ ${own}` }).waitFor();
      await windows.press(page, /^Записать отправку/);
      const sent = await seen(receipt.id, hasEnded);
      expect(sent.notices.find(({ kind }) => kind === 'ANSWERED')).toMatchObject({ state: 'DISPATCHED', way: 'PAPER' });
      await page.goto(`/desk/aldan/card/${receipt.id}`);
      await page.getByText(`исх. № ${own}`).waitFor();
      await windows.examine(page);
    });

    /** 59-FZ art. 4(1), 8(2). */
    journey('a message becomes an appeal, and the journal keeps both numbers', async () => {
      const { receipt, card } = await steps.registered(`Во дворе упал фонарь, ${name}.`, { name: 'Зоя Седых' });
      const { number } = card.row;
      const page = await windows.desk('registrar', `card/${receipt.id}`);
      const dialog = await windows.dialog(page, /^В обращение по 59-ФЗ/);
      await by.choose(dialog.getByRole('radio').first());
      await dialog.getByRole('textbox').fill('Пришла с паспортом.');
      await windows.submit(dialog);
      await page.getByText(`Было сообщением № ${String(number)}`).waitFor();
      await windows.examine(page);
      await page.goto('/desk/aldan/journal');
      await page.getByText(`был № ${String(number)}`).waitFor();
      await windows.examine(page);
    });

    journey(
      'an answer is considered again twice: by the same executor, then by the head; the third answer says its number',
      async () => {
        const text = `Яма на улице Лесной, ${name}.`;
        const { receipt, card } = await steps.registered(text, { contact: `again-${name}@aldan.example` });
        await steps.answered(card, 'Яму засыпят.');
        for (const [times, role] of [
          [1, 'controller'],
          [2, 'head'],
        ] as const) {
          const now = await again(receipt, times, role);
          const executor = now.row.questions[0]!.executor;
          if (times === 1) expect(executor?.id).toBe(await steps.officialId(steps.login('executor')));
          else expect(executor).toBeNull();
          await steps.answered(now, `Яму засыпали, раз ${times}.`);
        }
        await eventually(async () => {
          const sent = await subjects(`again-${name}@aldan.example`);
          expect(sent.filter((subject) => /^Ответ на ваше сообщение/.test(subject))).toHaveLength(1);
          for (const round of [2, 3]) expect(sent.join()).toContain(`Повторный ответ № ${round} на ваше сообщение`);
          return sent;
        }, 15_000);
        const page = await windows.follow(receipt);
        await page.getByText('Ответ 3 из 3').waitFor();
        await windows.examine(page);
      },
    );

    async function again(receipt: Outcome, times: number, role: string): Promise<Card> {
      await seen(receipt.id, hasEnded);
      const page = await windows.follow(receipt);
      await windows.press(page, /попросить ещё раз/i);
      await page.locator('textarea[name=text]').fill(`Яма на месте, раз ${times}.`);
      await windows.press(page, /попросить ещё раз/i);
      await page.getByText('Просьба получена').waitFor();
      await seen(receipt.id, ({ row }) => row.state === 'REOPEN_REQUESTED');
      const desk = await windows.desk(role, `card/${receipt.id}`);
      await windows.press(desk, /^Вернуть на доработку/);
      await desk.getByText(`Всего возвращали: ${times}`).waitFor();
      await windows.examine(desk);
      return seen(receipt.id, ({ row }) => row.questions[0]?.response?.state === 'OPEN');
    }

    /** SOC-9H as the district shortened it; the yardstick is the same day. */
    journey('a message is answered on the day on which it came, and the board counts it', async () => {
      const board = async () => {
        const { data } = await world.ask(BOARD, { from: today(), to: today() }, { as: steps.login('head') });
        return (data!['board'] as { whole: { answered: number; kept: number; sameDay: number } }).whole;
      };
      const { receipt, card } = await steps.registered(`Не горит фонарь, ${name}.`, { contact });
      const before = await board();
      const page = await windows.desk('coordinator', `card/${receipt.id}`);
      await page
        .locator('.clock', { hasText: 'Ответить заявителю' })
        .getByText(/(сегодня|завтра) до \d\d:\d\d|\d+ д/)
        .waitFor();
      await steps.answered(card, 'Фонарь заменён.');
      await seen(receipt.id, hasEnded);
      const after = await eventually(async () => {
        const now = await board();
        expect(now.answered).toBe(before.answered + 1);
        return now;
      });
      expect(after).toMatchObject({ kept: before.kept + 1, sameDay: before.sameDay + 1 });
      const head = await windows.desk('head', 'board');
      await head.getByText('Ответили в тот же день').first().waitFor();
      await windows.examine(head);
    });

    it('meets WCAG 2.2 AA on every screen, and raises no error in any window', () => {
      expect(windows.findings).toEqual([]);
      expect(windows.faults()).toEqual([]);
    });
  });
});
