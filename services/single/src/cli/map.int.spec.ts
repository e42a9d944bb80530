import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { smallMap } from '@otklik/testing';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mapsFolder } from '../maps-folder.js';
import { composedOnce, type Composed } from './composed.fixture.js';
import { mapCommand } from './map.js';

let composed: Composed;
let folder: string;
beforeAll(async () => {
  composed = await composedOnce();
  folder = mkdtempSync(join(tmpdir(), 'otklik-map-'));
}, 180_000);
afterAll(async () => {
  await composed.end();
  rmSync(folder, { recursive: true, force: true });
});

async function run(act: 'put' | 'show' | 'remove', content?: Buffer): Promise<string> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const file = join(folder, 'district.pmtiles');
  if (content) writeFileSync(file, content);
  const report = { print, warn: print, progress: () => undefined };
  await mapCommand.execute(
    composed.composition,
    { act, district: 'aldan', file },
    report,
    new AbortController().signal,
  );
  return lines.join('\n');
}

const stored = () => existsSync(join(mapsFolder(composed.composition), 'aldan.pmtiles'));

it('puts a map in, says what it shows, and takes it away', async () => {
  expect(await run('show')).toBe('aldan has no map; the drawn plan is shown.');
  expect(await run('put', smallMap())).toMatch(
    /the map is shown from now on\. .*55\.80–66\.50 N, 112\.50–135\.00 E, zooms 4–4/,
  );
  expect(await run('show')).toContain('© OpenStreetMap contributors.');
  expect(stored()).toBe(true);
  await run('remove');
  expect(stored()).toBe(false);
});

it('takes neither what is no map nor the map of another district', async () => {
  await expect(run('put', Buffer.from('no map'))).rejects.toThrow(
    /is not taken: it is no file of PMTiles.*Nothing was changed/,
  );
  const ofMoscow = smallMap({ bounds: [36, 55, 38, 56] });
  await expect(run('put', ofMoscow)).rejects.toThrow('it shows no settlement of this district');
  expect(stored()).toBe(false);
});

it('warns of a file that does not say whose data it is', async () => {
  expect(await run('put', smallMap({ attribution: '' }))).toContain('does not say whose data it is');
  await run('remove');
});
