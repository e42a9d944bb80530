import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  missingBrowser,
  openBrowser,
  openWindow,
  signIn,
  type Window,
} from '../world/browser.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const LETTERS = `query ($district: String!, $from: Date!, $to: Date!) {
  outgoingPost(district: $district, from: $from, to: $to, first: 100) {
    total
    nodes { kind body late posting { number sentOn means track by { name } } appeal { id number } }
  }
}`;

interface Waiting {
  readonly id: string;
  readonly appeal: string;
  readonly version: number;
  readonly outgoing: { readonly number: string };
}

interface Letter {
  readonly kind: string;
  readonly late: boolean;
  readonly posting: { readonly number: string; readonly sentOn: string; readonly track: string | null };
  readonly appeal: { readonly id: string; readonly number: string };
}

describe('the register of outgoing post', () => {
  let world: World;
  let aldan: Steps;
  let appeal: string;
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Yakutsk' });
  let number: string;

  beforeAll(async () => {
    world = await startWorld({ demo: 'small' });
    aldan = new Steps(world, 'aldan');
    const address = { postcode: '678900', text: 'г. Алдан, ул. Ленина, 1' };
    const paper = { channel: 'PAPER', text: 'Прошу починить мост через ручей.', name: 'Пётр Седых', address };
    const receipt = await aldan.must('enterAppeal', 'registrar', paper);
    await aldan.must('registerAppeal', 'registrar', { id: receipt.id, expectedVersion: receipt.version });
    const ready: Parameters<Steps['cardWhen']>[2] = (now) => now.row.questions[0]?.response?.id !== undefined;
    await aldan.answered(await aldan.cardWhen(receipt.id, aldan.login('coordinator'), ready), 'Мост починят.');
    appeal = receipt.id;
    const list = '{ paperNotices(district: "aldan", first: 100) { nodes { id appeal version outgoing { number } } } }';
    const { id, version, outgoing } = await eventually(async () => {
      const { data } = await world.ask(list, {}, { as: aldan.login('registrar') });
      const { nodes } = data!['paperNotices'] as { nodes: Waiting[] };
      return nodes.find((notice) => notice.appeal === appeal);
    });
    number = outgoing.number;
    const posting = {
      id,
      expectedVersion: version,
      means: 'REGISTERED_LETTER',
      track: '67890012345672',
    };
    await aldan.must('recordPosting', 'registrar', posting);
  }, 300_000);
  afterAll(() => world?.stop());

  const letters = async (district: string, role: string, from = today, to = today) => {
    const { data, errors } = await world.ask(LETTERS, { district, from, to }, { as: `${district}.${role}` });
    return { ...(data?.['outgoingPost'] as { total: number; nodes: Letter[] } | undefined), errors };
  };

  it('holds the letter with its number, day and track, for those who answer for it', async () => {
    for (const role of ['registrar', 'controller', 'head']) {
      const letter = await eventually(async () => {
        const { nodes } = await letters('aldan', role);
        return nodes?.find(({ posting }) => posting.number === number);
      });
      expect(letter).toMatchObject({ kind: 'ANSWERED', late: false, appeal: { id: appeal } });
      expect(letter.posting).toMatchObject({ sentOn: today, track: '67890012345672' });
    }
  });

  it('is empty on other days, has no letter of another district, and is closed to who has no such right', async () => {
    expect((await letters('aldan', 'registrar', '2020-01-01', '2020-12-31')).total).toBe(0);
    const { nodes: elsewhere } = await letters('tuora', 'registrar', '2020-01-01');
    expect(elsewhere?.map(({ posting }) => posting.number)).not.toContain(number);
    expect((await letters('aldan', 'executor')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  needing(missingBrowser, () => {
    let browser: Browser;
    const windows: Window[] = [];
    beforeAll(async () => {
      browser = await openBrowser();
    }, 60_000);
    afterAll(() => browser?.close());

    async function desk(role: string, path: string): Promise<Page> {
      const window = await openWindow(browser, world.url);
      windows.push(window);
      await signIn(window.page, `aldan.${role}`, `/desk/aldan/${path}`);
      return window.page;
    }

    it('is a leaf on the screen, without the applicant’s name, and a file whose saving is recorded', async () => {
      const page = await desk('registrar', 'outgoing');
      const row = page.getByRole('row', { name: new RegExp(`${number} `) });
      await row.waitFor();
      expect(await row.innerText()).toMatch(/заявителю/);
      expect(await page.content()).not.toContain('Седых');
      expect(await accessibilityFindings(page)).toEqual([]);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ]);
      const saved = (await readFile((await file.path())!, 'utf8')).split('\r\n').filter(Boolean);
      expect(saved.filter((line) => line.includes(number))).toHaveLength(1);
      const evidence = await desk('controller', 'administration/evidence?kind=EXPORT');
      await evidence
        .getByRole('row', { name: new RegExp(`${saved.length - 1} строк.*журнал исходящих всех способов`) })
        .waitFor();
    });

    it('narrows to the days that are chosen', async () => {
      const page = await desk('head', 'outgoing?from=2020-01-01&to=2020-12-31');
      await page.getByText('Всего за период: 0.').waitFor();
    });

    it('raises no error in any window', () => {
      expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
    });
  });
});
