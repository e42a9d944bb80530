import type { Page } from 'playwright-core';
import { findButton } from './browser.js';

/** A screen, and a state of it, in the demonstration's district of Aldan. */
export interface Screen {
  readonly name: string;
  /** Role of who is signed in; a resident where absent. */
  readonly as?: string;
  readonly path: string;
  /** Brings the page into the state. */
  readonly state?: (page: Page, answered: Answered) => Promise<void>;
}

/** A resident's appeal with its answer. */
export interface Answered {
  readonly number: string;
  readonly code: string;
}

const press = (word: RegExp) => async (page: Page) => {
  await (await findButton(page, word)).click();
};
const key = (...keys: readonly string[]) =>
  async function pressKeys(page: Page): Promise<void> {
    for (const one of keys) await page.keyboard.press(one);
  };
/** The first of a list or a queue. */
const first = async (page: Page): Promise<void> => {
  await page.locator('.msg-open, .grid tbody a, .grid tbody button').first().click();
};
const dialog = (open: (page: Page) => Promise<void>) => async (page: Page) => {
  await open(page);
  await page.getByRole('dialog').waitFor();
};
/** The rows of the first list are there, and one of them has the cursor. */
const row = async (page: Page): Promise<void> => {
  await page.locator('.grid tbody tr[aria-rowindex]').first().waitFor();
  await page.keyboard.press('KeyJ');
};
const card = async (page: Page): Promise<void> => {
  await row(page);
  await page.keyboard.press('Enter');
  await page.locator('.sheet h1').waitFor();
};
const after =
  (...steps: readonly NonNullable<Screen['state']>[]): NonNullable<Screen['state']> =>
  async (page, answered) => {
    for (const step of steps) await step(page, answered);
  };
const chosen = (word: RegExp) => async (page: Page) => {
  await page.getByRole('dialog').locator('label').filter({ hasText: word }).click();
};
/** A dialog that a button of the card opens. */
const asked = (word: RegExp) => after(card, dialog(press(word)));
const shown = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().waitFor();
};
/** One of the applicants of `workFor`. */
const lookedFor = async (page: Page): Promise<void> => {
  await page.locator('[name=query]').fill('егор');
  await page.locator('[name=reason]').selectOption({ index: 1 });
  await page.keyboard.press('Enter');
  await page.locator('.people-open').waitFor();
};
const lost = async (page: Page): Promise<void> => {
  await page.route('**/graphql', (route) => route.abort());
  await page.reload();
};

const text = 'На улице Ленина третий день течёт труба, вода заливает двор. Проверка страниц.';
const write = async (page: Page): Promise<void> => {
  await page.locator('textarea[name=text]').fill(text);
  await page.locator('[name=name]').fill('Анна Лазарева');
  await page.locator('[name=contact]').fill('+7 914 000-00-00');
  await page.locator('[name=consent]').check();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await page.locator('#code').waitFor();
};
const answer = async (page: Page, { number, code }: Answered): Promise<void> => {
  await page.locator('[name=number]').fill(number);
  await page.locator('[name=code]').fill(code);
  await page.locator('main form button').first().click();
  await page.locator('#score-5').waitFor();
};
const follow = async (page: Page): Promise<void> => {
  await write(page);
  await page.locator('main a[href$="/follow"]').first().click();
  await page.locator('a[href$="/follow/withdraw"]').first().waitFor();
};

