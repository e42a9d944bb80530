import { missingBrowser, openBrowser } from '../world/browser.js';
import type { BenchOptions, Metric } from './bench-frame.js';
import { cutsMetrics } from './web-cuts.js';
import { deskMetrics } from './web-desk.js';
import { gridMetrics } from './web-grid.js';
import { residentMetrics } from './web-resident.js';

export const name = 'web';

const parts = { grid: gridMetrics, resident: residentMetrics, cuts: cutsMetrics, desk: deskMetrics } as const;

/** The pages in Chromium. Arguments choose parts: `grid`, `resident`, `cuts`, `desk`. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  if (missingBrowser) throw new Error(missingBrowser);
  const browser = await openBrowser('whole');
  const chosen = Object.entries(parts).filter(([part]) => options.args.includes(part));
  try {
    const metrics: Metric[] = [];
    for (const [, measure] of chosen.length === 0 ? Object.entries(parts) : chosen)
      metrics.push(...(await measure(browser, options)));
    return metrics;
  } finally {
    await browser.close();
  }
}
