import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE, signIn } from '../world/browser.js';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { picture } from '../world/picture.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const FILE = `query ($district: String!) { districtFile(district: $district) { text version } }`;
const FAULTS = `query ($district: String!, $text: String!) {
  districtFileDifferences(district: $district, text: $text) { faults { message place } }
}`;
const APPLY = `mutation ($input: ApplyDistrictFileInput!) {
  applyDistrictFile(input: $input) { __typename ... on Refusal { code message } }
}`;
const LISTED = `query ($district: String!) {
  appeals(district: $district, filter: { worklist: TO_MODERATE }, first: 100) { nodes { id version excerpt } }
}`;
const NOTICES = `query ($id: UUID!) {
  appeal(district: "aldan", id: $id) { notices { kind state attention failed { way code } } source { url } }
}`;
const POST = 'Кто отвечает за дорогу на Лесной? Второй день не проехать, машины садятся на мост';

/** People write in a community; a moderator decides, and the answer is under the post. */
needing(missingBrowser, () => {
  describe('what is found in a community', () => {
    let networks: NetworksWorld;
    let world: World;
    let browser: Browser;
    let page: Page;
    let town: NetworkPage;
    let steps: Steps;

    beforeAll(async () => {
      networks = await NetworksWorld.start();
      [world, browser] = await Promise.all([
        startWorld({ demo: 'small', environment: networks.environment }),
        openBrowser(),
      ]);
      steps = new Steps(world, 'aldan');
      town = await networks.connect(world, 'VK', 'aldan');
      page = (await openWindow(browser, world.url)).page;
      page.setDefaultTimeout(15_000);
      await signIn(page, 'aldan.moderator');
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await world?.stop();
      await networks?.stop();
    });

    const as = (role: string) => ({ as: steps.login(role) });
    const file = async () => {
      const { data } = await world.ask(FILE, { district: 'aldan' }, as('admin'));
      return data!['districtFile'] as { readonly text: string; readonly version: number };
    };
    const watched = (words: string): string => `
communities:
  order: 'Распоряжение главы от 01.12.2026 № 101-р'
  list:
    - { code: talk, name: Подслушано Алдан, address: https://vk.com/talk, words: [${words}] }
    - { code: mine, name: Мой Алдан, address: https://vk.com/mine }
`;
    const apply = async (more: string): Promise<unknown> => {
      const { text, version } = await file();
      const input = { district: 'aldan', key: randomUUID(), text: text + more, expectedVersion: version };
      return (await world.ask(APPLY, { input }, as('admin'))).data!['applyDistrictFile'];
    };
    const seen = async (name: string): Promise<void> => {
      await picture(page, name);
      expect(await accessibilityFindings(page)).toEqual([]);
    };

    it('is looked for by words of matters alone: a political one is refused in words', async () => {
      const { text } = await file();
      const { data } = await world.ask(
        FAULTS,
        { district: 'aldan', text: text + watched("'яма*', митинг") },
        as('admin'),
      );
      const { faults } = data!['districtFileDifferences'] as { readonly faults: readonly object[] };
      expect(faults).toEqual([
        { message: expect.stringContaining('«митинг» ищет не дело района'), place: '/communities/list/0/words/1' },
      ]);
      expect(await apply(watched("'яма*', митинг"))).toMatchObject({ code: 'DISTRICT_FILE_HAS_FAULTS' });
      await page.goto('/desk/aldan/found');
      await page.getByText('Район не читает ни одного сообщества.').waitFor();
      await seen('found-nowhere');
    }, 60_000);

    it('waits on the desk with where it is written and the same text elsewhere, and is no case', async () => {
      const { account } = town;
      const thread = account.postIn('talk', POST);
      account.say({ person: 'Айталина Сивцева', text: 'Там яма в полметра, колесо пробила', thread: thread.id });
      account.say({ person: 'Ньургун', text: 'Продам гараж', thread: thread.id });
      account.postIn('mine', `${POST}!`);
      expect(await apply(watched("'яма*', 'дорог*'"))).toMatchObject({
        __typename: expect.not.stringMatching('Refusal'),
      });
      await eventually(async () => {
        await page.goto('/desk/aldan/found');
        await page.getByRole('button', { name: 'Подслушано Алдан' }).first().waitFor({ timeout: 2_000 });
        return (await page.locator('.msg').count()) === 3 || undefined;
      }, 60_000);
      await page.locator('.msg', { hasText: 'Кто отвечает' }).first().locator('.msg-open').click();
      await page.getByText('То же написано и в других местах').waitFor();
      await page.getByText(/^Читаются 2 сообщества$/).click();
      await page.getByText('Основание: Распоряжение главы').waitFor();
      expect(await page.getByText('Продам гараж').count()).toBe(0);
      await seen('found');
      const { data } = await world.ask(LISTED, { district: 'aldan' }, as('moderator'));
      expect(JSON.stringify(data)).not.toContain('яма в полметра');
    }, 120_000);

    it('is as usable by night and on a phone', async () => {
      const { page: phone, context } = await openWindow(browser, world.url, { size: PHONE, scheme: 'dark' });
      await signIn(phone, 'aldan.moderator');
      await phone.goto('/desk/aldan/found');
      await phone.locator('.msg-open').first().waitFor();
      await picture(phone, 'found-phone-list');
      await phone.locator('.msg', { hasText: 'полметра' }).locator('.msg-open').click();
      await phone.getByRole('button', { name: /^Ответить там/ }).waitFor();
      await picture(phone, 'found-phone');
      expect(await accessibilityFindings(phone)).toEqual([]);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await context.close();
    }, 60_000);

    /** By the key; the row leaves the list. */
    const decide = async (words: string, key: string): Promise<void> => {
      const row = page.locator('.msg', { hasText: words }).first();
      await row.locator('.msg-open').click();
      await page.locator('.peek .read', { hasText: words }).waitFor();
      await page.keyboard.press(key);
      await page.locator('.result', { hasText: 'Что вы решили' }).waitFor();
    };

    async function registered(text: string): Promise<Card> {
      const { id, version } = await eventually(async () => {
        const { data } = await world.ask(LISTED, { district: 'aldan' }, as('moderator'));
        const { nodes } = data!['appeals'] as {
          readonly nodes: readonly { id: string; version: number; excerpt: string }[];
        };
        return nodes.find(({ excerpt }) => excerpt.includes(text));
      }, 30_000);
      const up = await steps.must('takeUpMessage', 'moderator', { id, expectedVersion: version });
      await steps.must('registerAppeal', 'registrar', { id, expectedVersion: up.version });
      const opened = ({ row }: Card) => row.state === 'REGISTERED' && row.questions[0]?.response?.id !== undefined;
      return steps.cardWhen(id, steps.login('coordinator'), opened);
    }
    const noticesOf = async (card: Card) => {
      const { data } = await world.ask(NOTICES, { id: card.row['id'] }, as('controller'));
      return data!['appeal'] as {
        readonly notices: readonly { kind: string; state: string; failed: readonly { way: string; code: string }[] }[];
        readonly source: { readonly url: string };
      };
    };

    it('is answered there: a case is made whose answer is under the comment', async () => {
      await decide('полметра', 'a');
      const card = await registered('яма в полметра');
      await steps.answered(card, 'Яму на улице Лесной засыплют до пятницы.');
      const said = town.account.simulator.world.said.find(({ text }) => text.includes('полметра'))!;
      const answer = await town.answered(said.thread.id, 'засыплют до пятницы');
      expect(answer.replyTo).toBe(said.id);
      expect((await noticesOf(card)).source.url).toBe(`https://vk.com/wall${said.thread.id}?reply=${said.id}`);
      await page.getByRole('button', { name: 'Решено' }).click();
      await page.locator('.msg', { hasText: 'Текст теперь в деле.' }).locator('.msg-open').click();
      await page.locator('.peek').getByRole('link', { name: 'Открыть дело' }).waitFor();
      await seen('found-answered');
    }, 120_000);

    it('whose wall lets strangers not comment is refused, which the case says; other answers go on', async () => {
      const community = town.account.simulator.world.communities.find(({ name }) => name === 'mine')!;
      community.membersWrite = true;
      await page.getByRole('button', { name: 'Ждут решения' }).click();
      await page.locator('.msg', { hasText: 'Мой Алдан' }).locator('.msg-open').click();
      await page.locator('.peek h2', { hasText: 'Мой Алдан' }).waitFor();
      await page.keyboard.press('a');
      const card = await registered('машины садятся на мост!');
      await eventually(async () => {
        const { notices } = await noticesOf(card);
        return notices.some(({ failed }) => failed.some(({ code }) => code === 'THREAD_CLOSED')) || undefined;
      }, 60_000);
      const said = town.say({ person: 'Айаал', text: 'На Быкова не горит фонарь' });
      await registered('не горит фонарь');
      await town.answered(said.thread, /принято под №/);
      town.like(said.id, 12);
    }, 120_000);

    it('whose author is written to shows the page and the words', async () => {
      await page.reload();
      await decide('Кто отвечает', 'w');
      await page.getByRole('button', { name: 'Решено' }).click();
      await page.locator('.msg', { hasText: 'написать автору' }).locator('.msg-open').click();
      await page.locator('.peek blockquote', { hasText: 'Мы прочли ваше сообщение' }).waitFor();
      await seen('found-author');
    }, 60_000);

    it('and what people like under messages is summed for analysts', async () => {
      const { page: analyst, context } = await openWindow(browser, world.url);
      await signIn(analyst, 'aldan.head');
      await eventually(async () => {
        await analyst.goto('/analysis/changes');
        const section = analyst.locator('section', { has: analyst.getByRole('heading', { name: 'Реакция в сетях' }) });
        await section.getByRole('row', { name: /^Все/ }).waitFor({ timeout: 3_000 });
        return (await section.getByRole('row', { name: /Уличное освещение.*12/ }).count()) === 1 || undefined;
      }, 60_000);
      await picture(analyst, 'reactions');
      expect(await accessibilityFindings(analyst)).toEqual([]);
      await context.close();
      const { page: phone, context: small } = await openWindow(browser, world.url, { size: PHONE, scheme: 'dark' });
      await signIn(phone, 'aldan.head');
      await phone.goto('/analysis/changes');
      await phone.getByRole('combobox', { name: 'Как сложить' }).selectOption('weeks');
      await phone.getByText('Неделя с').first().waitFor();
      await picture(phone, 'reactions-phone');
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await small.close();
    }, 120_000);
  });
});
