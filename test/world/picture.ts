import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** For a person to look at, where OTKLIK_PICTURES names a folder. */
export async function picture(page: Page, name: string, { isWhole = true } = {}): Promise<void> {
  const folder = process.env['OTKLIK_PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: isWhole });
}
