import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LEE, PETROV, startEsiaStage, UNCONFIRMED, type EsiaStage } from '@otklik/network-simulators/esia';
import { eventually, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE } from '../world/browser.js';
import { picture } from '../world/picture.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

/** Residents at ЕСИА's simulator. */
needing(missingBrowser, () => {
  let world: World;
  let steps: Steps;
  let browser: Browser;
  let stage: EsiaStage;
  let page: Page;
  const findings: string[] = [];
  const text = `Во дворе не горит фонарь ${randomUUID()}`;

  beforeAll(async () => {
    stage = await startEsiaStage();
    const { environment } = stage;
    [world, browser] = await Promise.all([startWorld({ demo: 'small', environment }), openBrowser()]);
    steps = new Steps(world, 'aldan');
    stage.serve(`${world.url}/session/resident/callback`);
    ({ page } = await openWindow(browser, world.url, { size: PHONE }));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    await stage?.stop();
  });

  const examine = async (name: string, of = page) => {
    findings.push(...(await accessibilityFindings(of)));
    await picture(of, name);
  };
  const main = () => page.locator('main').innerText();
  const signIn = async (oid: string, by = page) => {
    await by.goto('/aldan/mine');
    await by.getByRole('link', { name: 'Войти через Госуслуги' }).click();
    await by.locator(`button[value="${oid}"]`).click();
  };
  const signOut = async () => {
    await page.goto('/aldan/mine');
    await page.getByRole('button', { name: 'Выйти' }).click();
    // By way of ЕСИА, where the session ends, too.
    await page.waitForURL(`${world.url}/`);
  };
  const open = (gist: string, by = page) =>
    by
      .getByRole('listitem')
      .filter({ hasText: gist })
      .getByRole('button', { name: /^Обращение/ });

  describe('a resident', () => {
    it('is asked to sign in, and then has no appeals', async () => {
      await page.goto('/aldan/mine');
      await examine('esia-sign-in');
      await signIn(PETROV);
      await page.waitForURL('**/aldan/mine');
      expect(await main()).toContain('Вы вошли: Петров Айаал Иванович.');
      expect(await main()).toContain('Здесь пока ничего нет');
      await examine('esia-mine-empty');
    });

    it('files an appeal under 59-FZ, and finds it among his own', async () => {
      await page.goto('/aldan/write');
      await page.locator('textarea[name=text]').fill(text);
      expect(await page.getByRole('radio', { name: /^Обращение/ }).isChecked()).toBe(true);
      await page.locator('[name=consent]').check();
      await page.getByRole('button', { name: 'Отправить' }).click();
      await page.locator('#number').waitFor();
      expect(await page.locator('h1').textContent()).toBe('Обращение получено');
      await eventually(async () => {
        await page.goto('/aldan/mine');
        return (await open(text).count()) === 1 ? true : undefined;
      }, 15_000);
      await examine('esia-mine');
    });

    it('opens it without its code', async () => {
      await page.context().clearCookies({ name: 'otklik_appeal' });
      await open(text).click();
      await page.waitForURL('**/aldan/follow');
      expect(await main()).toContain(text);
      await examine('esia-opened');
    });

    it('has the answer and its sheet there', async () => {
      const row = await eventually(async () => {
        const { data } = await world.ask(
          `{ appeals(district: "aldan", filter: { states: [RECEIVED], regimes: [APPEAL_59FZ] }) {
            nodes { id version excerpt } } }`,
          {},
          { as: steps.login('registrar') },
        );
        const { nodes } = data!['appeals'] as { nodes: { id: string; version: number; excerpt: string }[] };
        return nodes.find(({ excerpt }) => excerpt.startsWith(text.slice(0, 24)));
      }, 15_000);
      await steps.must('registerAppeal', 'registrar', { id: row.id, expectedVersion: row.version });
      const isOpened = ({ row: { state, questions } }: Card) => state === 'REGISTERED' && !!questions[0]?.response;
      const card = await steps.cardWhen(row.id, steps.login('coordinator'), isOpened);
      await steps.answered(card, 'Фонарь горит с 3 декабря.');
      await eventually(async () => {
        await page.goto('/aldan/mine');
        return (await main()).includes('Ответ дан') ? true : undefined;
      }, 30_000);
      await examine('esia-mine-answered');
      await open(text).click();
      await page.waitForURL('**/aldan/follow');
      // The sheet is set a moment after the answer has left.
      await eventually(async () => {
        await page.reload();
        return (await page.getByRole('link', { name: /PDF/ }).count()) > 0 || undefined;
      }, 30_000);
      await examine('esia-answered');
    });

    it('needs no script for any of it', async () => {
      const { page: bare, context } = await openWindow(browser, world.url, { script: false, scheme: 'dark' });
      await signIn(PETROV, bare);
      await bare.waitForURL('**/aldan/mine');
      await picture(bare, 'esia-mine-dark');
      await open(text, bare).click();
      await bare.waitForURL('**/aldan/follow');
      expect(await bare.locator('main').innerText()).toContain(text);
      await context.close();
    });

    it('sees at another district what was sent there, which is nothing', async () => {
      await page.goto('/tuora/mine');
      expect(await main()).toContain('Здесь пока ничего нет');
    });
  });

  describe('another resident', () => {
    it('sees nothing of it once the first one has left', async () => {
      await page.goto('/aldan/mine');
      const id = await page.locator('input[name=appeal]').first().getAttribute('value');
      await signOut();
      await page.goto('/aldan/follow');
      expect(await main()).not.toContain(text);
      await signIn(LEE);
      await page.waitForURL('**/aldan/mine');
      expect(await main()).toContain('Вы вошли: Ли Чен.');
      expect(await main()).toContain('Здесь пока ничего нет');
      const answer = await page.request.post('/aldan/mine', {
        form: { appeal: id! },
        headers: { origin: world.url },
        maxRedirects: 0,
      });
      expect([answer.status(), await answer.text()]).toEqual([
        404,
        expect.stringContaining('Такого обращения среди ваших нет'),
      ]);
      await signOut();
    });

    it('whose account is not confirmed is told so, and may write a message', async () => {
      await signIn(UNCONFIRMED);
      await page.getByRole('heading', { name: 'Учётная запись не подтверждена' }).waitFor();
      await examine('esia-not-confirmed');
      await page.getByRole('link', { name: 'Написать без входа' }).click();
      await page.waitForURL('**/aldan/write');
    });

    it('is led to the form while the signer is down', async () => {
      await stage.service.stop();
      await page.goto('/aldan/mine');
      await page.getByRole('link', { name: 'Войти через Госуслуги' }).click();
      await page.getByRole('heading', { name: 'Сейчас войти нельзя' }).waitFor();
      await stage.service.up();
      await examine('esia-down');
      await page.getByRole('link', { name: 'Написать без входа' }).click();
      await page.waitForURL('**/aldan/write');
    });
  });

  it('finds no barrier on any of these pages', () => {
    expect(findings).toEqual([]);
  });
});