export const residentScreens: readonly Screen[] = [
  { name: 'districts', path: '/' },
  { name: 'start of the district', path: '/aldan' },
  { name: 'write', path: '/aldan/write' },
  { name: 'write with errors', path: '/aldan/write', state: press(/^Отправить$/) },
  { name: 'sent', path: '/aldan/write', state: write },
  { name: 'follow', path: '/aldan/write', state: follow },
  { name: 'supplement', path: '/aldan/write', state: after(follow, press(/^Дополнить/)) },
  { name: 'withdraw', path: '/aldan/write', state: after(follow, press(/^Отозвать/)) },
  { name: 'public answers', path: '/aldan/answers' },
  { name: 'answers on a topic', path: '/aldan/answers/topics/drugoe' },
  { name: 'topics of answers', path: '/aldan/topics' },
  { name: 'places of answers', path: '/aldan/places' },
  { name: 'reviews of a district', path: '/aldan/reviews' },
  { name: 'by e-mail', path: '/aldan/subscribe' },
  { name: 'map of a district', path: '/aldan/map' },
  { name: 'number and code', path: '/aldan/follow' },
  { name: 'number and code with errors', path: '/aldan/follow', state: press(/^(Открыть|Посмотреть|Показать)/) },
  { name: 'answer', path: '/aldan/follow', state: answer },
  { name: 'return for more work', path: '/aldan/follow', state: after(answer, press(/^Ответ не помог/)) },
  { name: 'lost code', path: '/aldan/lost' },
  { name: 'the law', path: '/aldan/law' },
  { name: 'personal data', path: '/aldan/personal-data' },
  { name: 'check of a case file', path: '/check-file' },
  { name: 'check of a letter', path: '/aldan/v' },
  { name: 'check of a letter that is not ours', path: '/aldan/v/0000-0000-0000' },
  { name: 'no such page', path: '/nowhere/at-all' },
  { name: 'sign-in', path: '/session/sign-in?to=/desk' },
];

