import axe, { type AxeResults } from 'axe-core';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

/** The same engine without the windows of a desktop: it takes half the processor time for a page. */
const SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const installed = (paths: readonly string[]) =>
  process.env['OTKLIK_CHROMIUM'] ?? paths.find((path) => existsSync(path));
const executablePath = installed([SHELL, ...WHOLE]);

/** For `needing`. */
export const missingBrowser = executablePath
  ? undefined
  : 'Chromium is not installed: apt-get install --no-install-recommends chromium-headless-shell, or name it in OTKLIK_CHROMIUM';

/** `whole`: as people use it, for what is measured. */
export function openBrowser(whole?: 'whole'): Promise<Browser> {
  // Without a sandbox: in a container of CI it needs rights that root there does not have.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--force-prefers-reduced-motion'];
  const path = whole ? installed([...WHOLE, SHELL]) : executablePath;
  return chromium.launch({ executablePath: path!, args });
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1366, height: 768 };

export interface WindowOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly script?: boolean;
}

/** A window of its own: cookies and storage are shared with none. Its pages' uncaught errors and refused contents are kept. */
export async function openWindow(browser: Browser, url: string, options: WindowOptions = {}): Promise<Window> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ru-RU',
    timezoneId: 'Asia/Yakutsk',
    viewport: options.size ?? DESK,
    colorScheme: options.scheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
    javaScriptEnabled: options.script ?? true,
  });
  // Half of a test's time: a machine that starts other products beside it answers late, and a wait that ends costs nothing.
  context.setDefaultTimeout(30_000);
  const faults: string[] = [];
  context.on('weberror', (fault) => faults.push(fault.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return { context, page: await context.newPage(), faults };
}

export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Of all its pages: uncaught errors, and what the content policy refused. */
  readonly faults: readonly string[];
}

/** An open page goes on to load what changes. What was wrong with the windows stays known. */
export async function closeWindows(windows: readonly Window[]): Promise<void> {
  for (const { context } of windows) {
    for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
}

/** Signs an official of the demonstration in by one press, and waits for the desk. */
export async function signIn(page: Page, login: string, to = '/desk'): Promise<void> {
  await page.goto(`/session/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator(`button[value="${login}"]`).click();
  await page.waitForURL((url) => url.pathname.startsWith(to.split('?')[0]!));
}

/** A button or a link by its words: one in sight, else the line of the card's menu «Ещё действия», which is opened for it. */
export async function findButton(page: Page, word: RegExp): Promise<Locator> {
  const all = page.locator('a, button').filter({ hasText: word });
  await all.first().waitFor({ state: 'attached' });
  const inSight = all.filter({ visible: true });
  if ((await inSight.count()) === 0 && (await page.locator('.act-menu-list').count()) > 0)
    await page.locator('.act-menu > button').click();
  return inSight.first();
}

const RUN_AXE = `axe.run(document, { runOnly: { type: 'tag', values: [
  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })`;

/** A colour on its way to another one is no finding: transitions and animations that end are waited for, however often one follows. */
const COLOURS_SETTLED = `(async () => {
  const ending = () => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity && one.playState === 'running');
  for (let moving = ending(); moving.length > 0; moving = ending()) await Promise.allSettled(moving.map((one) => one.finished));
})()`;

/** Evaluated by the debugger, so that the page's content policy stays as it is; once in a document, since it is long. */
export async function withAxe(page: Page): Promise<void> {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe.source);
}

/** WCAG 2.2 A and AA and axe's best practices: each finding as `rule: element`. Pages are the same on both profiles: `single` is examined. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  if (process.env['OTKLIK_PROFILE'] === 'cluster') return [];
  await withAxe(page);
  await page.evaluate(COLOURS_SETTLED);
  const { violations } = await page.evaluate<AxeResults>(RUN_AXE);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Chooses the option that begins so: after a name there may stand how much its official has in work. */
export async function chooseBeginning(select: Locator, words: string): Promise<void> {
  const option = select.locator('option', { hasText: new RegExp(`^${words}`) });
  await option.waitFor({ state: 'attached' });
  await select.selectOption((await option.getAttribute('value'))!);
}
