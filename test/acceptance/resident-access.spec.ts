import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE } from '../world/browser.js';
import { startIdentityProvider, type IdentityProvider } from '../world/identity-provider.js';
import { Steps, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

needing(missingBrowser, () => {
  let world: World;
  let steps: Steps;
  let browser: Browser;
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await startIdentityProvider();
    const { issuer, clientId, clientSecret } = provider;
    const environment = {
      OTKLIK_RESIDENT_ISSUER: issuer,
      OTKLIK_RESIDENT_CLIENT_ID: clientId,
      OTKLIK_RESIDENT_CLIENT_SECRET: clientSecret,
    };
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    provider.serve(`${world.url}/session/resident/callback`);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    await provider?.stop();
  });

  const findings: string[] = [];
  const examine = async (page: Page) => void findings.push(...(await accessibilityFindings(page)));
  const title = (page: Page) => page.locator('h1').textContent();

  describe('a lost code', () => {
    const contact = `${randomUUID().slice(0, 8)}@example.org`;
    let receipt: Outcome & { readonly number: string };
    let page: Page;
    let link: string;

    beforeAll(async () => {
      const form = { text: 'Во дворе третий день нет воды.', name: 'Айта Петрова', contact };
      receipt = (await steps.mutate('submitAppeal', form)) as typeof receipt;
      ({ page } = await openWindow(browser, world.url, { size: PHONE }));
    });
    afterAll(() => page.context().close());

    const ask = async (number: string, email: string) => {
      await page.goto('/aldan/lost');
      await page.locator('[name=number]').fill(number);
      await page.locator('[name=email]').fill(email);
      await page.getByRole('button', { name: 'Прислать ссылку' }).click();
      return page.locator('main').innerText();
    };

    it('is asked for with a number and an e-mail, and the answer tells nothing', async () => {
      await page.goto('/aldan/lost');
      await examine(page);
      const right = await ask(receipt.number, contact.toUpperCase());
      expect(right).toContain('Проверьте почту');
      await examine(page);
      expect(await ask(receipt.number, 'another@example.org')).toBe(right);
      expect(await ask('22222-22222', contact)).toBe(right);
    });

    it('names what is missing at its field', async () => {
      expect(await ask('', 'no address')).toContain('Введите адрес почты');
      await examine(page);
    });

    it('comes as a letter with one link, to the right address only', async () => {
      const letters = await eventually(async () => {
        const outbox = join(world.dataDir, 'outbox');
        const names = (await readdir(outbox)).filter((name) => name.endsWith('.eml'));
        const read = await Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')));
        const mine = read.filter(
          (letter) => letter.includes(`To: ${contact}`) || letter.includes('another@example.org'),
        );
        return mine.length > 0 ? mine : undefined;
      }, 15_000);
      expect(letters).toHaveLength(1);
      const text = Buffer.from(letters[0]!.split('\r\n\r\n')[1]!, 'base64').toString();
      link = /http:\S+\/aldan\/lost\/[\w-]{43}/.exec(text)![0];
      expect(text).toContain('потеряли код');
    });

    it('is replaced by a new one, once; the appeal opens', async () => {
      const visit = async () => {
        await page.goto(new URL(link).pathname);
        await page.getByRole('button', { name: 'Открыть сообщение' }).click();
      };
      await page.goto(new URL(link).pathname);
      await examine(page);
      // A program that reads mail follows links: that spends nothing.
      expect((await fetch(link)).status).toBe(200);
      await visit();
      expect(await title(page)).toBe('Новый код');
      await examine(page);
      const code = (await page.locator('#code').textContent())!.trim();
      await page.getByRole('link', { name: 'Открыть сообщение' }).click();
      await page.getByText('Во дворе третий день нет воды.').waitFor();
      const address = await page.getByRole('link', { name: 'Скачать всё, что хранится о вас' }).getAttribute('href');
      const copy = await page.request.get(address!);
      expect(copy.headers()['content-disposition']).toMatch(/^attachment; filename="otklik-/);
      expect(await copy.json()).toMatchObject({
        person: { name: 'Айта Петрова', contact, erased: false },
        appeal: { text: 'Во дворе третий день нет воды.' },
      });
      const { followUpCode } = receipt as unknown as { readonly followUpCode: string };
      expect((await steps.send('openAppeal', { number: receipt.number, code })).errors).toEqual([]);
      expect((await steps.send('openAppeal', { number: receipt.number, code: followUpCode })).errors).toMatchObject([
        { extensions: { code: 'CODE_WRONG' } },
      ]);
      await visit();
      expect(await page.locator('#errors').innerText()).toContain('Ссылка больше не действует');
    });

    it('opens the page on which the consent is withdrawn, which tells what follows from it and that it was done', async () => {
      await page.goto('/aldan/follow');
      await page.getByText('Больше не хранить мои данные?').click();
      await page.getByRole('link', { name: 'Отозвать согласие на обработку данных' }).click();
      expect(await page.locator('main').innerText()).toContain('Ответ на сообщение появится только на его странице');
      await examine(page);
      await page.getByRole('button', { name: 'Отозвать согласие' }).click();
      await page.getByRole('status').filter({ hasText: 'Согласие отозвано.' }).waitFor();
      expect(await page.getByText('Больше не хранить мои данные?').count()).toBe(0);
    });
  });

  describe('sign-in of a resident', () => {
    const text = `Крыша дома протекает над второй квартирой ${randomUUID()}`;
    let page: Page;
    beforeAll(async () => void ({ page } = await openWindow(browser, world.url, { size: PHONE, script: true })));
    afterAll(() => page.context().close());

    const write = async (kind: RegExp) => {
      await page.locator('textarea[name=text]').fill(text);
      await page.getByRole('radio', { name: kind }).check();
      await page.locator('[name=consent]').check();
    };
    const send = () => page.getByRole('button', { name: 'Отправить' }).click();

    it('is asked for before an appeal can be sent, and what was written stays', async () => {
      await page.goto('/aldan/write');
      await examine(page);
      await write(/^Обращение/);
      await send();
      await page.locator('#errors').getByText('Чтобы подать обращение, войдите').waitFor();
      await examine(page);
      expect(await page.locator('textarea[name=text]').inputValue()).toBe(text);
      const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: /^Войти/ }).click()]);
      await tab.locator('[name=login]').fill('1000571421');
      await tab.locator('[name=password]').fill('any');
      await tab.getByRole('button').click();
      await tab.getByRole('button', { name: 'Continue' }).click();
      await tab.waitForURL((url) => url.pathname === '/aldan/signed-in');
      await examine(tab);
      await tab.close();
    });

    it('makes an appeal under 59-FZ of what is sent, with the issuer’s name for officials', async () => {
      await send();
      await page.locator('#number').waitFor();
      expect(await title(page)).toBe('Обращение получено');
      await examine(page);
      const list = `{ appeals(district: "aldan", filter: { states: [RECEIVED], regimes: [APPEAL_59FZ] }) {
        nodes { id excerpt regime } } }`;
      const mine = await eventually(async () => {
        const { data } = await world.ask(list, {}, { as: steps.login('registrar') });
        const { nodes } = data!['appeals'] as { nodes: { id: string; excerpt: string; regime: string }[] };
        return nodes.find(({ excerpt }) => excerpt.startsWith(text.slice(0, 30)));
      }, 15_000);
      const read = `query ($id: UUID!) { applicant(district: "aldan", appeal: $id, reason: "регистрация") {
        name identified } }`;
      const { data, errors } = await world.ask(read, { id: mine.id }, { as: steps.login('registrar') });
      expect(errors).toEqual([]);
      expect(data).toEqual({ applicant: { name: 'Иванов Пётр Сергеевич', identified: true } });
    });

    it('gives no right of an official, and ends', async () => {
      const viewer = await page.evaluate(async () => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ query: '{ viewer { id } }' });
        return (await fetch('/graphql', { method: 'POST', headers, body })).json();
      });
      expect(viewer).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      await page.goto('/aldan/write');
      expect(await page.locator('main').innerText()).toContain('Иванов Пётр Сергеевич');
      expect(await page.getByRole('radio', { name: /^Обращение/ }).isChecked()).toBe(true);
      await examine(page);
      await page.getByRole('button', { name: 'Выйти' }).click();
      await page.waitForURL(/session\/end/);
      await page.goto('/aldan/write');
      expect(await page.getByRole('radio', { name: /^Это сообщение/ }).isChecked()).toBe(true);
      expect(await page.locator('main').innerText()).not.toContain('Иванов');
    });

    it('leaves a message a message', async () => {
      await page.goto('/aldan/write');
      await write(/^Это сообщение/);
      await send();
      await page.locator('#number').waitFor();
      expect(await title(page)).toBe('Сообщение получено');
    });
  });

  describe('a form on a phone', () => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await openWindow(browser, world.url, { size: PHONE }));
      await page.context().grantPermissions(['geolocation']);
      await page.context().setGeolocation({ latitude: 58.6, longitude: 125.4 });
    });
    afterAll(() => page?.context().close());

    it('tells at the files, before anything is sent, what cannot be sent', async () => {
      await page.goto('/aldan/write');
      const file = (name: string, mimeType: string, bytes: number) => ({ name, mimeType, buffer: Buffer.alloc(bytes) });
      await page
        .locator('#files')
        .setInputFiles([
          file('кадр.mov', 'video/quicktime', 100),
          file('скан.pdf', 'application/pdf', 10 * 1024 * 1024 + 1),
          file('пусто.pdf', 'application/pdf', 0),
          file('справка.pdf', 'application/pdf', 2_000),
        ]);
      await page.getByRole('alert').filter({ hasText: 'кадр.mov' }).waitFor();
      expect(await page.locator('#files-status').innerText()).toBe(
        'Файл «кадр.mov» не подходит. Можно приложить фото (JPEG, PNG, WebP) или PDF. ' +
          'Файл «скан.pdf» слишком большой, 10,1 МБ. Можно не больше 10 МБ. Файл «пусто.pdf» пустой. Выберите другой.',
      );
      expect(await page.locator('#photos li').allInnerTexts()).toEqual([expect.stringContaining('справка.pdf')]);
    });

    it('takes the mark of the place away again', async () => {
      const point = () => page.locator('[name=point]').inputValue();
      await page.getByRole('button', { name: 'Я сейчас здесь' }).click();
      await page.getByText('Место отмечено по GPS.').waitFor();
      expect(await point()).toBe('58.60000,125.40000');
      await page.getByRole('button', { name: 'Убрать отметку' }).click();
      expect(await point()).toBe('');
      await page.getByRole('button', { name: 'Я сейчас здесь' }).waitFor();
    });

    it('deletes the draft of one who asks for it', async () => {
      await page.locator('textarea[name=text]').fill('Личное');
      await page.getByText('Черновик сохранён').waitFor();
      page.once('dialog', (dialog) => void dialog.accept());
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Стереть черновик' }).click();
      await loaded;
      await page.reload();
      expect(await page.locator('textarea[name=text]').inputValue()).toBe('');
      expect(await page.locator('#photos li').count()).toBe(0);
    });
  });

  describe('a message without a connection', () => {
    it('is written, kept while the page is closed, and sent once on return', async () => {
      const text = `Мост через ручей размыт ${randomUUID()}`;
      const { context, page } = await openWindow(browser, world.url, { size: PHONE });
      await page.goto('/aldan/write');
      const isKept = `caches.match('/aldan/write').then((found) => found !== undefined && navigator.serviceWorker.controller !== null)`;
      await eventually(async () => (await page.evaluate(isKept)) || undefined, 15_000);
      await context.setOffline(true);
      await page.locator('textarea[name=text]').fill(text);
      await page.locator('[name=consent]').check();
      await page.getByRole('button', { name: 'Отправить' }).click();
      await page.getByText('Нет связи.', { exact: true }).waitFor();
      await page.close();
      const again = await context.newPage();
      await again.goto('/aldan/write');
      await again.getByText('Нет связи.', { exact: true }).waitFor();
      // The page may hear that it is offline before it has read what is kept.
      await eventually(async () => (await again.locator('textarea[name=text]').inputValue()) === text || undefined);
      await context.setOffline(false);
      // The worker may have sent it first; then the form tells number and code once.
      await again
        .locator('#number, .note b:text-matches("^[0-9A-Z]{5}-[0-9A-Z]{5}, ")')
        .first()
        .waitFor({ timeout: 40_000 });
      const list = `{ appeals(district: "aldan", first: 100) { nodes { excerpt } } }`;
      const sent = await eventually(async () => {
        const { data } = await world.ask(list, {}, { as: steps.login('moderator') });
        const { nodes } = data!['appeals'] as { nodes: { excerpt: string | null }[] };
        const mine = nodes.filter(({ excerpt }) => excerpt === text);
        return mine.length > 0 ? mine : undefined;
      }, 15_000);
      expect(sent).toHaveLength(1);
      await context.close();
    });
  });

  /** After the others: it uses up what this address may do in a minute. */
  describe('a form beyond the limit of its address', () => {
    it('asks for no sum where the script did the work, and is taken when it is sent again', async () => {
      const { context, page } = await openWindow(browser, world.url, { size: PHONE });
      await page.goto('/aldan/lost');
      await page.locator('[name=number]').fill('22222-22222');
      await page.locator('[name=email]').fill('aita@example.org');
      const statusOfTry = async () => {
        const body = new URLSearchParams({ number: randomUUID(), code: 'wrong' });
        return (await fetch(`${world.url}/aldan/follow`, { method: 'POST', body, redirect: 'manual' })).status;
      };
      await eventually(async () => {
        const statuses = await Promise.all(Array.from({ length: 10 }, statusOfTry));
        return statuses.includes(429) || undefined;
      }, 60_000);
      await page.getByRole('button', { name: 'Прислать ссылку' }).click();
      await page.locator('#errors').getByText('Отправьте ещё раз').waitFor();
      await page.locator('#sum').waitFor({ state: 'hidden' });
      await examine(page);
      await page.getByRole('button', { name: 'Прислать ссылку' }).click();
      await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor();
      await context.close();
    });
  });

  it('has pages that axe finds nothing in', () => expect(findings).toEqual([]));
});
