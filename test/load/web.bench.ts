import { missingBrowser, openBrowser } from '../world/browser.js';
import type { BenchOptions, Metric } from './bench-frame.js';
import { gridMetrics } from './web-grid.js';

export const name = 'web';

/** The pages in Chromium. Arguments choose parts: `grid`. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  if (missingBrowser) throw new Error(missingBrowser);
  const browser = await openBrowser();
  try {
    return await gridMetrics(browser, options);
  } finally {
    await browser.close();
  }
}
