import { expect, it } from '@jest/globals';
import type { Lexicon } from '@otklik/text-analysis';
import { TypedWords } from './typed-words.js';

class ReadOnceItCan extends TypedWords {
  reads = 0;

  protected override read(): Promise<Lexicon> {
    this.reads += 1;
    return this.reads === 1 ? Promise.reject(new Error('no such file')) : super.read();
  }
}

it('reads the dictionary again after it could not be read, and then no more', async () => {
  const typed = new ReadOnceItCan();
  await expect(typed.namesPerson('Соколова')).rejects.toThrow('no such file');
  expect(await typed.namesPerson('Соколова Анна', null)).toBe(true);
  expect(await typed.namesPerson('яма на Кирова')).toBe(false);
  expect(typed.reads).toBe(2);
});
