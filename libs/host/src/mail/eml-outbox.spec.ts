import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emlMailer, emlOutbox } from './eml-outbox.js';

let folder: string;
beforeAll(async () => void (folder = join(await mkdtemp(join(tmpdir(), 'otklik-outbox-')), 'outbox')));
afterAll(() => rm(join(folder, '..'), { recursive: true }));

const id = '0193f3a2-0000-7000-8000-000000000001';
const letter = { messageId: `<${id}@otklik.invalid>`, to: 'ivan@aldan.example', subject: 'Ответ', text: 'Готово' };

it('writes one private file for a letter, also when it is sent twice', async () => {
  const mailer = emlMailer(folder, 'no-reply@otklik.invalid');
  expect(await mailer.send(letter)).toBe(`<${id}@otklik.invalid> outbox`);
  await mailer.send(letter);
  expect(await readdir(folder)).toEqual([`${id}.eml`]);
  const text = await readFile(join(folder, `${id}.eml`), 'utf8');
  expect(text).toMatch(/^To: ivan@aldan\.example\r$/m);
  expect((await stat(join(folder, `${id}.eml`))).mode & 0o777).toBe(0o600);
});

it('removes letters and ignores missing ones', async () => {
  const outbox = emlOutbox(folder);
  await outbox.remove([id, '0193f3a2-0000-7000-8000-000000000002']);
  expect(await readdir(folder)).toEqual([]);
  await expect(outbox.remove(['../../etc/passwd'])).rejects.toThrow(/UUID/);
});
