import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { needing } from '@otklik/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenRules, missingForVeraPdf } from '../../../deploy/stack/verapdf.js';
import { card, envelopes, journal, registry, tables } from './forms.fixture.js';
import { KINDS, letterOf } from './kinds.fixture.js';
import type { Paper } from './papers.js';
import { renderPdf } from './render-pdf.js';

/** What only a file says of itself that names PDF/UA as its standard: its name there, and the title in the window. */
const NAME_OF_UA = ['5-1', '7.1-10'];

needing(missingForVeraPdf(), () => {
  let folder: string;
  const files: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'otklik-papers-'));
    const keep = async (name: string, paper: Paper): Promise<void> => {
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, await renderPdf(paper));
      files.push(file);
    };
    for (const [at, form] of [card, envelopes('DL'), envelopes('C5'), journal, registry, tables].entries())
      await keep(`${form.layout}-${at}`, form);
    for (const kind of KINDS)
      for (const language of ['ru', 'sah'] as const) await keep(`${kind}-${language}`, letterOf(kind, language));
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const broken = async (profile: '2a' | 'ua1') =>
    Object.fromEntries(
      [...(await brokenRules(files, profile, console.error))].map(([file, rules]) => [
        file.slice(folder.length + 1),
        rules,
      ]),
    );

  it('each kind of letter in both languages, and each form, is PDF/A-2a', async () => {
    const found = await broken('2a');
    expect(Object.keys(found)).toHaveLength(6 + 12 * 2);
    expect(Object.entries(found).filter(([, rules]) => rules.length > 0)).toEqual([]);
  }, 300_000);

  it('and is read by a screen reader as PDF/UA-1 asks, but for the name of that standard', async () => {
    const found = Object.entries(await broken('ua1'));
    expect(found.filter(([, rules]) => rules.some((rule) => !NAME_OF_UA.includes(rule)))).toEqual([]);
  }, 300_000);
});
