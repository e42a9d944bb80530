import { describe, expect, it } from '@jest/globals';
import { highlight, MARK_END, MARK_START } from '../domain/highlight.js';
import { emptyIndex, type MakeIndex } from './search-index.fixture.js';

/** What every index answers to whatever is typed. */
export function indexAnswersContract(make: MakeIndex): void {
  const { search, found, fill } = emptyIndex(make);

  describe('answers', () => {
    it('marks what was asked for', async () => {
      await fill();
      const { asked } = await search('ямы дорог*');
      expect(highlight('Огромная яма на дороге', asked)).toEqual([
        `Огромная ${MARK_START}яма${MARK_END} на ${MARK_START}дороге${MARK_END}`,
      ]);
    });

    it('answers anything', async () => {
      await fill();
      const nasty = [
        '',
        '   ',
        '"',
        '-',
        '*',
        'a:b',
        '%_\\',
        `'; drop table`,
        '🙂',
        '\u0000\uD800',
        'я '.repeat(5_000),
      ];
      for (const text of nasty) expect((await search(text)).total).toBeGreaterThanOrEqual(0);
      expect(await found('не на')).toEqual(expect.any(Array));
    });
  });
}