export const deskScreens: readonly Screen[] = [
  { name: 'my day', as: 'coordinator', path: '' },
  { name: 'my day of an executor', as: 'executor', path: '' },
  { name: 'worklist', as: 'head', path: 'list/in-work', state: row },
  {
    name: 'worklist, two chosen',
    as: 'coordinator',
    path: 'list/unassigned',
    state: after(row, key('KeyX', 'KeyJ', 'KeyX')),
  },
  { name: 'worklist, empty', as: 'head', path: 'list/in-work?q=нетакогономера' },
  { name: 'worklist, not loaded', as: 'executor', path: 'list/mine', state: lost },
  { name: 'all keys', as: 'executor', path: 'list/mine', state: after(row, dialog(key('Shift+Slash'))) },
  { name: 'palette', as: 'coordinator', path: 'list/unassigned', state: after(card, dialog(key('Control+KeyK'))) },
  { name: 'settings', as: 'executor', path: 'board', state: dialog(press(/^Настройки$/)) },
  { name: 'assign', as: 'coordinator', path: 'list/unassigned', state: after(row, dialog(key('KeyA'))) },
  { name: 'route', as: 'coordinator', path: 'list/unassigned', state: after(row, dialog(key('KeyR'))) },
  { name: 'card', as: 'coordinator', path: 'list/unassigned', state: card },
  { name: 'split', as: 'coordinator', path: 'list/unassigned', state: asked(/^Разделить на вопросы/) },
  { name: 'who is complained of', as: 'coordinator', path: 'list/unassigned', state: asked(/^На кого жалоба/) },
  {
    name: 'code of the classifier',
    as: 'coordinator',
    path: 'list/unassigned',
    state: after(asked(/^Код классификатора/), (page) => page.getByRole('option').first().waitFor()),
  },
  { name: 'forward', as: 'coordinator', path: 'list/unassigned', state: asked(/^Направить по компетенции/) },
  { name: 'leave unanswered', as: 'head', path: 'list/unassigned', state: asked(/^Оставить без ответа/) },
  { name: 'put under control', as: 'head', path: 'list/unassigned?control=no', state: asked(/^Взять на контроль/) },
  { name: 'wrong registration', as: 'head', path: 'list/in-work', state: asked(/^Регистрация ошибочна/) },
  {
    name: 'wrong registration, twice',
    as: 'head',
    path: 'list/in-work',
    state: after(asked(/^Регистрация ошибочна/), chosen(/^Зарегистрировано дважды/)),
  },
  { name: 'reopening asked for', as: 'head', path: 'list/reopening-requested', state: card },
  { name: 'reopening refused', as: 'head', path: 'list/reopening-requested', state: asked(/^Отказать в доработке/) },
  { name: 'card and reply', as: 'executor', path: 'list/mine', state: card },
  { name: 'moderation', as: 'moderator', path: 'moderation' },
  { name: 'moderation, one open', as: 'moderator', path: 'moderation', state: first },
  { name: 'to register', as: 'registrar', path: 'registration', state: first },
  { name: 'registration of a call', as: 'registrar', path: 'registration/phone' },
  { name: 'registration of a paper', as: 'registrar', path: 'registration/paper' },
  { name: 'registration of a reception', as: 'registrar', path: 'registration/reception' },
  { name: 'to approve', as: 'approver', path: 'approval', state: first },
  { name: 'to sign', as: 'signatory', path: 'signature', state: first },
  { name: 'calls', as: 'executor', path: 'calls', state: first },
  { name: 'officials', as: 'admin', path: 'administration/officials' },
  { name: 'officials, one open', as: 'admin', path: 'administration/officials', state: first },
  { name: 'officials, invitation', as: 'admin', path: 'administration/officials', state: press(/^Пригласить/) },
  {
    name: 'officials, a substitute',
    as: 'admin',
    path: 'administration/officials',
    state: after(first, press(/^Назначить исполняющего/)),
  },
  { name: 'on duty', as: 'head', path: 'administration/on-duty' },
  { name: 'settings', as: 'admin', path: 'administration/settings' },
  { name: 'settings, a topic', as: 'admin', path: 'administration/settings?of=topics' },
  { name: 'settings, versions', as: 'admin', path: 'administration/settings?of=versions' },
  { name: "district's file", as: 'admin', path: 'administration/district-file' },
  { name: 'calendar', as: 'admin', path: 'administration/calendar' },
  { name: 'old journal', as: 'admin', path: 'administration/old-journal' },
  { name: 'accounts', as: 'admin', path: 'administration/accounts' },
  { name: 'accounts, a new one', as: 'admin', path: 'administration/accounts', state: press(/^Добавить/) },
  { name: 'front-ends, none', as: 'admin', path: 'administration/front-ends' },
  { name: 'webhooks', as: 'admin', path: 'administration/webhooks' },
  { name: 'webhooks, a new one', as: 'admin', path: 'administration/webhooks', state: press(/^Добавить/) },
  { name: 'templates', as: 'admin', path: 'administration/templates' },
  { name: 'templates, one open', as: 'admin', path: 'administration/templates', state: first },
  { name: 'evidence', as: 'controller', path: 'administration/evidence' },
  { name: 'evidence, sign-ins', as: 'controller', path: 'administration/evidence?of=access' },
  { name: 'board', as: 'head', path: 'board' },
  { name: 'map', as: 'coordinator', path: 'map' },
  { name: 'review', as: 'head', path: 'report' },
  { name: 'monthly report', as: 'head', path: 'report?of=sstu' },
  { name: 'answered in time', as: 'head', path: 'list/answered?kept=yes&dep=zhkh' },
  { name: 'under control', as: 'head', path: 'control' },
  { name: 'known issues', as: 'head', path: 'known' },
  { name: 'known issues, a new one', as: 'coordinator', path: 'known', state: press(/^Предупредить/) },
  { name: 'people', as: 'registrar', path: 'people' },
  { name: 'people, found', as: 'registrar', path: 'people', state: lookedFor },
  {
    name: "a person's file",
    as: 'registrar',
    path: 'people',
    state: after(lookedFor, press(/^Открыть дело/), shown('.file-row')),
  },
  { name: 'journal', as: 'registrar', path: 'journal' },
  { name: 'to post', as: 'registrar', path: 'post' },
  { name: 'to enter in the feedback platform', as: 'registrar', path: 'pos' },
  { name: 'outgoing post', as: 'registrar', path: 'outgoing' },
  { name: 'no lists', as: 'admin', path: '' },
  { name: 'no such screen', as: 'head', path: 'nothing/here' },
];

export const analysisScreens: readonly Screen[] = [
  { name: 'analysis', as: 'analyst', path: '/analysis' },
  { name: 'analysis, found', as: 'analyst', path: '/analysis?q=дорога' },
];

export const allScreens: readonly Screen[] = [
  ...residentScreens,
  ...deskScreens.map((screen) => ({ ...screen, path: `/desk/aldan/${screen.path}` })),
  ...analysisScreens,
];

/** What the first paint waits for is there: a heading, and nothing that is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, .frame-wait').first().waitFor();
  const waiting = page.getByText(/Загружаем|Переходим/).filter({ visible: true });
  await waiting.first().waitFor({ state: 'hidden' });
}

export async function openScreen(page: Page, { path, state }: Screen, answered: Answered): Promise<void> {
  await page.goto(path);
  await settled(page);
  if (!state) return;
  await state(page, answered);
  await settled(page);
}
