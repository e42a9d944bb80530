import { expect, it } from '@jest/globals';
import { tryEach } from './try-each.js';

it('tries the others when one fails, and then throws the first failure', async () => {
  const done: string[] = [];
  const work = async (item: string): Promise<void> => {
    if (item.startsWith('bad')) throw new Error(item);
    done.push(item);
  };
  await expect(tryEach(['one', 'bad 1', 'two', 'bad 2'], work)).rejects.toThrow('bad 1');
  expect(done).toEqual(['one', 'two']);
  await tryEach(['three'], work);
  expect(done).toEqual(['one', 'two', 'three']);
});
