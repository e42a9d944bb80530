import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Browser, Locator } from 'playwright-core';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
import { Steps, type Card, type Fields, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

/** A ground of 59-FZ art. 11 or 8(7), its input, and the notice to the applicant. */
interface Ground {
  readonly ground: string;
  readonly fill?: (dialog: Locator) => Promise<void>;
  /** Absent: there is no addressee. */
  readonly letter?: readonly [subject: string, ...words: readonly string[]];
  /** On the applicant's page. */
  readonly page: string;
  readonly card: string;
}

/** Where all may read an answer of the district. */
let published: string;
/** Code of its topic. */
let topic: string;
const BEFORE = 'Когда отремонтируют мост?';
const grounds: readonly Ground[] = [
  { ground: 'ANON', page: 'нет фамилии или адреса', card: 'Нет фамилии или адреса для ответа (часть 1)' },
  {
    ground: 'COURT',
    page: 'Решение суда обжалуют в суде',
    card: 'Обжалуется решение суда (часть 2)',
    letter: ['О вашем обращении №', 'возвращаем обращение', 'часть 2 статьи 11'],
  },
  {
    ground: 'ABUSE',
    page: 'оскорбления или угрозы',
    card: 'Оскорбления или угрозы (часть 3)',
    letter: ['О вашем обращении №', 'Злоупотреблять правом на обращение недопустимо', 'часть 3 статьи 11'],
  },
  {
    ground: 'UNREADABLE',
    page: 'Текст не удалось прочитать',
    card: 'Текст нельзя прочитать (часть 4)',
    letter: ['О вашем обращении №', 'Пришлите его ещё раз в разборчивом виде', 'часть 4 статьи 11'],
  },
  {
    ground: 'UNCLEAR',
    page: 'не удалось понять',
    card: 'Непонятно, о чём просят (часть 4.1)',
    letter: ['О вашем обращении №', 'Напишите, пожалуйста, что случилось', 'часть 4.1 статьи 11'],
  },
  {
    ground: 'REPEAT',
    page: 'уже отвечали',
    card: 'На это уже отвечали, доводов новых нет (часть 5)',
    fill: async (dialog) => {
      for (const before of await dialog.getByLabel(BEFORE).all()) await before.check();
    },
    letter: ['Переписка прекращена: ваше обращение №', 'Переписка по нему прекращена', 'часть 5 статьи 11'],
  },
  {
    ground: 'PUBLISHED',
    page: 'уже опубликован на сайте',
    card: 'Ответ опубликован на сайте (часть 5.1)',
    fill: (dialog) => dialog.getByLabel('Адрес страницы с ответом').fill(published),
    letter: ['О вашем обращении №', 'https://aldan.example/aldan/answers/', 'часть 5.1 статьи 11'],
  },
  {
    ground: 'SECRET',
    page: 'не раскрыв сведений',
    card: 'Ответ раскрыл бы тайну, охраняемую законом (часть 6)',
    letter: ['О вашем обращении №', 'раскрыть сведения, которые охраняет закон', 'часть 6 статьи 11'],
  },
  {
    ground: 'COMPLAINT',
    page: 'обжаловать в суд',
    card: 'Жалоба на тех, кому её пришлось бы направить',
    letter: ['О вашем обращении №', 'возвращаем обращение', 'обжаловать в суд', 'часть 7 статьи 8'],
  },
];

/**
 * 59-FZ art. 11: the head decides on the card, by each ground of the law, and the applicant is notified where it
 * demands that.
 */
needing(missingBrowser, () => {
  let world: World;
  let browser: Browser;
  let steps: Steps;
  let windows: CaseWindows;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    windows = new CaseWindows(browser, world.url, 'aldan', pressings.mouse);
    const { receipt, card } = await entered('Когда откроют каток?', 'rink@aldan.example');
    await steps.answered(card, 'Каток откроют 1 декабря.');
    ({ topic } = await routed(receipt));
    const texts = { title: 'Каток', matter: 'Когда откроют каток?', text: 'Каток откроют 1 декабря.' };
    published = `https://aldan.example/aldan/answers/${await steps.published(receipt.id, texts)}`;
  }, 300_000);
  afterAll(async () => {
    await windows?.close();
    await browser?.close();
    await world?.stop();
  });

  const seen = (id: string, until: (card: Card) => boolean) => steps.cardWhen(id, steps.login('coordinator'), until);

  async function entered(
    text: string,
    contact: string,
    isAnonymous = false,
  ): Promise<{ readonly receipt: Outcome; readonly card: Card }> {
    const sender = isAnonymous ? {} : { contact, surname: 'Седых', givenName: 'Зоя' };
    const paper: Fields = { channel: 'PAPER', text, ...sender };
    const receipt = await steps.must('enterAppeal', 'registrar', paper);
    await steps.must('registerAppeal', 'registrar', { id: receipt.id, expectedVersion: receipt.version });
    return { receipt, card: await seen(receipt.id, ({ row }) => row.questions[0]?.response?.id !== undefined) };
  }

  /** Of whom a complaint complains. */
  async function noteWhom(ground: string, receipt: Outcome, { row }: Card): Promise<void> {
    if (ground !== 'COMPLAINT') return;
    const { id, version } = row.questions[0]!;
    await steps.must('noteComplainedOf', 'registrar', { id, expectedVersion: version, of: ['energosbyt'] });
    await seen(receipt.id, (now) => now.row.questions[0]!.version > version);
  }

  /** The topic that a rule or the coordinator chose. */
  async function routed({ id }: Outcome): Promise<{ readonly topic: string }> {
    const { row } = await seen(id, (now) => now.row.questions[0]?.state !== 'OPEN');
    return { topic: (row.questions[0] as unknown as { readonly topic: { readonly code: string } }).topic.code };
  }

  /** To the topic of the published answer: without it, the answer is no ground. */
  async function routedLike(ground: string, receipt: Outcome, { row }: Card): Promise<void> {
    const { id, version, state } = row.questions[0]!;
    if (ground !== 'PUBLISHED' || state !== 'OPEN') return;
    const route = { id, expectedVersion: version, topic, department: 'obrashcheniya' };
    await steps.must('routeQuestion', 'coordinator', route);
    expect(await routed(receipt)).toEqual({ topic });
  }

  /** The number of the second. */
  async function answeredTwice(contact: string): Promise<unknown> {
    let before: unknown;
    for (const when of ['летом', 'осенью']) {
      const { receipt, card } = await entered(BEFORE, contact);
      await steps.answered(card, `Мост отремонтируют ${when}.`);
      before = (await seen(receipt.id, ({ row }) => row.state === 'ANSWERED')).row['number'];
    }
    return before;
  }

  /** Subjects and texts of the letters that went to an address. */
  async function letters(address: string) {
    const folder = join(world.dataDir, 'outbox');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    const all = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
    return all.filter(({ to }) => JSON.stringify(to).includes(address));
  }

  it.each(grounds)('$ground', async ({ ground, fill, letter, page: told, card: shown }) => {
    const contact = `left-${ground.toLowerCase()}@aldan.example`;
    const before = ground === 'REPEAT' ? await answeredTwice(contact) : undefined;
    const { receipt, card } = await entered(
      `Письмо, на которое не ответят по существу: ${ground}.`,
      contact,
      ground === 'ANON',
    );
    await noteWhom(ground, receipt, card);
    await routedLike(ground, receipt, card);
    const head = await windows.desk('head', `card/${receipt.id}`);
    const dialog = await windows.dialog(head, /^Оставить без ответа/);
    await dialog.getByRole('combobox').selectOption(ground);
    await fill?.(dialog);
    await dialog.getByRole('textbox').last().fill('Только для сотрудников.');
    await windows.submit(dialog);
    // The question's end and the proof by which it ended come by two topics.
    const ended = await seen(
      receipt.id,
      ({ row, notices }) =>
        row.questions[0]?.state === 'LEFT_UNANSWERED' && notices.every(({ state }) => state !== 'PENDING'),
    );
    expect(ended.row.state).toBe('LEFT_UNANSWERED');
    await head.locator('table.qs').getByText(shown).waitFor();
    if (before) await head.getByRole('link', { name: `ответ по № ${String(before)}` }).waitFor();
    if (ground === 'PUBLISHED') await head.getByRole('link', { name: published }).waitFor();
    await windows.examine(head);

    const kind = ground === 'REPEAT' ? 'CORRESPONDENCE_ENDED' : 'LEFT_UNANSWERED';
    const notices = ended.notices.filter((one) => one.kind !== 'REGISTERED');
    expect(notices).toMatchObject(letter ? [{ kind, way: 'EMAIL', state: 'DISPATCHED' }] : []);
    if (letter) {
      const [subject, ...words] = letter;
      const sent = await eventually(async () =>
        (await letters(contact)).find((one) => one.subject?.startsWith(subject) ?? false),
      );
      const number = String(ended.row['number']);
      for (const word of [...words, number, ...(before ? [String(before)] : [])]) expect(sent.text).toContain(word);
      expect(sent.text).not.toContain('Только для сотрудников');
    }

    const page = await windows.follow(receipt);
    await page.getByText(told).first().waitFor();
    expect(await page.getByText('Только для сотрудников').count()).toBe(0);
    await windows.examine(page);
  });

  it('meets WCAG 2.2 AA on every screen, and raises no error in any window', () => {
    expect(windows.findings).toEqual([]);
    expect(windows.faults()).toEqual([]);
  });
});
