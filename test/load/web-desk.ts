import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@otklik/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESK, openWindow, signIn } from '../world/browser.js';
import { cuttableSockets, missedAfterCuts } from '../world/cut-sockets.js';
import { Steps } from '../world/steps.js';
import type { Answer, World } from '../world/world.js';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct, type RunningProduct } from './running-product.js';

const TIMES = {
  smoke: { changes: 3, cuts: 2, tabs: 1, processes: 1 },
  usual: { changes: 200, cuts: 100, tabs: 20, processes: 3 },
  full: { changes: 1_000, cuts: 100, tabs: 20, processes: 3 },
} as const;
/** Between two changes, as of a quick colleague. */
const PAUSE_MS = 50;
const WHOLE_DISTRICT = 'EXECUTOR@aldan';
const PAIR = ['Сменный', 'Запасной'] as const;

/** The desk over the running product, with colleagues, a line that is cut, and kills. Argument `cluster`: of the cluster. */
export async function deskMetrics(browser: Browser, options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  await using product = await runningProduct(args, print, 'small');
  const steps = new Steps(officials(product), 'aldan');
  const less = { lessIsBetter: true } as const;
  const { changes, cuts, ...kills } = sized(options, TIMES);
  print(`a colleague changes a row ${changes} times`);
  const delays = await delaysOfChanges({ browser, product, steps }, changes);
  print(`the socket is cut ${cuts} times`);
  const missed = await missedOver({ browser, product, steps }, cuts);
  print('drafts are written, and tabs and processes killed');
  const drafts = await lostDrafts({ browser, product, steps }, kills, args.includes('cluster'));
  return [
    { name: 'a colleague’s change on the screen, p50', unit: 'ms', value: quantile(delays, 0.5) },
    { name: 'the same, p99', unit: 'ms', value: quantile(delays, 0.99), floor: 2_000, goal: 500, ...less },
    { name: `missed after ${cuts} reconnects`, unit: '', value: missed, floor: 0, goal: 0, ...less },
    ...drafts.map(({ of, times, lost }) => ({
      name: `drafts lost over ${times} kills of the ${of}`,
      unit: '',
      value: lost,
      floor: 0,
      goal: 0,
      ...less,
    })),
  ];
}

interface Desk {
  readonly browser: Browser;
  readonly product: RunningProduct;
  readonly steps: Steps;
}

/** The demonstration's officials over GraphQL. */
function officials({ url, operate }: RunningProduct): Pick<World, 'ask'> {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (login: string): Promise<string> => {
    const token = tokens.get(login) ?? operate('token', '--as', login, '--minutes', '60').then(lastLine);
    tokens.set(login, token);
    return token;
  };
  return {
    ask: async (query, variables = {}, { as } = {}) => {
      const authorization = as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query, variables }),
      });
      const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
      return { status: response.status, data, errors };
    },
  };
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1)!;

/** A window of a signed-in official; a second window of the same browser is another computer. */
async function windowOf({ browser, product }: Desk, login: string, path: string, prepare = nothing): Promise<Page> {
  const { page } = await openWindow(browser, product.url, { size: DESK });
  await prepare(page);
  await signIn(page, login, `/desk/aldan/${path}`);
  return page;
}

const nothing = async (_: Page): Promise<void> => undefined;

/** From a mutation's acknowledgement to the frame that shows it in the row of another official's list, each in ms. */
async function delaysOfChanges(desk: Desk, changes: number): Promise<readonly number[]> {
  const { steps } = desk;
  const pair = await Promise.all(PAIR.map((name, at) => addExecutor(desk, `aldan.pair${at}`, `Айаал ${name}`)));
  const { card } = await steps.registered('Возле школы на улице Быкова не горит ни один фонарь, дети идут в темноте.');
  const { id } = await steps
    .cardWithQuestion(String(card.row['id']), steps.login('coordinator'), 'ROUTED')
    .then(({ row }) => row.questions[0]!);
  const assign = async (at: number, expectedVersion: number): Promise<number> =>
    (await steps.must('assignExecutor', 'coordinator', { id, expectedVersion, executor: pair[at % 2] })).version;
  let version = (await steps.card(String(card.row['id']), steps.login('coordinator')))!.row.questions[0]!.version;
  version = await assign(1, version);
  const page = await windowOf(desk, 'aldan.head', 'list/in-work');
  try {
    await page.locator(`[data-row="${id}"]`).scrollIntoViewIfNeeded();
    const delays: number[] = [];
    for (let change = 0; change < changes; change += 1) {
      await page.evaluate(watchRow(id, PAIR[change % 2]!));
      version = await assign(change, version);
      const acknowledgedAt = Date.now();
      delays.push(Math.max(0, (await page.evaluate<number>('shown')) - acknowledgedAt));
      await sleep(PAUSE_MS);
    }
    return delays;
  } finally {
    await page.context().close();
  }
}

