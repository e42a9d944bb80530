import { describe, expect, it } from '@jest/globals';
import { isNight } from '@otklik/testing';
import type { LetterPaper } from './letter-paper.js';
import { manyLetters } from './many-letters.fixture.js';
import { bare, pagesOf } from './pdf-text.fixture.js';
import { preparedLetter } from './prepared-letter.js';
import { renderPdf } from './render-pdf.js';

const MAX_PAGES = 8;
const letters = manyLetters(200);

/** The longest part of a line that must stay on one line. */
const longest = (text: string): number => Math.max(0, ...text.split(/[\s\u200B-]/).map(({ length }) => length));

/** What the sheets of a letter must not look like. */
async function faultsOf(paper: LetterPaper): Promise<string[]> {
  const { addressee, blocks, enclosures, signature } = preparedLetter(paper);
  const pages = (await pagesOf(await renderPdf(paper))).map(bare);
  const last = pages.at(-1)!;
  const end = blocks.at(-1)!;
  const says = (page: string, text: string): boolean => page.includes(bare(text));
  const faults: [boolean, string][] = [
    [pages.length > MAX_PAGES, `${pages.length} pages`],
    [!addressee.every((line) => says(pages[0]!, line)), 'the addressee is not on the first page'],
    [!says(last, signature.name) || !says(last, signature.post), 'no signature on the last page'],
    [end.kind === 'text' && !says(last, end.text.slice(-30)), 'the signature stands alone on its page'],
    [!enclosures.every((line) => says(pages.join(''), line)), 'an enclosure is missing'],
    [pages.some(({ length }) => length < 30), 'an empty page'],
  ];
  return faults.flatMap(([is, fault]) => (is ? [fault] : []));
}

describe('letters of many cases', () => {
  it('have no run that is wider than its block', () => {
    for (const paper of letters) {
      const { addressee, heading, signature, blocks, enclosures } = preparedLetter(paper);
      for (const text of [...addressee, heading, signature.post]) expect(longest(text)).toBeLessThanOrEqual(32);
      for (const block of blocks)
        if (block.kind === 'text') expect(longest(block.text.replaceAll('\u00A0', ' '))).toBeLessThanOrEqual(60);
      for (const text of enclosures) expect(longest(text)).toBeLessThanOrEqual(60);
    }
  });

  it('keep addressee, end of the text and signature together on their sheets', async () => {
    const seen = isNight ? letters : letters.slice(0, 40);
    const found: string[] = [];
    for (const [at, paper] of seen.entries()) found.push(...(await faultsOf(paper)).map((fault) => `${at}: ${fault}`));
    expect(found).toEqual([]);
  }, 120_000);
});
