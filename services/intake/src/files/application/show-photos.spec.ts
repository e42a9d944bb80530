import { expect, it } from '@jest/globals';
import type { Transaction } from '@otklik/tenancy';
import type { AppealHandler } from '../../appeal/application/appeal-handler.js';
import type { PublicationPhoto, PublicationPhotos } from '../store/publication-photos.js';
import { ShowPhotos } from './show-photos.js';

const of = { publication: 'p', appeal: 'a', response: 'r' };
const files = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const supplements = [
  { files: files('added') },
  { files: files('neighbour'), byApplicant: false },
  { files: files('also'), byApplicant: true },
];

async function kept(photos: Parameters<ShowPhotos['propose']>[2], status = 'REGISTERED') {
  const state = { status, published: { received: { files: files('sent') }, supplements } };
  const appeals = { load: async () => ({ state }) } as unknown as AppealHandler;
  const shown: PublicationPhoto[] = [];
  const rows = {
    propose: async (_: unknown, __: unknown, ___: unknown, all: PublicationPhoto[]) => shown.push(...all),
  };
  await new ShowPhotos(appeals, rows as unknown as PublicationPhotos).propose(1, of, photos, {} as Transaction);
  return shown.map(({ number, file }) => [number, file]);
}

it('takes photos of the author for those of before, and none of others who wrote in the case', async () => {
  const photos = ['sent', 'neighbour', 'added', 'also', 'unknown'].map((file) => ({ file, side: 'BEFORE' as const }));
  expect(await kept(photos)).toEqual([
    [1, 'sent'],
    [3, 'added'],
    [4, 'also'],
  ]);
});

it('takes those of the answer as they are, and none of an author whose data is erased', async () => {
  expect(await kept([{ file: 'done', side: 'AFTER' }])).toEqual([[1, 'done']]);
  expect(await kept([{ file: 'done', side: 'AFTER' }], 'ERASED')).toEqual([]);
});
