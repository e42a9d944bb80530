import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { BadInput } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from './intake-world.fixture.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

async function received(): Promise<string> {
  const input = { district: 'aldan', key: randomUUID(), text: 'На улице Лесной третий день темно.' };
  return ((await world.submission.submitAppeal(input, world.anyone())) as Receipt).id;
}

const item = (id: string, expectedVersion: number) => ({ id, key: randomUUID(), expectedVersion });
const many = (items: readonly object[]) => ({ district: 'aldan', items });

describe('mutations of many', () => {
  it('registers in the order of the items, without gap, past items that are refused', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, received));
    const taken = await world.bulk.takeUpMessages(many(ids.map((id) => item(id, 1))), world.as('MODERATOR'));
    expect(taken.map(({ result }) => result.__typename)).toEqual(ids.map(() => 'Change'));
    const [untaken, unknown] = [await received(), randomUUID()];
    const items = [...ids.slice(0, 5), untaken, unknown, ...ids.slice(5)].map((id) => item(id, id === untaken ? 1 : 2));
    const answers = await world.bulk.registerAppeals(many(items), world.as('REGISTRAR'));
    expect(answers.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    const serials = answers.flatMap(({ result }) =>
      'number' in result && result.number ? [Number(result.number.replace('АЛД-С-2026-', ''))] : [],
    );
    expect(serials).toEqual(Array.from({ length: 12 }, (_, at) => serials[0]! + at));
    expect(answers[5]!.result).toMatchObject({ code: 'APPEAL_NOT_TAKEN_UP' });
    expect(answers[6]!.result).toMatchObject({ code: 'NOT_FOUND', message: 'Этого в районе нет.' });
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('answers a repetition of all, or of one by the single mutation, with the first results', async () => {
    const ids = [await received(), await received()];
    const items = ids.map((id) => item(id, 1));
    const first = await world.bulk.takeUpMessages(many(items), world.as('MODERATOR'));
    expect(await world.bulk.takeUpMessages(many(items), world.as('MODERATOR'))).toEqual(first);
    const single = await world.moderation.takeUpMessage({ district: 'aldan', ...items[0] }, world.as('MODERATOR'));
    expect(single).toEqual(first[0]!.result);
    const other = { ...items[0]!, id: await received() };
    const [reused] = await world.bulk.takeUpMessages(many([other]), world.as('MODERATOR'));
    expect(reused!.result).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('joins many to one, and takes all of it back by one more, past the item that is refused', async () => {
    const [main, ...repeated] = await Promise.all(Array.from({ length: 4 }, received));
    const moderator = world.as('MODERATOR');
    await world.bulk.takeUpMessages(many([item(main!, 1)]), moderator);
    const joined = { ...many(repeated.map((id) => item(id, 1))), of: main };
    expect((await world.bulk.markAsDuplicates(joined, moderator)).map(({ result }) => result.__typename)).toEqual(
      repeated.map(() => 'Change'),
    );
    const back = { ...many([...repeated, main!].map((id) => item(id, 2))), reason: 'Не о том' };
    const stale = item(repeated[0]!, 1);
    const answers = await world.bulk.takeBackDecisions({ ...back, items: [...back.items, stale] }, moderator);
    const kinds = answers.map(({ result }) => ('code' in result ? result.code : result.__typename));
    expect(kinds).toEqual(['Change', 'Change', 'Change', 'Change', 'VERSION_CONFLICT']);
    for (const id of [...repeated, main!]) {
      expect((await world.store.read(1, id)).at(-1)).toMatchObject({ type: 'DecisionTakenBack' });
    }
    const silent = { ...back, reason: ' ', items: [item(main!, 3)] };
    await expect(world.bulk.takeBackDecisions(silent, moderator)).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
  });

  it('refuses 101 items, and a version that cannot be, before any of them is done', async () => {
    const id = await received();
    const tooMany = Array.from({ length: 101 }, () => item(id, 1));
    await expect(world.bulk.takeUpMessages(many(tooMany), world.as('MODERATOR'))).rejects.toEqual(
      new BadInput('TOO_MANY_ITEMS', 'input.items', { max: 100 }),
    );
    const wrong = world.bulk.takeUpMessages(many([item(id, 1), item(id, 0)]), world.as('MODERATOR'));
    await expect(wrong).rejects.toMatchObject({ code: 'NUMBER_OUT_OF_RANGE', path: 'input.items.1.expectedVersion' });
    expect(await world.store.read(1, id)).toHaveLength(1);
    expect(await world.bulk.takeUpMessages(many([]), world.as('MODERATOR'))).toEqual([]);
  });
});

describe('an entry of the paper form', () => {
  it('keeps its fields as facts, the personal ones sealed', async () => {
    const input = {
      district: 'aldan',
      key: randomUUID(),
      channel: 'PAPER',
      text: 'Течёт крыша.',
      signatories: 12,
      surname: 'Пестерева',
      givenName: 'Раиса',
      patronymic: 'Егоровна',
      phone: '8 924 000-00-12',
      address: { postcode: '678900', text: 'г. Алдан, ул. Маяковского, 18' },
      original: { number: 'б/н', date: '2026-11-20', sheets: 2 },
      kind: 'COMPLAINT',
      answerWay: 'POST',
      forwardedBy: 'Депутат Иванов',
    };
    const { id } = (await world.submission.enterAppeal(input, world.as('REGISTRAR'))) as Receipt;
    const [received] = await world.store.read(1, id);
    const data = received!.data as Record<string, unknown>;
    expect(data).toMatchObject({
      kind: 'COMPLAINT',
      answerWay: 'POST',
      signatories: 12,
      regime: 'APPEAL_59FZ',
      original: { number: 'б/н', date: '2026-11-20', sheets: 2 },
    });
    const opened = (field: string) => world.vault.open(1, data[field] as string, { eventId: received!.id, field });
    expect(await opened('name')).toBe('Пестерева Раиса Егоровна');
    expect(await opened('address')).toBe('678900, г. Алдан, ул. Маяковского, 18');
    expect(JSON.stringify(received)).not.toMatch(/Пестерева|Раиса|924\D{0,2}000|Маяковского|Депутат/);
  });
});
