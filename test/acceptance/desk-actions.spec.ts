import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { closeWindows, missingBrowser, openBrowser, openWindow, signIn, type Window } from '../world/browser.js';
import { Hand } from '../world/hand.js';
import { picture } from '../world/picture.js';
import { Steps, type Fields, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** Messages of one resident, whose questions go to one department. */
const LANTERNS = 21;
const PHONE_NUMBER = '+7 914 000-00-30';
/** The one whom the department has. */
const EXECUTOR = 'Дмитрий Охлопков';
const PASSWORD = 'Белый снег над Леной 7';

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

const questionOf = (page: Page): string => new URL(page.url()).searchParams.get('question')!;
const rowsOf = (page: Page) => page.locator('a[data-row]');
const idsIn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a[data-row]')].map((row) => row.dataset.row)`);

const QUESTIONS = `query ($district: String!, $filter: AppealFilter) {
  questions(district: $district, filter: $filter, first: 100) {
    nodes { id topic { name } executor { name } dueOn response { state } appeal { id number } } } }`;

interface Asked {
  readonly id: string;
  readonly topic: { readonly name: string } | null;
  readonly executor: { readonly name: string } | null;
  readonly dueOn: string | null;
  readonly response: { readonly state: string } | null;
  readonly appeal: { readonly id: string; readonly number: string };
}

/**
 * The ten commonest tasks, each with the fewest steps that one of Zammad, Chatwoot, FixMyStreet and Signalen takes, the ticket in
 * sight (their usual web clients, November 2026).
 */
const PEERS = {
  'sign in': 3,
  'take up a message with topic and department': 4,
  'register a paper letter': 7,
  'give to an executor': 2,
  'give many to one': 4,
  'answer from a template, to approval': 4,
  'approve and sign': 8,
  'forward to another body and tell the applicant': 3,
  'tell by phone with a record': 4,
  'find a person by surname': 2,
} as const;
type Task = keyof typeof PEERS;

/** What it takes to do the commonest tasks: by keyboard alone, but for one; the table of services/web/README.md. */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  const windows: Window[] = [];
  const receipts = new Map<string, Outcome>();
  /** The appeal of the answer that is followed to its reader. */
  let answered: string;
  const taken = new Map<Task, number>();
  const took = (task: Task, steps: number) => taken.set(task, (taken.get(task) ?? 0) + steps);
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    for (let house = 1; house <= LANTERNS; house += 1) {
      const text = `На улице Хвойной у дома ${house} не горит фонарь, вечером темно.`;
      const place = { settlement: 'aldan', text: `ул. Хвойная, ${house}` };
      const receipt = await steps.mutate('submitAppeal', { text, place, contact: PHONE_NUMBER, name: 'Анна Лазарева' });
      receipts.set(receipt.id, receipt);
    }
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function open(path: string): Promise<Hand> {
    const window = await openWindow(browser, world.url);
    windows.push(window);
    await window.page.goto(path);
    return new Hand(window.page);
  }

  async function desk(role: string, path: string): Promise<Hand> {
    const window = await openWindow(browser, world.url);
    windows.push(window);
    await signIn(window.page, `aldan.${role}`, `/desk/aldan/${path}`);
    return new Hand(window.page);
  }

  const close = () => closeWindows(windows);

  /** As the head of the district sees them. */
  async function questions(filter: Fields = {}): Promise<readonly Asked[]> {
    const { data, errors } = await world.ask(QUESTIONS, { district: 'aldan', filter }, { as: 'aldan.head' });
    if (!data) throw new Error(errors[0]?.message);
    return (data['questions'] as { readonly nodes: readonly Asked[] }).nodes;
  }
  const question = async (id: string): Promise<Asked> => (await questions()).find((one) => one.id === id)!;

  describe('an official with a password', () => {
    afterEach(close);
    it('signs in with two keys', async () => {
      const added = await world.operate(
        ...['official', 'add', '--login', 'new.moderator', '--name', 'Новикова', '--role', 'MODERATOR@aldan'],
      );
      const hand = await open(/https?:\S+/.exec(added.output)![0]);
      await hand.page.locator('#password:focus').waitFor();
      await hand.type(PASSWORD);
      await hand.keys('Tab');
      await hand.type(PASSWORD);
      await hand.keys('Enter');
      await hand.page.getByRole('link', { name: 'Войти' }).waitFor();
      await hand.page.goto('/session/sign-in?to=/desk');
      await hand.page.locator('#login:focus').waitFor();
      hand.counted();
      await hand.type('new.moderator');
      await hand.keys('Tab');
      await hand.type(PASSWORD);
      await hand.keys('Enter');
      await hand.page.getByText('Новикова').first().waitFor();
      expect(new URL(hand.page.url()).pathname).toMatch(/^\/desk/);
      expect(hand.counted()).toBe(2);
      took('sign in', hand.steps);
    });
  });

  describe('many messages', () => {
    afterEach(close);
    it('are taken up by one key each, as fast as it is pressed', async () => {
      const hand = await desk('moderator', 'moderation');
      await hand.page.locator('.msg').nth(LANTERNS).waitFor();
      const waiting = await hand.page.locator('.msg').count();
      await hand.keys(...Array<string>(waiting).fill('KeyY'));
      for (const id of receipts.keys())
        await steps.cardWhen(id, 'aldan.moderator', ({ row }) => row.state === 'TAKEN_UP');
      expect(hand.counted()).toBe(waiting);
      took('take up a message with topic and department', hand.steps / waiting);
    });

    it('go to the topic and department that were proposed, by one key', async () => {
      const hand = await desk('registrar', 'registration');
      await hand.page.locator('.msg').nth(LANTERNS).waitFor();
      const waiting = await hand.page.locator('.msg').count();
      const proposed = await hand.page
        .locator('.decide h2')
        // Before the text is there, nothing is proposed.
        .filter({ hasNotText: /появится|Напишите текст/ })
        .textContent();
      const appeal = /[\w-]+$/.exec(
        (await hand.page.locator('.thread a[href*="/card/"]').first().getAttribute('href'))!,
      );
      await hand.keys('KeyY');
      expect(hand.counted()).toBe(1);
      const { row } = await steps.cardWithQuestion(appeal![0], 'aldan.registrar', 'ROUTED');
      expect(proposed).toContain((await question(row.questions[0]!.id)).topic!.name);
      await hand.keys(...Array<string>(waiting - 1).fill('KeyY'));
      for (const id of receipts.keys()) await steps.cardWithQuestion(id, 'aldan.registrar', 'ROUTED');
    });
  });

  describe('a coordinator', () => {
    let hand: Hand;
    beforeAll(async () => {
      hand = await desk('coordinator', 'list/unassigned?dep=blagoustroystvo');
      await rowsOf(hand.page).nth(LANTERNS).waitFor();
    });
    afterAll(close);

    const assign = async () => {
      await hand.keys('KeyA');
      await hand.page.getByRole('dialog').getByRole('combobox').waitFor();
      await hand.keys('Enter');
    };
    const areAssigned = (ids: readonly string[]) =>
      eventually(async () => {
        const all = (await questions()).filter(({ id }) => ids.includes(id));
        return all.filter(({ executor }) => executor?.name === EXECUTOR).length === ids.length || undefined;
      });

    it('gives a question to its executor', async () => {
      const [id] = await idsIn(hand.page);
      await assign();
      await areAssigned([id!]);
      expect(hand.counted()).toBeLessThanOrEqual(3);
      took('give to an executor', hand.steps);
    });

    it('gives ten of many to one executor', async () => {
      await hand.page.reload();
      await rowsOf(hand.page)
        .nth(LANTERNS - 1)
        .waitFor();
      const ids = (await idsIn(hand.page)).slice(0, 10);
      await hand.click(hand.page.getByRole('checkbox').nth(1));
      await hand.click(hand.page.getByRole('checkbox').nth(10), { modifiers: ['Shift'] });
      await hand.page.getByText('Выбрано 10').waitFor();
      await assign();
      await areAssigned(ids);
      expect(hand.counted()).toBeLessThanOrEqual(4);
    });

    it('gives the others by keyboard', async () => {
      await hand.page.reload();
      await rowsOf(hand.page)
        .nth(LANTERNS - 11)
        .waitFor();
      const ids = await idsIn(hand.page);
      const keyboard = new Hand(hand.page);
      await keyboard.keys('Control+KeyA');
      await hand.page.getByText(`Выбрано ${ids.length}`).waitFor();
      await assign();
      await areAssigned(ids);
      expect(ids.length).toBeGreaterThanOrEqual(10);
      expect(keyboard.counted() + hand.counted()).toBe(3);
      took('give many to one', keyboard.steps + hand.steps);
    });
  });
  describe('an executor with many questions', () => {
    let hand: Hand;
    let page: Page;
    beforeAll(async () => {
      hand = await desk('executor', 'list/mine');
      page = hand.page;
      await rowsOf(page).nth(LANTERNS).waitFor();
    });
    afterAll(close);

    it('opens the most urgent by one key', async () => {
      await hand.keys('Enter');
      expect(hand.counted()).toBe(1);
      await page.getByRole('button', { name: /^Шаблон/ }).waitFor();
      const days = (await questions()).filter(({ executor }) => executor?.name === EXECUTOR).map(({ dueOn }) => dueOn!);
      expect((await question(questionOf(page))).dueOn).toBe(days.toSorted()[0]);
    });

    it('takes a template by its digit, and cannot send it before each of its fields is filled in', async () => {
      await page.keyboard.press('Slash');
      await page.getByRole('dialog').waitFor();
      expect(await focusOf(page)).not.toMatch(/Закрыть/);
      await page.keyboard.press('Digit1');
      await eventually(async () => (await selectedIn(page)).startsWith('{{') || undefined);
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
      const { page: other } = await desk('executor', new URL(page.url()).pathname.replace('/desk/aldan/', ''));
      const text = other.getByLabel('Текст ответа');
      await text.waitFor();
      const sent = await page.getByLabel('Текст ответа').inputValue();
      await eventually(async () => (await text.inputValue()) === sent || undefined);
      // The draft of the server comes after the card.
      await other.waitForLoadState('networkidle');
      expect(await text.inputValue()).toBe(sent);
    });

    it('goes on with the next question, and back in the list is where the last card was', async () => {
      const first = page.url();
      await page.getByRole('link', { name: 'Следующий вопрос' }).waitFor();
      await page.keyboard.press('KeyJ');
      await page.waitForURL((url) => url.href !== first && url.pathname.includes('/card/'));
      const id = questionOf(page);
      await page.getByLabel('Текст ответа').waitFor();
      await page.keyboard.press('Escape');
      await page.locator(`tr.is-cursor a[data-row="${id}"]`).waitFor();
    });

    it('answers by a template, with the letter beside it, from the list to approval by four keys', async () => {
      await page.goto('/desk/aldan/list/mine?q=хвойной');
      await rowsOf(page).first().waitFor();
      await hand.keys('Enter');
      await page.getByRole('button', { name: /^Шаблон/ }).waitFor();
      await hand.keys('Slash');
      await page.getByRole('dialog').waitFor();
      await hand.keys('Digit1');
      await eventually(async () => (await selectedIn(page)).startsWith('{{') || undefined);
      await hand.type('вчера, 26 ноября');
      await page.locator('.letter', { hasText: 'вчера, 26 ноября' }).waitFor();
      await hand.keys('Control+Enter');
      await page.getByText('Отправлено на согласование.').waitFor();
      expect(hand.counted()).toBeLessThanOrEqual(4);
      // The question was opened by one of them: peers are counted with it in sight.
      took('answer from a template, to approval', hand.steps - 1);
      // The page knows at once what the server took; the lists follow.
      answered = await eventually(async () => {
        const { response, appeal } = await question(questionOf(page));
        return response?.state === 'DRAFTED' ? appeal.id : undefined;
      });
    });

    it('sees earlier appeals of the person on the card, without a key', async () => {
      const earlier = await page.locator('.earlier > ul a').allTextContents();
      expect(earlier).toHaveLength(2);
      const others = (await questions({ words: 'хвойной' })).map(({ appeal }) => appeal.number);
      expect(others).toEqual(expect.arrayContaining(earlier));
      expect(hand.counted()).toBe(0);
    });
  });

  describe.each([
    ['approver', 'approval', 'APPROVED', /^Согласовать/],
    ['signatory', 'signature', 'SIGNED', /^Подписать/],
  ])('an official who agrees: %s', (role, path, state, word) => {
    afterEach(close);
    it('passes each letter by one key', async () => {
      const hand = await desk(role, path);
      await hand.page.locator('.msg').first().waitFor();
      const waiting = await hand.page.locator('.msg').count();
      for (let letter = 0; letter < waiting; letter += 1) {
        // Nothing is passed before it was shown.
        await hand.page.getByRole('button', { name: word, disabled: false }).waitFor();
        await hand.keys('KeyY');
      }
      expect(hand.counted()).toBe(waiting);
      took('approve and sign', hand.steps / waiting);
      await steps.cardWhen(answered, 'aldan.head', ({ row }) => row.questions[0]!.response!.state === state);
    });
  });

  it('an analyst sees how often templates are taken, and how much of them is left', async () => {
    const { page } = await open('/');
    await signIn(page, 'republic.analyst', '/analysis/changes?district=aldan');
    const templates = page.getByRole('listitem').filter({ hasText: 'Шаблоны: взято' });
    await eventually(async () => {
      const text = (await templates.count()) > 0 ? await templates.textContent() : null;
      // Of the letters that were signed here one began as a template; each field of it was filled in, and no word was changed.
      if (text !== null) return (expect(text).toMatch(/^Шаблоны: взято (\d+) из \1, в среднем осталось 100 %$/), true);
      await page.reload();
      await page.getByRole('heading', { name: 'Предложения и выбор людей' }).waitFor();
      return undefined;
    });
    await page.getByRole('listitem').filter({ hasText: 'Похожие ответы: ни разу не открывали' }).waitFor();
    await picture(page, 'followed');
    await close();
  });

  it('an answer is given by telephone with three keys', async () => {
    const hand = await desk('executor', 'calls');
    await hand.page.locator('.msg').first().waitFor();
    const waiting = await hand.page.locator('.msg').count();
    for (let call = 0; call < waiting; call += 1) {
      await hand.page.getByRole('button', { name: /^Открыть/ }).waitFor();
      await hand.keys('KeyO');
      await hand.page.locator('.phone a').waitFor();
      await hand.keys('Digit1', 'Control+Enter');
    }
    expect(hand.counted()).toBe(waiting * 3);
    took('tell by phone with a record', hand.steps / waiting);
    await steps.cardWhen(answered, 'aldan.head', ({ row }) => row.state === 'ANSWERED');
    await close();
  });

  it('a resident reads and rates the answer', async () => {
    const { number, followUpCode } = receipts.get(answered)!;
    const hand = await open('/aldan/follow');
    const skipHead = async () => {
      await hand.keys('Tab', 'Enter');
      // The browser moves the focus with its next frame: a key before that would go through the head.
      await hand.page.locator('main:focus').waitFor();
    };
    await skipHead();
    await hand.tabTo(hand.page.locator('#number'));
    await hand.type(number);
    await hand.keys('Tab');
    await hand.type(followUpCode);
    await hand.keys('Enter');
    await hand.page.getByText('вчера, 26 ноября').first().waitFor();
    expect(hand.counted()).toBe(5);
    await skipHead();
    await hand.tabTo(hand.page.locator('#score-1'));
    await hand.keys('ArrowUp');
    await hand.tabTo(hand.page.getByRole('button', { name: 'Оценить' }));
    await hand.keys('Enter');
    await steps.cardWhen(answered, 'aldan.head', ({ row }) => row['rating'] === 5);
    expect(hand.counted()).toBeLessThanOrEqual(7);
    await close();
  });

  it('an analyst finds words in any form and saves what is found, with three keys', async () => {
    const hand = await open('/');
    await signIn(hand.page, 'republic.analyst', '/analysis');
    await hand.page.locator('.hit').first().waitFor();
    await hand.keys('Slash');
    await hand.type('фонари');
    await hand.keys('Enter');
    await hand.page.locator('.hit mark').first().waitFor();
    // The focus stays where the words are: another letter narrows them.
    expect(await hand.page.locator('input[type=search]:focus').inputValue()).toBe('фонари');
    const total = /\d+/.exec((await hand.page.locator('.hits h2').first().textContent())!)![0];
    const saved = hand.page.waitForEvent('download');
    await hand.keys('Alt+KeyS');
    const text = await readFile((await (await saved).path())!, 'utf8');
    expect(text.match(/^([А-Я]{3}-[А-Я]-\d{4}-\d+|[0-9A-Z]{5}-[0-9A-Z]{5});/gm)).toHaveLength(Number(total));
    expect(hand.counted()).toBe(3);
    await close();
  });

  describe('a registrar whose telephone rings', () => {
    let hand: Hand;
    let page: Page;
    beforeAll(async () => {
      hand = await desk('registrar', 'registration');
      page = hand.page;
    });

    it('writes the call down by two keys and one for each cell', async () => {
      await page.getByRole('button', { name: /^Письмо/ }).waitFor();
      await hand.keys('Alt+Digit2');
      await hasFocus(page, 'surname');
      const cells = ['Лазарева', 'Анна', 'Петровна', '', 'г. Алдан, ул. Хвойная, 3', '+7 914 000-00-30', '', ''];
      for (const words of cells) {
        await hand.type(words);
        await hand.keys('Tab');
      }
      // The first settlement of the list.
      await hand.keys('ArrowDown', 'Tab');
      await hand.type('ул. Хвойная, 3');
      // The topic is left to the rules.
      await hand.keys('Tab', 'Tab');
      await hand.type('У дома 3 не горит фонарь.');
      await hand.keys('Control+Enter');
      const receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(
        (await page.getByText('Записано. Регистрационный номер появится').textContent())!,
      )![0];
      expect(hand.counted()).toBeLessThanOrEqual(2 + cells.length + 4);
      const CALL = `query ($number: String) { appeal(district: "aldan", number: $number) {
        text place { settlement { code } text } row { channel } } }`;
      const place = { settlement: { code: 'aldan' }, text: 'ул. Хвойная, 3' };
      await eventually(async () => {
        const { data } = await world.ask(CALL, { number: receipt }, { as: 'aldan.registrar' });
        expect(data?.['appeal']).toEqual({ text: 'У дома 3 не горит фонарь.', place, row: { channel: 'PHONE' } });
        return true;
      });
      await hand.keys('Escape');
    });

    it('begins at the first field that is not filled in, and is led to what is wrong', async () => {
      await page.getByRole('button', { name: /^Письмо/ }).waitFor();
      await page.keyboard.press('Alt+Digit1');
      await hasFocus(page, 'originalNumber');
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
      await hasFocus(page, 'surname');
      expect(await page.locator('[data-field=surname]').inputValue()).toBe('');
      await page.locator('[data-field=text]').fill('Не вывозят мусор.');
      await page.locator('[data-field=phone]').fill('123');
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-field=phone][aria-invalid]').waitFor();
      await hasFocus(page, 'phone');
      await page.locator('[data-field=phone]').fill('+7 914 000-00-21');
      await page.keyboard.press('Control+Enter');
      // Pressed twice: number and code stay.
      await page.getByText('Записано. Регистрационный номер появится').waitFor();
      await page.keyboard.press('Control+Enter');
      expect(await page.locator('.slip-code').count()).toBeGreaterThan(0);
    });

    it('opens the next form by its key, once number and code were to be seen', async () => {
      await eventually(async () => {
        await page.keyboard.press('Alt+Digit1');
        return (await page.locator('.slip-code').count()) === 0 || undefined;
      });
      await hasFocus(page, 'originalNumber');
      expect(await page.locator('[data-field=text]').inputValue()).toBe('');
    });

    it('goes on with the letter as it was', async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Продолжить/ }).press('Enter');
      await page.locator('[data-field=surname]').waitFor();
      expect(await page.locator('[data-field=surname]').inputValue()).toBe('Пестерева');
      await page.locator('[data-field=sheets]').fill('2');
      await page.locator('[data-field=senderKind]').selectOption('PROSECUTOR');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Впишите, кто переслал').first().waitFor();
      await page.locator('[data-field=senderBody]').fill('Прокуратура района');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/Зарегистрировано: № /).waitFor();
    });
  });

  it('a letter on paper is registered by what other programs ask for, its topic proposed', async () => {
    const { page } = await desk('registrar', 'registration');
    const hand = new Hand(page);
    await page.getByRole('button', { name: /^Письмо/ }).waitFor();
    await hand.keys('Alt+Digit1');
    await hasFocus(page, 'originalNumber');
    const cells = {
      surname: 'Сивцева',
      givenName: 'Анна',
      address: 'г. Алдан, ул. Ленина, 1',
      text: 'Прошу починить крыльцо.',
    };
    for (const [field, words] of Object.entries(cells)) {
      await hand.tabTo(page.locator(`[data-field=${field}]`));
      await hand.type(words);
    }
    await hand.keys('Control+Enter');
    await page.getByText(/Зарегистрировано: № /).waitFor();
    hand.counted();
    took('register a paper letter', hand.steps);
    await close();
  });

  it('a question is forwarded to a body of the directory, the notice to the applicant with it', async () => {
    const { card } = await steps.registered('Яма на трассе «Лена» у посёлка. Когда засыпят?', {
      contact: PHONE_NUMBER,
    });
    const hand = await desk('coordinator', `card/${String(card.row['id'])}`);
    await hand.page.locator('.sheet').waitFor();
    await hand.keys('KeyF');
    const body = hand.page.getByRole('dialog').getByRole('combobox');
    await body.and(hand.page.locator(':focus')).waitFor();
    await hand.choose(body, 'Управление автомобильных дорог');
    await hand.keys('Enter');
    await steps.cardWhen(String(card.row['id']), 'aldan.head', ({ notices }) =>
      notices.some(({ kind }) => kind === 'FORWARDED'),
    );
    hand.counted();
    took('forward to another body and tell the applicant', hand.steps);
    await close();
  });

  it('a person is found by the surname, the reason said once for all who call', async () => {
    const hand = await desk('registrar', 'people');
    const query = hand.page.locator('[name=query]');
    await query.fill('ыфвйц');
    await hand.page.locator('[name=reason]').selectOption({ label: 'человек звонит' });
    await query.press('Enter');
    await hand.page.getByText('Никого не нашли.').waitFor();
    await query.fill('');
    await hand.type('лазарева');
    await hand.keys('Enter');
    await hand.page.locator('.nums tbody tr').first().waitFor();
    hand.counted();
    took('find a person by surname', hand.steps);
    await close();
  });

  it('takes for none of the ten commonest tasks more steps than the best of its peers', () => {
    const more = Object.entries(PEERS).flatMap(([task, best]) => {
      const steps = taken.get(task as Task);
      return steps !== undefined && steps <= best ? [] : [`${task}: ${steps ?? 'not counted'}, a peer ${best}`];
    });
    expect(more).toEqual([]);
  });

  it('raises no error in any window', () => {
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
