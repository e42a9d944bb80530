import { expect, it } from '@jest/globals';
import { asking } from './ask.js';

const failing = (code: string, times: number) => {
  const asked = { times: 0 };
  const post = async () => {
    asked.times += 1;
    return Promise.resolve(
      asked.times > times ? { data: 'done' } : { errors: [{ message: 'no', extensions: { code } }] },
    );
  };
  return { asked, ask: asking(post) };
};

it('goes on after an answer that did not come in time', async () => {
  expect(await failing('TIMED_OUT', 4).ask('{ viewer }', {})).toBe('done');
});

it('gives up after five of them, and at once where asking again is no use', async () => {
  const late = failing('UNAVAILABLE', 9);
  await expect(late.ask('{ viewer }', {})).rejects.toThrow('viewer: UNAVAILABLE');
  const refused = failing('FORBIDDEN', 9);
  await expect(refused.ask('{ viewer }', {})).rejects.toThrow('viewer: FORBIDDEN');
  expect([late.asked.times, refused.asked.times]).toEqual([5, 1]);
});
