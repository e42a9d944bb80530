import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { missingBrowser, openBrowser } from '../world/browser.js';
import { CaseWindows, pressings } from '../world/case-windows.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

jest.setTimeout(120_000);

const TITLE = 'Холодно в подъезде';
const MATTER = 'В подъезде холодно вторую неделю.';
const TEXT = 'Стояк отрегулирован, в подъезде тепло.';
const FOUND = `query ($words: String) { publishedAnswers(district: "aldan", words: $words) { total } }`;

/** An answer for all to read, from its author's consent to its end: each act pressed on its screen, each by another person. */
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

  const read = async (path: string) => {
    const answer = await fetch(`${world.url}/aldan/${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  const becomes = (id: string, status: number) =>
    eventually(async () => (await read(`answers/${id}`)).status === status || undefined, 15_000);
  const found = async (words: string) => {
    const { data } = await world.ask(FOUND, { words });
    return (data!['publishedAnswers'] as { total: number }).total;
  };
  const section = (page: Page) =>
    page.locator('section', { has: page.getByRole('heading', { name: 'На сайте для всех' }) });

  /** What the resident, the clerk and the head do, until all may read it. */
  async function published(words: string) {
    const { receipt, card } = await steps.registered(`Я, Трофимов Василий, ${words}: холодно. Тел. 8 924 000-18-33.`);
    await steps.answered(card, TEXT);
    await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    const resident = await windows.follow(receipt);
    await resident.getByText('Можно опубликовать этот ответ?').click();
    await windows.press(resident, /^Согласен опубликовать/);
    await resident.getByText('Вы разрешили опубликовать этот ответ').waitFor();

    const clerk = await windows.desk('coordinator', `card/${receipt.id}`);
    await windows.press(clerk, /^Подготовить для сайта/);
    const form = section(clerk).locator('form');
    await form.getByLabel('Заголовок').fill(TITLE);
    await windows.examine(clerk);
    // What the resident wrote of himself is taken out beside the original, and refused where an official writes it again.
    const asked = form.getByLabel('Вопрос');
    await form.locator('mark', { hasText: '8 924 000-18-33' }).waitFor();
    await eventually(async () => (await asked.inputValue()).includes('[имя убрано]') || undefined);
    expect(await asked.inputValue()).not.toMatch(/Трофимов|924/);
    await asked.fill('Холодно у Трофимова Василия.');
    await form.getByText('Не примем: имя «Трофимова Василия».').waitFor();
    await windows.examine(clerk);
    await windows.press(clerk, /^Передать другому сотруднику/);
    await form.locator('textarea[name=matter][aria-invalid=true]').waitFor();
    await asked.fill(`${MATTER} ${words}`);
    await windows.press(clerk, /^Передать другому сотруднику/);
    await section(clerk).getByText('Ждёт публикации другим сотрудником').waitFor();
    expect(await section(clerk).getByRole('button', { name: 'Опубликовать' }).count()).toBe(0);

    const head = await windows.desk('head', 'list/to-publish');
    await head.getByText(words).first().waitFor();
    await head.goto(`/desk/aldan/card/${receipt.id}`);
    await windows.press(head, /^Опубликовать/);
    const link = section(head).getByRole('link', { name: 'Открыть на сайте' });
    await link.waitFor();
    await windows.examine(head);
    const id = (await link.getAttribute('href'))!.split('/').at(-1)!;
    await becomes(id, 200);
    return { receipt, resident, id };
  }

  const lists = (id: string, path: string, isListed: boolean) =>
    eventually(async () => (await read(path)).text.includes(id) === isListed || undefined, 15_000);

  /** The process forgets its pages within five seconds, caches of readers within half a minute. */
  async function isGone(id: string, words: string): Promise<void> {
    await becomes(id, 410);
    for (const path of ['answers', 'published.atom', `answers?q=${words}`]) await lists(id, path, false);
    expect((await read(`answers/${id}`)).text).not.toContain(TITLE);
    expect(await found(words)).toBe(0);
  }

  it('is consented to, prepared by one official, released by another, read by all, and taken back', async () => {
    const { receipt, resident, id } = await published('лифт');
    const page = await read(`answers/${id}`);
    for (const shown of [TITLE, MATTER, TEXT]) expect(page.text).toContain(shown);
    for (const hidden of ['Трофимов', '924', receipt.number]) expect(page.text).not.toContain(hidden);
    for (const path of ['answers', 'published.atom', 'answers?q=лифт']) await lists(id, path, true);
    expect(await found('лифт')).toBe(1);
    await resident.reload();
    await resident.getByText('Вы разрешили опубликовать этот ответ').click();
    await resident.getByRole('link', { name: 'Открыть на сайте' }).click();
    await resident.getByRole('heading', { name: TITLE }).waitFor();
    await windows.examine(resident);

    const controller = await windows.desk('controller', `card/${receipt.id}`);
    const dialog = await windows.dialog(controller, /^Снять/);
    await dialog.getByRole('textbox').fill('По словам «лифт» узнают человека.');
    await windows.submit(dialog);
    await section(controller).getByText('снято сотрудником').waitFor();
    await isGone(id, 'лифт');
  });

  it('is taken back with the consent of its author', async () => {
    const { receipt, id } = await published('козырёк');
    const resident = await windows.follow(receipt);
    await resident.getByText('Вы разрешили опубликовать этот ответ').click();
    await windows.press(resident, /^Отозвать согласие/);
    await isGone(id, 'козырёк');
  });

  const drawn = (ground: string, shape: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="${ground}"/>${shape}</svg>`;
  const HOLE = drawn('#8a8f94', '<ellipse cx="800" cy="700" rx="420" ry="220" fill="#3b3a38"/>');
  const ROAD = drawn('#6f7478', '<rect x="760" width="80" height="1200" fill="#f4f4f4"/>');

  async function upload(svg: string, query: object = {}, as?: string): Promise<Record<string, string>> {
    const body = new FormData();
    const bytes = await sharp(Buffer.from(svg))
      .jpeg()
      .withExif({ IFD0: { Artist: 'Трофимов' } })
      .toBuffer();
    body.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'IMG_1.jpg');
    const headers = as === undefined ? {} : { authorization: `Bearer ${await world.token(as)}` };
    const url = `${world.url}/files?${new URLSearchParams({ district: 'aldan', ...query })}`;
    return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Record<string, string>;
  }

  it('has photos of before and after, each released by itself', async () => {
    const hole = await upload(HOLE);
    const { receipt, card } = await steps.registered('Яма у школы.', { files: [hole['id']] });
    const response = card.row.questions[0]!.response!.id;
    const { id: file, receipt: proof } = await upload(ROAD, { response }, steps.login('executor'));
    await steps.answered(card, 'Яму засыпали, асфальт уложен.', { files: [{ id: file, receipt: proof }] });
    await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    const resident = await windows.follow(receipt);
    await resident.getByText('Можно опубликовать этот ответ?').click();
    await windows.press(resident, /^Согласен опубликовать/);
    await resident.getByText('Вы разрешили опубликовать этот ответ').waitFor();

    const clerk = await windows.desk('coordinator', `card/${receipt.id}`);
    await windows.press(clerk, /^Подготовить для сайта/);
    const form = section(clerk).locator('form');
    await form.getByLabel('Заголовок').fill('Яма у школы');
    await form.getByLabel(/^Показать «до»/).check();
    await form.getByLabel(/^Показать «после»/).check();
    const [before, after] = await form.getByLabel(/^Что на снимке/).all();
    await before!.fill('Яма во всю полосу');
    await after!.fill('Ровный асфальт на том же месте');
    await windows.examine(clerk);
    await windows.press(clerk, /^Передать другому сотруднику/);
    await section(clerk).getByText('Ждёт публикации другим сотрудником').waitFor();

    const head = await windows.desk('head', `card/${receipt.id}`);
    for (const at of [0, 1])
      await section(head)
        .getByLabel(/^Лиц, номеров машин/)
        .nth(at)
        .check();
    await windows.examine(head);
    await windows.press(head, /^Опубликовать/);
    const link = section(head).getByRole('link', { name: 'Открыть на сайте' });
    await link.waitFor();
    const id = (await link.getAttribute('href'))!.split('/').at(-1)!;
    await becomes(id, 200);
    await resident.goto(`/aldan/answers/${id}`);
    for (const [alt, number] of [
      ['Яма во всю полосу', 1],
      ['Ровный асфальт на том же месте', 2],
    ] as const) {
      const image = resident.getByRole('img', { name: alt });
      await image.scrollIntoViewIfNeeded();
      await eventually(
        async () =>
          (await resident.evaluate(`document.querySelector('[src$="/${number}"]').naturalWidth`)) === 1_200 ||
          undefined,
      );
      expect(await image.getAttribute('src')).toBe(`/files/aldan/published/${id}/${number}`);
    }
    await windows.examine(resident);

    const again = await windows.follow(receipt);
    await again.getByText('Вы разрешили опубликовать этот ответ').click();
    await windows.press(again, /^Отозвать согласие/);
    const seen = async (number: number) => (await fetch(`${world.url}/files/aldan/published/${id}/${number}`)).status;
    await eventually(async () => ((await seen(1)) === 404 && (await seen(2)) === 404) || undefined, 15_000);
    await becomes(id, 410);
  });

  it('meets WCAG 2.2 AA on every screen, and raises no error in any window', () => {
    expect(windows.findings).toEqual([]);
    expect(windows.faults()).toEqual([]);
  });
});