/** The id of a new executor of the whole district; processes know a new official after some seconds. */
async function addExecutor({ product, steps }: Desk, login: string, name: string): Promise<string> {
  await product.operate('official', 'add', '--login', login, '--name', name, '--role', WHOLE_DISTRICT);
  return eventually(() => steps.officialId(login), 30_000);
}

/** `shown`: the time of the frame in which the row has that text. */
const watchRow = (id: string, text: string): string => `void (globalThis.shown = new Promise((resolve, reject) => {
  const has = () => document.querySelector('[data-row="${id}"]')?.closest('tr').textContent.includes('${text}');
  const end = () => requestAnimationFrame(() => resolve(Date.now()));
  if (has()) return reject(new Error('The row shows the change before it is made.'));
  const observer = new MutationObserver(() => has() && (observer.disconnect(), end()));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  setTimeout(reject, 20_000, new Error('A change of ${text} was not shown.'));
}))`;

async function missedOver(desk: Desk, cuts: number): Promise<number> {
  let cut: Awaited<ReturnType<typeof cuttableSockets>> | undefined;
  const page = await windowOf(desk, 'aldan.moderator', 'list/to-moderate', async (opened) => {
    cut = await cuttableSockets(opened);
  });
  try {
    await page.locator('[data-row]').first().waitFor();
    const enter = (mark: string) =>
      desk.steps.mutate('submitAppeal', { text: `Не горит фонарь, ${mark}. Просим починить.` });
    return (await missedAfterCuts({ page, cut: cut!, enter }, cuts)).length;
  } finally {
    await page.context().close();
  }
}

interface LostDrafts {
  readonly of: string;
  readonly times: number;
  readonly lost: number;
}

/** A text is written, something is killed at once, and the card is opened again. */
async function lostDrafts(
  desk: Desk,
  { tabs, processes }: { readonly tabs: number; readonly processes: number },
  isCluster: boolean,
): Promise<readonly LostDrafts[]> {
  const { product, steps } = desk;
  const path = await answerableCard(steps);
  const first = await windowOf(desk, 'aldan.executor', path);
  const context = first.context();
  try {
    const kills: readonly (readonly [string, number, (page: Page) => Promise<void>])[] = [
      ['tab', tabs, crash],
      isCluster
        ? ['gateway', processes, async () => void process.kill(product.pidOf('gateway'), 'SIGKILL')]
        : ['process', processes, () => product.kill()],
    ];
    const results: LostDrafts[] = [];
    for (const [of, times, kill] of kills) {
      let lost = 0;
      for (let time = 0; time < times; time += 1)
        if (!(await outlives({ context, product, path: `/desk/aldan/${path}` }, kill))) lost += 1;
      results.push({ of, times, lost });
    }
    return results;
  } finally {
    await context.close();
  }
}

/** The card of a question whose answer the executor is to draft. */
async function answerableCard(steps: Steps): Promise<string> {
  const { card } = await steps.registered('Возле школы снова стая собак, дети боятся идти. Примите меры, пожалуйста.');
  const executor = await steps.officialId(steps.login('executor'));
  const [question] = card.row.questions;
  const { version } = await steps.must('assignExecutor', 'coordinator', {
    id: question!.id,
    expectedVersion: question!.version,
    executor,
  });
  await steps.cardWhen(
    String(card.row['id']),
    steps.login('executor'),
    ({ row }) => row.questions[0]!.version >= version,
  );
  return `card/${String(card.row['id'])}`;
}

interface Opened {
  readonly context: BrowserContext;
  readonly product: RunningProduct;
  readonly path: string;
}

const ANSWER = 'Текст ответа';

async function outlives({ context, product, path }: Opened, kill: (page: Page) => Promise<void>): Promise<boolean> {
  const page = await context.newPage();
  await page.goto(path);
  const text = `Стая вывезена в приют. ${randomUUID()}`;
  await page.getByLabel(ANSWER).fill(text);
  await kill(page);
  const isAlive = !page.isClosed() && (await page.title().then(Boolean, () => false));
  // What is written while the server is away counts, too.
  const whole = isAlive ? `${text} Дописано.` : text;
  if (isAlive) await page.getByLabel(ANSWER).fill(whole);
  await page.close();
  await serving(product);
  const next = await context.newPage();
  try {
    await next.goto(path);
    return (await next.getByLabel(ANSWER).inputValue()) === whole;
  } finally {
    await next.close();
  }
}

/** The tab's own process ends, without a word to the page. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Starts what was killed and is not restarted otherwise. */
async function serving(product: RunningProduct): Promise<void> {
  const isReady = () =>
    fetch(`${product.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (await isReady()) return;
  if (product.pids().length === 0) await product.start();
  while (!(await isReady())) await sleep(100);
}
