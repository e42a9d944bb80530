import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { needing } from '@otklik/testing';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from '../world/browser.js';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { startWorld, type World } from '../world/world.js';

const ACCOUNTS = `query ($district: String!) {
  networkAccounts(district: $district) { title network isEnabled settings { name value } secrets { name formerUntil } }
}`;

/** An administrator connects a community, sees what to copy where, and replaces a secret; its district alone knows of it. */
needing(missingBrowser, () => {
  describe('accounts in networks', () => {
    let world: World;
    let networks: NetworksWorld;
    let community: NetworkPage;
    let browser: Browser;
    let window: Window;
    let page: Page;

    beforeAll(async () => {
      networks = await NetworksWorld.start();
      community = networks.page('VK', 'aldan');
      [world, browser] = await Promise.all([
        startWorld({ demo: 'small', environment: networks.environment }),
        openBrowser(),
      ]);
      window = await openWindow(browser, world.url);
      page = window.page;
      await signIn(page, 'aldan.admin');
      await page.goto('/desk/aldan/board');
      await page.getByRole('link', { name: 'Сети и почта' }).click();
      await page.getByRole('heading', { name: 'Сети и почта' }).waitFor();
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await world?.stop();
      await networks?.stop();
    });

    const known = async (district: string, login = `${district}.admin`) => {
      const { data, errors } = await world.ask(ACCOUNTS, { district }, { as: login });
      const codes = errors.map(({ extensions }) => extensions?.code);
      return { accounts: data?.['networkAccounts'] as readonly object[] | undefined, codes };
    };
    const fill = (kind: 'settings' | 'secrets', name: string, value: string) =>
      page.locator(`[name="input.${kind}.${name}"]`).fill(value);
    const panel = () => page.getByRole('complementary', { name: 'Алдан живой' });

    it('are connected with what the network shows, a wrong value named at its field', async () => {
      const { settings, secrets } = community.credentials;
      await page.keyboard.press('Alt+KeyN');
      await page.getByLabel('Как назвать').fill('Алдан живой');
      for (const [name, value] of Object.entries(settings)) await fill('settings', name, value);
      for (const [name, value] of Object.entries(secrets)) await fill('secrets', name, value);
      await fill('settings', 'group', 'club1');
      await page.getByRole('button', { name: 'Подключить', exact: true }).click();
      await page.getByText('Это значение не подходит').waitFor();
      expect(await page.locator('[name="input.settings.group"]').getAttribute('aria-invalid')).toBe('true');
      await fill('settings', 'group', settings['group']!);
      await page.getByRole('button', { name: 'Подключить', exact: true }).click();
      await panel().getByText('Скопируйте сейчас').waitFor();
      const copied = await panel().locator('.copy .code').allTextContents();
      expect(copied[0]).toMatch(new RegExp(`^${world.url}/in/[0-9a-f-]{36}$`));
      expect(copied[1]).toMatch(/^[\w-]{40}$/);
      expect(copied[2]).toBe('5.199');
    });

    it('show no secret again, and keep none in the browser', async () => {
      const shown = await panel().locator('.copy .code').nth(1).textContent();
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
      await page.reload();
      await panel().getByText('скрыт').first().waitFor();
      const html = await page.content();
      for (const secret of [shown!, ...Object.values(community.credentials.secrets)]) {
        expect(html).not.toContain(secret);
        expect(kept).not.toContain(secret);
      }
    });

    it('get a new secret, beside which the former holds for a day', async () => {
      await panel().getByRole('button', { name: 'Новый Секретный ключ' }).click();
      await panel().getByText('Прежний ещё действует до').waitFor();
      expect((await known('aldan')).accounts).toMatchObject([
        { secrets: expect.arrayContaining([{ name: 'secret', formerUntil: expect.any(String) }]) },
      ]);
    });

    it('are checked on request, and what is missing is reported', async () => {
      const check = () => panel().getByRole('button', { name: 'Проверить сейчас' }).click();
      await community.listenedTo();
      community.faults.loseRights();
      await check();
      await panel().getByText('Права даёт владелец').waitFor({ timeout: 60_000 });
      await page
        .getByRole('row', { name: /Алдан живой/ })
        .getByText('Не хватает прав')
        .waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      community.faults.loseRights(false);
      await check();
      await panel().getByText('Права даёт владелец').waitFor({ state: 'hidden', timeout: 60_000 });
      await page
        .getByRole('row', { name: /Алдан живой/ })
        .getByText('работает')
        .waitFor();
      // The check also sent the network the renewed secret.
      const shown = await panel().locator('.copy .code').nth(1).textContent();
      expect(community.account.simulator.subscription?.secret).toBe(shown);
    }, 120_000);

    it('are of their district alone, and of its administrator', async () => {
      expect((await known('aldan')).accounts).toMatchObject([{ title: 'Алдан живой', network: 'VK', isEnabled: true }]);
      expect(await known('tuora')).toMatchObject({ accounts: [], codes: [] });
      expect((await known('aldan', 'tuora.admin')).codes).toEqual(['NOT_FOUND']);
      expect((await known('aldan', 'aldan.head')).codes).toEqual(['FORBIDDEN']);
    });

    it('are switched off and on again', async () => {
      await panel().getByRole('button', { name: 'Отключить' }).click();
      await panel().getByText('Отключена: отсюда ничего не берём').waitFor();
      expect((await known('aldan')).accounts).toMatchObject([{ isEnabled: false }]);
      await panel().getByRole('button', { name: 'Включить' }).click();
      await panel().getByRole('button', { name: 'Отключить' }).waitFor();
      expect(window.faults).toEqual([]);
    });
  });
});
