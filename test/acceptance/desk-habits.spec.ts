import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Browser, Page, Request } from 'playwright-core';
import {
  closeWindows,
  findButton,
  missingBrowser,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from '../world/browser.js';
import { Steps, type Fields } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const operationOf = (request: Request): string | undefined =>
  request.method() === 'POST' && request.url().endsWith('/graphql')
    ? (request.postDataJSON() as { operationName?: string }).operationName
    : undefined;

/** What who works many letters in a row stumbles over: lost keys, lost places, refusals out of sight. */
needing(missingBrowser, () => {
  let world: World;
  let steps: Steps;
  let browser: Browser;
  const windows: Window[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    for (const text of ['Когда откроют переправу?', 'Где взять справку?', 'Кто чистит двор?', 'Почему нет автобуса?']) {
      const { card } = await steps.registered(text);
      await steps.proposed(card, `Ответ: ${text}`);
    }
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  async function desk(role: string, path: string): Promise<Page> {
    const window = await openWindow(browser, world.url);
    windows.push(window);
    await signIn(window.page, `aldan.${role}`, path === '' ? '/desk/aldan' : `/desk/aldan/${path}`);
    return window.page;
  }

  const rows = (page: Page) => page.locator('.stream .msg');
  const current = (page: Page) => page.locator('.stream .msg.is-cursor .msg-open').innerText();

  describe('an approver', () => {
    afterAll(() => closeWindows(windows));
    let page: Page;
    beforeAll(async () => {
      page = await desk('approver', '');
      await page.getByRole('button', { name: /^Прочитать/ }).waitFor();
      await page.keyboard.press('Enter');
      await rows(page).nth(3).waitFor();
    }, 60_000);

    it('finds at sign-in what waits for approval, one key away', () => {
      expect(new URL(page.url()).pathname).toBe('/desk/aldan/approval');
    });

    it('comes back from a card to the row from which it was opened', async () => {
      await page.keyboard.press('KeyJ');
      await page.keyboard.press('KeyJ');
      const third = await rows(page).nth(2).locator('.msg-open').innerText();
      await eventually(async () => (await current(page)) === third || undefined);
      await page.getByRole('link', { name: 'Открыть карточку' }).click();
      await page.locator('.sheet').waitFor();
      await page.keyboard.press('Escape');
      await rows(page).nth(2).waitFor();
      await eventually(async () => (await current(page)) === third || undefined);
    });

    it('sees over the list that a colleague was quicker, with the words that were written', async () => {
      const other = await desk('approver', 'approval');
      await rows(other).nth(2).waitFor();
      const number = await current(other);
      await other.getByRole('button', { name: /^Вернуть:/ }).waitFor();
      await other.keyboard.press('KeyB');
      await other.keyboard.press('ArrowDown');
      await other.keyboard.press('Tab');
      await other.keyboard.type('Назовите день.');
      // A colleague approves while the act is on its way; it may be sent more than once.
      let isApproved = false;
      await other.route('**/graphql', async (route) => {
        if (!isApproved && operationOf(route.request()) === 'SendBackResponse') {
          isApproved = true;
          const { variables } = route.request().postDataJSON() as { variables: { input: Fields } };
          const { id, expectedVersion } = variables.input;
          await steps.must('approveResponse', 'approver', { id, expectedVersion });
        }
        await route.continue();
      });
      await other.keyboard.press('Control+Enter');
      const refused = other.locator('.result-failed');
      await refused.waitFor();
      const text = await refused.innerText();
      expect(text).toContain(number);
      expect(text).toContain('Назовите день.');
      const [box, list] = await Promise.all([refused.boundingBox(), other.locator('.stream-rows').boundingBox()]);
      expect(box!.y + box!.height).toBeLessThanOrEqual(list!.y + list!.height + 1);
      await refused.getByRole('button', { name: 'Скрыть' }).click();
      await eventually(async () => (await refused.count()) === 0 || undefined);
    });
  });

  describe('an executor', () => {
    afterAll(() => closeWindows(windows));
    it('loses no key while cards are loaded', async () => {
      const page = await desk('executor', 'list/in-work');
      await page.locator('a[data-row]').nth(3).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(/^1 из /).waitFor();
      await page.route('**/graphql', async (route) => {
        if (operationOf(route.request()) === 'Card') await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.keyboard.press('KeyJ');
      await page.keyboard.press('KeyJ');
      await page.keyboard.press('KeyJ');
      await page.getByText(/^4 из /).waitFor();
      await page.locator('.sheet').waitFor();
    });
  });

  describe('a coordinator', () => {
    afterAll(() => closeWindows(windows));
    it('chooses an executor by name also where the names could not be loaded at first', async () => {
      const window = await openWindow(browser, world.url);
      windows.push(window);
      const { page } = window;
      let isBroken = true;
      await page.route('**/graphql', (route) =>
        isBroken && operationOf(route.request()) === 'Directory' ? route.abort() : route.continue(),
      );
      await signIn(page, 'aldan.coordinator', '/desk/aldan/list/unassigned');
      await page.locator('a[data-row]').first().waitFor();
      await page.keyboard.press('KeyX');
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: /^Исполнитель/ })
        .waitFor();
      await page.keyboard.press('KeyA');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('alert').waitFor();
      expect(await dialog.locator('select').count()).toBe(0);
      isBroken = false;
      await dialog.getByRole('button', { name: 'Повторить' }).click();
      await dialog.locator('select option', { hasText: 'Охлопков' }).waitFor({ state: 'attached' });
      await page.keyboard.press('Escape');
    });

    it('finds in a dialog what was typed there until its act is done, and nothing of it afterwards', async () => {
      const { receipt } = await steps.registered('Пруд у школы зацвёл.');
      const page = await desk('coordinator', `card/${receipt.id}`);
      const dialog = page.getByRole('dialog');
      const [body, asked] = [dialog.getByLabel('Название органа'), dialog.getByLabel('Что нужно')];
      const open = async () => (await findButton(page, /^Запросить сведения или проект/)).click();
      const send = () => dialog.getByRole('button', { name: /^Запросить/ }).click();
      await open();
      await body.fill('Росводресурсы');
      await dialog.getByLabel('Почтовый адрес').fill('г. Алдан, Октябрьская ул., 1');
      await asked.fill('Чей это пруд?');
      // A colleague is quicker; the act may be sent more than once.
      let isNoted = false;
      await page.route('**/graphql', async (route) => {
        if (!isNoted && operationOf(route.request()) === 'CardRequest') {
          isNoted = true;
          const { variables } = route.request().postDataJSON() as { variables: { input: Fields } };
          const { id, expectedVersion } = variables.input;
          await steps.must('noteComplainedOf', 'registrar', { id, expectedVersion, of: ['energosbyt'] });
        }
        await route.continue();
      });
      await send();
      // The dialog stays, with the refusal's words and what was typed.
      await dialog.getByRole('alert').first().waitFor();
      await page.getByText('Жалоба на: Энергосбыт').waitFor({ state: 'attached' });
      expect([await body.inputValue(), await asked.inputValue()]).toEqual(['Росводресурсы', 'Чей это пруд?']);
      await dialog.getByRole('button', { name: 'Видел, решаю дальше' }).click();
      await send();
      await page.getByText('Запрошены сведения: Росводресурсы').first().waitFor();
      await open();
      expect([await body.inputValue(), await asked.inputValue()]).toEqual(['', '']);
      await page.keyboard.press('Escape');
    });

    it('keeps what was typed for an act that is offered no more, and says why', async () => {
      const { receipt } = await steps.registered('Мост у мельницы размыло.');
      const page = await desk('coordinator', `card/${receipt.id}`);
      const dialog = page.getByRole('dialog');
      const body = dialog.getByLabel('Название органа');
      const send = () => dialog.getByRole('button', { name: /^Направить/ }).click();
      await (await findButton(page, /^Направить по компетенции/)).click();
      await body.fill('Росприроднадзор');
      await dialog.getByLabel('Почтовый адрес').fill('г. Якутск, ул. Дзержинского, 3');
      let isForwarded = false;
      await page.route('**/graphql', async (route) => {
        if (!isForwarded && operationOf(route.request()) === 'CardForward') {
          isForwarded = true;
          const { variables } = route.request().postDataJSON() as { variables: { input: Fields } };
          const { id, expectedVersion } = variables.input;
          await steps.must('forwardQuestion', 'coordinator', { id, expectedVersion, to: [{ organisation: 'omvd' }] });
        }
        await route.continue();
      });
      await send();
      await dialog.getByRole('alert').first().waitFor();
      await dialog.getByRole('button', { name: 'Видел, решаю дальше' }).click();
      expect(await body.inputValue()).toBe('Росприроднадзор');
      await send();
      await dialog.getByRole('alert').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('button', { hasText: /^Направить по компетенции/ }).waitFor({ state: 'detached' });
    });

    it('finds by its words what can be done with a card and which list can be opened', async () => {
      const { receipt } = await steps.registered('Качели на площадке сломаны.');
      const page = await desk('coordinator', `card/${receipt.id}`);
      const dialog = page.getByRole('dialog');
      const found = dialog.getByRole('option');
      // Keys that are pressed before the palette is there are the screen's.
      const look = async (words: string) => {
        await page.keyboard.press('Control+KeyK');
        await dialog.getByRole('combobox').waitFor();
        await page.keyboard.type(words);
      };
      await page.locator('button', { hasText: 'Запросить сведения или проект' }).waitFor({ state: 'attached' });
      await look('проект свед');
      await eventually(async () => (await found.count()) === 1 || undefined);
      expect(await found.innerText()).toMatch(/^\s*Запросить сведения или проект/);
      await page.keyboard.press('Enter');
      await dialog.getByLabel('Название органа').waitFor();
      await page.keyboard.press('Escape');
      await look('НЕ НАЗН');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/list/unassigned');
      // A number, typed or scanned, opens its card.
      await look(receipt.number.toLowerCase());
      await dialog.getByRole('option', { name: /^Открыть / }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/card/${receipt.id}`);
    });

    it('prints a worklist as a table with whole texts, and its head on each sheet', async () => {
      const page = await desk('coordinator', 'list/in-work');
      await page.locator('a[data-row]').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      const styles = await page.evaluate<readonly string[]>(`[
        getComputedStyle(document.querySelector('.rows thead')).display,
        getComputedStyle(document.querySelector('.rows tbody .gist-line')).whiteSpace,
        getComputedStyle(document.querySelector('.rows tbody td')).display,
      ]`);
      expect(styles).toEqual(['table-header-group', 'normal', 'none']);
      await page.emulateMedia({ media: 'screen' });
    });

    it('shows the columns that were chosen, also after a reload; Escape closes the choice and nothing else', async () => {
      const page = await desk('coordinator', 'list/in-work');
      const heads = async (): Promise<readonly string[]> => {
        await page.locator('a[data-row]').first().waitFor();
        return page.getByRole('columnheader').allInnerTexts();
      };
      const usual = await heads();
      await page.getByRole('button', { name: 'Столбцы' }).press('Enter');
      await page.getByRole('checkbox', { name: 'Дата' }).uncheck();
      await page.getByRole('checkbox', { name: 'Тематика' }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('checkbox', { name: 'Тематика' }).waitFor({ state: 'hidden' });
      expect(new URL(page.url()).pathname).toBe('/desk/aldan/list/in-work');
      await page.reload();
      const chosen = usual.filter((head) => head !== 'Дата');
      expect(await heads()).toEqual(chosen.toSpliced(chosen.indexOf('Суть') + 1, 0, 'Тематика'));
    });
  });

  describe('a controller', () => {
    afterAll(() => closeWindows(windows));
    let page: Page;
    let roads: readonly { readonly id: string }[];
    beforeAll(async () => {
      const { card } = await steps.registered('Дорога в посёлок разбита, ямы по колено.');
      const [{ id, version, state }] = card.row.questions as unknown as [Fields];
      const route = { id, expectedVersion: version, topic: 'dorogi', department: 'dorogi' };
      if (state === 'OPEN') await steps.must('routeQuestion', 'coordinator', route);
      const coded = `{ questions(district: "aldan", first: 100, filter: { worklist: IN_WORK, classifier: "0003.0009.0099" }) {
        nodes { id } } }`;
      roads = await eventually(async () => {
        const { data } = await world.ask(coded, {}, { as: steps.login('controller') });
        const { nodes } = data!['questions'] as { nodes: readonly { id: string }[] };
        return nodes.some((one) => one.id === id) ? nodes : undefined;
      });
      page = await desk('controller', 'list/in-work');
      await page.locator('a[data-row]').nth(3).waitFor();
    }, 60_000);

    /** The lines of the file that a press saves. */
    const saved = async (): Promise<readonly string[]> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ]);
      return (await readFile((await file.path())!, 'utf8')).split('\r\n').filter(Boolean);
    };

    it('narrows a list by the beginning of a classifier’s code, and saves what is left as a file', async () => {
      await page.getByRole('button', { name: /^Ещё/ }).click();
      const code = page.getByLabel('Код классификатора');
      await code.fill('0003.0009.0099');
      await code.press('Enter');
      await page.waitForURL(/code=0003\.0009\.0099/);
      await eventually(async () => (await page.locator('a[data-row]').count()) === roads.length || undefined);
      const [head, ...rows] = await saved();
      expect(head).toMatch(/;Код классификатора;.*;Результат;/);
      expect(rows.filter((row) => row.includes(';0003.0009.0099.'))).toHaveLength(roads.length);
      expect(rows).toHaveLength(roads.length);
    });

    it('finds both files among what was taken: the list and the journal', async () => {
      await page.goto('/desk/aldan/journal');
      await page.getByText(/^Всего за период/).waitFor();
      const lines = await saved();
      await page.goto('/desk/aldan/administration/evidence?kind=EXPORT');
      const record = (what: string) => page.getByRole('row', { name: new RegExp(`Галина Атласова.*${what}`) });
      await record(`${roads.length} строк.? список «Вопросы в работе»`).waitFor();
      await record(`${lines.length - 1} строк.? журнал регистрации`).waitFor();
    });

    it('saves every record of who saw what, also those beyond the page that is shown', async () => {
      const client = new pg.Client({ connectionString: world.databaseUrl });
      await client.connect();
      await client.query(
        `insert into search.contact_opening (district, id, official, role, at, kind)
         select 1, gen_random_uuid(), $1, 'CONTROLLER', date_trunc('milliseconds', now()), 'CARD' from generate_series(1, 150)`,
        [await steps.officialId(steps.login('controller'))],
      );
      await client.end();
      await page.goto('/desk/aldan/administration/evidence?kind=CARD');
      await page.getByText('последние 100 записей').waitFor();
      const [, ...rows] = await saved();
      expect(rows.filter((row) => row.includes('Галина Атласова')).length).toBeGreaterThanOrEqual(150);
    });
  });

  describe('who sets the code of a question', () => {
    afterAll(() => closeWindows(windows));

    it('takes one of the topic by one key, or finds it by words, and reads its name on the card', async () => {
      const { card } = await steps.registered('На дороге у школы снова ямы по колено.');
      const [{ id, version, state }] = card.row.questions as unknown as [Fields];
      const route = { id, expectedVersion: version, topic: 'dorogi', department: 'dorogi' };
      if (state === 'OPEN') await steps.must('routeQuestion', 'coordinator', route);
      const page = await desk('coordinator', `card/${card.row.id}`);
      const set = page.locator('.classified');
      await set.getByText('ремонт автомобильных дорог').waitFor();
      await set.getByText('редакция v4').waitFor();
      const dialog = page.getByRole('dialog', { name: 'Код классификатора' });
      const choose = async (...keys: readonly string[]): Promise<void> => {
        await page.keyboard.press('KeyC');
        await dialog.getByRole('option', { name: /содержание автомобильных дорог/ }).waitFor();
        // What is proposed is there, too: until then a digit is one that is typed.
        await dialog.getByRole('status').getByText('редакции v4').waitFor();
        for (const key of keys) await page.keyboard.press(key);
      };
      await choose('Digit2');
      await set.getByText('содержание автомобильных дорог').waitFor();
      await choose();
      await page.keyboard.type('освещения улицы');
      await dialog.getByRole('option', { name: /^Уличное освещение/, selected: true }).waitFor();
      await dialog.getByRole('status').getByText('редакции v4').waitFor();
      await page.keyboard.press('Enter');
      await set.getByText('Уличное освещение').waitFor();
      expect(await set.innerText()).toContain('Экономика › ');
    });
  });

  it('reads the journal once the days are typed, not with each digit', async () => {
    const page = await desk('registrar', 'journal');
    await page.getByText(/^Всего за период/).waitFor();
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (operationOf(request) === 'Journal') asked.push(request.postDataJSON());
    });
    const from = page.locator('input[type=date]').first();
    for (const day of ['0002-11-01', '0020-11-01', '0202-11-01', '2026-10-01']) await from.fill(day);
    await eventually(async () => asked.length > 0 || undefined);
    expect(asked).toMatchObject([{ variables: { filter: { registeredFrom: '2026-10-01' } } }]);
  });

  it('raises no error in any window', () => {
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
