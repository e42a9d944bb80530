import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { simpleParser } from 'mailparser';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, DESK, missingBrowser, openBrowser, openWindow, PHONE } from '../world/browser.js';
import { Steps, type Card, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** 59-FZ art. 8(3), 10(1)2: a body answers on the page of its letter, without an account. */
needing(missingBrowser, () => {
  let world: World;
  let steps: Steps;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  const as = (role: string, district = 'aldan') => ({ as: `${district}.${role}` });
  const CLOSED = 'Ссылка не открывается';
  const findings: string[] = [];
  const examine = async (page: Page) => void findings.push(...(await accessibilityFindings(page)));
  const title = (page: Page) => page.locator('h1').textContent();

  /** The link of the letter with that subject, once it has come to the body's address. */
  function letterTo(address: string, subject: string): Promise<{ readonly text: string; readonly link: string }> {
    return eventually(async () => {
      const folder = join(world.dataDir, 'outbox');
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const all = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
      const found = all.find(({ to, subject: of }) => JSON.stringify(to).includes(address) && of?.includes(subject));
      if (!found?.text) throw new Error(`no letter about ${subject} came to ${address}`);
      const [link] = /http:\S+\/aldan\/body\/[\w-]{64}/.exec(found.text) ?? [];
      return { text: found.text, link: new URL(link!).pathname };
    }, 20_000);
  }

  async function openings(appeal: string): Promise<readonly (string | null)[]> {
    const query = `query ($appeal: UUID!) { openings(district: "aldan", appeal: $appeal, kinds: [BODY_PAGE], first: 10) {
      nodes { body official { id } role } } }`;
    const { data } = await world.ask(query, { appeal }, as('controller'));
    const { nodes } = data!['openings'] as { nodes: { body: string | null; official: unknown; role: string }[] };
    expect(nodes.every(({ official, role }) => official === null && role === 'ANYONE')).toBe(true);
    return nodes.map(({ body }) => body);
  }

  async function questions<Part>(appeal: string, part: string): Promise<readonly Part[]> {
    const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { questions { ${part} } } }`;
    const { data, errors } = await world.ask(query, { id: appeal }, as('coordinator'));
    if (errors[0]) throw new Error(errors[0].message);
    return (data!['appeal'] as { questions: readonly Part[] }).questions;
  }

  async function forwarded(text: string): Promise<{ readonly receipt: Outcome; readonly card: Card }> {
    const contact = 'egor@example.org';
    const { receipt, card } = await steps.registered(text, { name: 'Егор Сыромятников', contact });
    const [question] = card.row.questions;
    const to = [{ organisation: 'omvd' }];
    await steps.must('forwardQuestion', 'coordinator', { id: question!.id, expectedVersion: question!.version, to });
    const end = await steps.cardWhen(receipt.id, steps.login('coordinator'), ({ row }) =>
      row.questions[0]!.state.startsWith('FORWARD'),
    );
    return { receipt, card: end };
  }

  const numberOf = ({ row }: Card) => String(row['number']);

  describe('a question that was forwarded to a body with an e-mail', () => {
    const text = 'Сосед по ночам шумит, не даёт спать.';
    let receipt: Outcome;
    let card: Card;
    let page: Page;
    let link: string;
    beforeAll(async () => {
      ({ receipt, card } = await forwarded(text));
      ({ page } = await openWindow(browser, world.url, { size: PHONE, script: false }));
    }, 60_000);
    afterAll(() => page.context().close());

    it('comes by a letter that names the number and the page, and nothing of the applicant', async () => {
      const letter = await letterTo('omvd@aldan.example', numberOf(card));
      ({ link } = letter);
      expect(letter.text).toContain('Отдел МВД по району');
      for (const personal of [text, 'Сыромятников', 'egor@example.org']) expect(letter.text).not.toContain(personal);
    });

    it('shows what it is about, and the personal data after a press that is recorded once', async () => {
      await eventually(async () => {
        await page.goto(link);
        expect(await title(page)).toBe('Вопрос направлен вам');
        return true;
      });
      const closed = await page.locator('main').innerText();
      expect(closed).toContain(numberOf(card));
      for (const personal of [text, 'Сыромятников', 'egor@example.org']) expect(closed).not.toContain(personal);
      expect(await openings(receipt.id)).toEqual([]);
      await page.getByRole('button', { name: 'Показать письмо' }).click();
      const open = await page.locator('main').innerText();
      for (const personal of [text, 'Егор Сыромятников', 'egor@example.org']) expect(open).toContain(personal);
      await page.goto(link);
      await page.getByRole('button', { name: 'Показать письмо' }).click();
      expect(await openings(receipt.id)).toEqual(['Отдел МВД по району']);
    });

    it('is reported as taken up, and names what is missing', async () => {
      await page.getByRole('button', { name: 'Сообщить администрации' }).click();
      expect(await page.locator('#errors').innerText()).toContain('Выберите, что сделано с вопросом');
      await page.getByText('Приняли к рассмотрению', { exact: true }).click();
      await page.getByRole('button', { name: 'Сообщить администрации' }).click();
      expect(await page.locator('#errors').innerText()).toContain('номер, под которым вы зарегистрировали');
      await page.locator('[name=number]').fill('КУСП-318');
      await page.getByRole('button', { name: 'Сообщить администрации' }).click();
      await page.getByText('Записали: вопрос принят').waitFor();
      expect(await page.locator('main').innerText()).toContain('КУСП-318');
    });

    it('is reported as answered; the card has both, and the link opens no more', async () => {
      await page.getByRole('button', { name: 'Показать письмо' }).click();
      await page.getByText('Рассмотрели и ответили заявителю').click();
      await page.locator('[name=text]').fill('С соседом проведена беседа.');
      await page.getByRole('button', { name: 'Сообщить администрации' }).click();
      expect(await title(page)).toBe('Спасибо, записали');
      type Part = { bodies: { linkOpens: boolean; reactions: Record<string, unknown>[] }[] };
      const part = 'bodies { linkOpens reactions { reaction source number text } }';
      const [body] = await eventually(async () => {
        const [{ bodies }] = (await questions<Part>(receipt.id, part)) as [Part];
        expect(bodies[0]!.reactions).toHaveLength(2);
        return bodies;
      });
      expect(body).toMatchObject({
        linkOpens: false,
        reactions: [
          { reaction: 'ACCEPTED', source: 'PAGE', number: 'КУСП-318' },
          { reaction: 'ANSWERED', source: 'PAGE', text: 'С соседом проведена беседа.' },
        ],
      });
      expect((await page.goto(link))?.status()).toBe(404);
      expect(await title(page)).toBe(CLOSED);
    });
  });

  describe('a link that opens nothing', () => {
    const made = `/aldan/body/${'A'.repeat(64)}`;
    let page: Page;
    beforeAll(async () => void ({ page } = await openWindow(browser, world.url)));
    afterAll(() => page.context().close());

    it.each([
      ['made up', () => made],
      ['cut', () => made.slice(0, -1)],
      ['with other characters', () => '/aldan/body/%F0%9F%98%80'],
    ])('is explained in one sentence: %s', async (_, link) => {
      expect((await page.goto(link()))?.status()).toBe(404);
      expect(await title(page)).toBe(CLOSED);
      const { status } = await fetch(`${world.url}${link()}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ act: 'react', reaction: 'ANSWERED', reactedOn: '2026-01-12' }),
      });
      expect(status).toBe(404);
    });

    it('is one of another district, and one that was revoked at the desk', async () => {
      const { receipt, card } = await forwarded('Ночью во дворе громко ездят мотоциклы.');
      const { link } = await letterTo('omvd@aldan.example', numberOf(card));
      await eventually(async () => expect((await page.goto(link))?.status()).toBe(200) ?? true);
      expect((await page.goto(link.replace('aldan', 'kuol')))?.status()).toBe(404);
      type Part = { id: string; bodies: { letter: string }[] };
      const [{ id, bodies }] = (await questions<Part>(receipt.id, 'id bodies { letter }')) as [Part];
      const now = await steps.cardWhen(receipt.id, steps.login('coordinator'), ({ row }) => row.state === 'FORWARDED');
      const revoking = { id, letter: bodies[0]!.letter, expectedVersion: now.row.questions[0]!.version };
      await steps.must('revokeBodyLink', 'registrar', revoking);
      await eventually(async () => expect((await page.goto(link))?.status()).toBe(404) ?? true);
      expect(await title(page)).toBe(CLOSED);
    });
  });

  it('an organisation that does the work drafts the answer on its page; the official answers', async () => {
    const text = 'На улице Мира третий день течёт колонка.';
    const { receipt, card } = await steps.registered(text, {
      name: 'Нюргуяна Попова',
      contact: 'nyurguyana@example.org',
    });
    let [{ id, version, state }] = card.row.questions as [Card['row']['questions'][number]];
    const route = { id, topic: 'voda', department: 'zhkh', expectedVersion: version };
    if (state === 'OPEN') ({ version } = await steps.must('routeQuestion', 'coordinator', route));
    const ask = (of: Record<string, string>) => ({
      id,
      expectedVersion: version,
      of,
      asked: 'Когда почините колонку?',
    });
    const court = await steps.mutate('requestInformation', ask({ organisation: 'sud' }), as('executor'));
    expect(court.refused).toBe('BODY_CANNOT_BE_ASKED');
    const given = { ...ask({ organisation: 'vodokanal' }), purpose: 'DRAFT', until: '2099-12-01' };
    await steps.must('requestInformation', 'executor', given);
    const letter = await letterTo('vodokanal@aldan.example', numberOf(card));
    expect(letter.text).not.toContain(text);
    const { page, context } = await openWindow(browser, world.url, { size: DESK });
    await eventually(async () => expect((await page.goto(letter.link))?.status()).toBe(200) ?? true);
    await page.getByRole('button', { name: 'Показать письмо' }).click();
    const shown = await page.locator('main').innerText();
    for (const said of [text, 'Когда почините колонку?', '1 декабря 2099']) expect(shown).toContain(said);
    for (const personal of ['Попова', 'nyurguyana@example.org']) expect(shown).not.toContain(personal);
    await examine(page);
    await page.locator('[name=text]').fill('Колонку заменим до пятницы.');
    await page.getByRole('button', { name: 'Сообщить администрации' }).click();
    expect(await title(page)).toBe('Спасибо, записали');
    await examine(page);
    type Part = { requests: { purpose: string; text: string | null; source: string; linkOpens: boolean }[] };
    const requests = await eventually(async () => {
      const [part] = await questions<Part>(receipt.id, 'requests { purpose text source linkOpens }');
      expect(part!.requests[0]?.text).toBeTruthy();
      return part!.requests;
    });
    const answered = { purpose: 'DRAFT', text: 'Колонку заменим до пятницы.', source: 'PAGE', linkOpens: false };
    expect(requests).toEqual([answered]);
    expect((await page.goto(letter.link))?.status()).toBe(404);
    expect(await openings(receipt.id)).toEqual(['Водоканал, ресурсоснабжающая организация']);
    await context.close();
  }, 90_000);

  it('works for everybody: forms with and without errors, by axe, on a phone', async () => {
    const { card } = await forwarded('Возле школы быстро ездят машины.');
    const { link } = await letterTo('omvd@aldan.example', numberOf(card));
    const { page, faults, context } = await openWindow(browser, world.url, { size: PHONE });
    await eventually(async () => expect((await page.goto(link))?.status()).toBe(200) ?? true);
    await examine(page);
    await page.getByRole('button', { name: 'Показать письмо' }).click();
    await examine(page);
    await page.getByRole('button', { name: 'Сообщить администрации' }).click();
    await examine(page);
    await page.goto(`/aldan/body/${'A'.repeat(64)}`);
    await examine(page);
    expect(findings).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);
});
