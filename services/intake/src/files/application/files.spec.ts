import { expect, it } from '@jest/globals';
import type { Database } from '@otklik/tenancy';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import type { AnswerFiles } from './answer-files.js';
import type { BlobStore } from './blob-store.js';
import { Files } from './files.js';
import type { PublicationPhotos } from '../store/publication-photos.js';
import type { UploadedFiles } from './uploaded-files.js';

/** An upload that `claimed` claims between the moment when another claim reads its row and the moment when it opens its key. */
async function raceFor(claimed: string) {
  const [id, person] = [randomUUID(), randomUUID()];
  const vault = memoryVault();
  await vault.createPerson(1, id);
  const sealedKey = await vault.seal(1, id, id, 'fileKey', 'a key');
  await vault.destroy({ query: async () => ({}) as never }, 1, id, 'FILE_CLAIMED');
  const file = { id, type: 'image/jpeg', size: 3, sha256: 'f' };
  const rows = [null, claimed].map((appeal) => ({ ...file, sealedKey, sealedName: null, appeal, response: null }));
  const uploads = { find: async () => rows.shift() } as unknown as UploadedFiles;
  const files = new Files({} as Database, vault, {} as BlobStore, uploads, {} as AnswerFiles, {} as PublicationPhotos);
  return { file, claim: (appeal: string) => files.claim({ district: 1, appeal, person }, [id]) };
}

it('returns the file when a concurrent submission of the same appeal has claimed it', async () => {
  const appeal = randomUUID();
  const { file, claim } = await raceFor(appeal);
  expect((await claim(appeal)).files).toEqual([file]);
});

it('refuses a file that a concurrent submission of another appeal has claimed', async () => {
  const { claim } = await raceFor(randomUUID());
  await expect(claim(randomUUID())).rejects.toMatchObject({ code: 'FILE_UNKNOWN' });
});
