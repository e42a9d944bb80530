import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { withAxe } from './browser.js';

/** Chromium of 1366 × 768, and 1280 × 1024 at a zoom of 400 %. */
export const WIDE = { width: 1366, height: 768 };
export const ZOOMED = { width: 320, height: 256 };

const pageChecks = readFileSync(new URL('page-checks.js', import.meta.url), 'utf8');

const whole = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer depends on the scheme: the others see the same page in each of them. */
const colours = ['color-contrast', 'link-in-text-block'];

/**
 * Everything that is wrong with the page: each finding as `how it is seen: what is wrong: element`. `turn`: its number
 * among the pages, of which each is seen in one of the other schemes; absent: in all of them, in both sizes.
 */
export async function findingsOf(page: Page, turn?: number): Promise<readonly string[]> {
  const findings: string[] = [];
  const add = (seen: string, found: readonly string[]): void => {
    findings.push(...found.map((one) => `${seen}: ${one}`));
  };
  await withAxe(page);
  await page.evaluate(pageChecks);
  await light(page);
  add('filled', await page.evaluate<string[]>('pageChecks.filled()'));
  for (const [seen, size] of Object.entries({ wide: WIDE, '400 %': ZOOMED })) {
    await page.setViewportSize(size);
    add(seen, await axeFindings(page, { type: 'tag', values: whole }));
    add(seen, await sidewaysFindings(page));
    add(seen, await focusFindings(page));
    for (const [scheme, look] of schemesOf(size, turn)) {
      await look(page);
      add(`${seen}, ${scheme}`, await axeFindings(page, { type: 'rule', values: colours }));
    }
    await light(page);
  }
  await page.setViewportSize(WIDE);
  await withLargeText(page, async () => add('text of 200 %', await sidewaysFindings(page)));
  await dress(page, 'size', '3');
  add('size of 150 %', await sidewaysFindings(page));
  return findings;
}

const media =
  (options: Parameters<Page['emulateMedia']>[0], theme = '') =>
  async (page: Page): Promise<void> => {
    // Reduced, so that no colour is met on its way to another.
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce', ...options });
    await dress(page, 'theme', theme);
  };

/** As the reader's own choice of look does. */
const dress = (page: Page, choice: 'theme' | 'size', value: string) =>
  page.evaluate(
    value
      ? `document.documentElement.setAttribute('data-${choice}', '${value}')`
      : `document.documentElement.removeAttribute('data-${choice}')`,
  );

const light = media({});
const schemes = {
  dark: media({ colorScheme: 'dark' }),
  contrast: media({}, 'contrast'),
  'forced colours': media({ forcedColors: 'active' }),
};
const all = Object.entries(schemes);

function schemesOf(size: typeof WIDE, turn: number | undefined): readonly (typeof all)[number][] {
  if (turn === undefined) return all;
  return size === WIDE ? [all[turn % all.length]!] : [];
}

interface Chosen {
  readonly type: 'tag' | 'rule';
  readonly values: readonly string[];
}

async function axeFindings(page: Page, runOnly: Chosen): Promise<readonly string[]> {
  const rules = runOnly.type === 'tag' ? { 'target-size': { enabled: true } } : {};
  const options = JSON.stringify({ runOnly, rules, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** As a browser whose letters its user has doubled: media queries see it, too. */
async function withLargeText(page: Page, look: () => Promise<void>): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const sizes = (standard: number) => session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  await sizes(32);
  await look();
  await sizes(16);
  await session.detach();
}

/** What has to be scrolled sideways, and text that is cut off. */
const sidewaysFindings = (page: Page) => page.evaluate<string[]>('pageChecks.sideways()');

/** Each stop of Tab shows that it has the focus. */
async function focusFindings(page: Page): Promise<readonly string[]> {
  // Focus that a script sets is shown as a keyboard's is, once a key was pressed.
  await page.keyboard.press('Shift');
  return page.evaluate<string[]>('pageChecks.focus()');
}
