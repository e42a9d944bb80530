import { expect, it } from '@jest/globals';
import type { RecordedEvent } from '@otklik/event-store';
import { memoryVault, SealBroken } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { RecordedSignature } from '../adapters/signature/recorded-signature.js';
import { DraftSigning } from './sign-response.js';

const vault = memoryVault();
const person = randomUUID();
const at = '2026-11-24T03:00:00.000Z';
const official = {
  by: 'petrov',
  mayActIn: 'ALL',
  department: 'works',
  executor: 'ivanova',
  today: '2026-11-27',
} as const;

async function drafted(words: string): Promise<RecordedEvent<{ readonly text: string }>> {
  const id = randomUUID();
  const text = await vault.seal(1, person, id, 'text', words);
  const data = { draft: id, drafter: 'ivanova', question: 'q', outcome: 'EXPLAINED', text };
  return {
    id,
    type: 'ResponseDrafted',
    schema: 1,
    district: 1,
    stream: randomUUID(),
    version: 1,
    position: 1,
    at,
    recordedAt: at,
    actor: { kind: 'official' },
    commandId: id,
    correlationId: id,
    data,
  };
}

const signing = new DraftSigning(vault, new RecordedSignature());
const sign = (...events: readonly RecordedEvent[]) =>
  signing.commandFor(
    {
      district: 1,
      response: randomUUID(),
      at,
      answer: randomUUID(),
      inDistrict: { officials: [], zone: 'Asia/Yakutsk' },
    },
    official,
    events,
  );

it('signs the exact text of the last draft, and rejects a sealed text of another draft', async () => {
  await vault.createPerson(1, person);
  const [first, last] = [await drafted('Отказано.'), await drafted('Дорога починена.')];
  expect(await sign(first, last)).toMatchObject({
    opened: { draft: last.id, text: 'Дорога починена.' },
    signature: 'RECORDED_ACT',
  });
  const moved = { ...last, data: { ...last.data, text: first.data.text } };
  await expect(sign(first, moved)).rejects.toBeInstanceOf(SealBroken);
  expect((await sign()).opened).toBeUndefined();
});
