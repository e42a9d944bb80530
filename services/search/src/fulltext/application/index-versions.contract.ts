import { describe, expect, it } from '@jest/globals';
import { emptyIndex, type MakeIndex } from './search-index.fixture.js';

/** Which version of a text every index holds, whatever comes when. */
export function indexVersionsContract(make: MakeIndex): void {
  const { index, idOf, document, search, found, fill } = emptyIndex(make);

  describe('versions', () => {
    it('lets the newer version stand, whatever comes when', async () => {
      await index().put([document('one', ['старый забор'], { version: 5 })]);
      await index().put([document('one', ['новый мост'], { version: 9 })]);
      await index().put([document('one', ['старый забор'], { version: 7 })]);
      await index().put([document('one', ['старый забор'], { version: 9 })]);
      expect([await found('мост'), await found('забор')]).toEqual([['one'], []]);
      await index().put([document('one', ['новый мост'], { version: 10, facets: { state: 'ANSWERED' } })]);
      expect(await found('мост', { states: ['ANSWERED'] })).toEqual(['one']);
      const held = await Promise.all(
        [9, 10, 11].map((version) => index().holds({ district: 1, id: idOf('one'), version })),
      );
      expect(held).toEqual([true, true, false]);
      expect(await index().versions(1, undefined, 10)).toEqual([{ id: idOf('one'), version: 10 }]);
      expect(await index().versions(2, undefined, 10)).toEqual([]);
    });

    it('forgets what was removed, with all its words', async () => {
      await fill();
      const id = idOf('water');
      await index().remove([{ district: 1, id, version: 4 }]);
      await index().put([document('water', ['Третий день нет горячей воды'], { version: 3 })]);
      expect(await found('вода')).toEqual([]);
      expect(await found('горяч*')).toEqual([]);
      expect((await search('горячейй')).corrections).toEqual([]);
      expect(await index().versions(1, undefined, 10)).not.toContainEqual({ id, version: 4 });
      expect(await found('вода', {}, [2])).toEqual(['theirs']);
    });
  });
}
