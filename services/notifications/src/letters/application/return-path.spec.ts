import { expect, it } from '@jest/globals';
import { isAddress } from '@otklik/kernel';
import fc from 'fast-check';
import { MAX_LOCAL_PART } from '@otklik/vault';
import { ReturnPath } from './return-path.js';

const paths = new ReturnPath('Otvet@aldan.example', Buffer.from('a key'));
const letter = { district: 17, notice: '0193f3a2-0000-7000-8000-000000000001' };

it('names the notice of a letter, in whatever case it comes back', () => {
  const path = paths.of(letter);
  expect(path).toMatch(/^Otvet\+b\.[0-9a-v]{42}@aldan\.example$/);
  expect(paths.read(path)).toEqual(letter);
  expect(paths.read(path.toUpperCase())).toEqual(letter);
});

it('is an address for every notice, also of the longest sender', () => {
  const longest = new ReturnPath(`${'a'.repeat(MAX_LOCAL_PART)}@aldan.example`, Buffer.from('a key'));
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 65_535 }), (notice, district) => {
      const path = longest.of({ district, notice });
      expect(isAddress(path)).toBe(true);
      expect(longest.read(path)).toEqual({ district, notice });
    }),
  );
});

it('knows no address that it did not make', () => {
  const path = paths.of(letter);
  const forged = path.replace(/b\.(.)/, (_, digit: string) => `b.${digit === '0' ? '1' : '0'}`);
  const foreign = new ReturnPath('Otvet@aldan.example', Buffer.from('another key')).of(letter);
  const elsewhere = path.replace('aldan', 'tompo');
  const faulty = ['', 'otvet@aldan.example', 'otvet+b.@aldan.example', `otvet+b.${'v'.repeat(42)}@aldan.example`];
  for (const address of [forged, foreign, elsewhere, ...faulty]) expect(paths.read(address)).toBeUndefined();
});
