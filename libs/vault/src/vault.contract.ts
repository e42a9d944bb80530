import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { KeyDestroyed, SealBroken } from './sealing.js';
import { sealedPerson, type KeyKeeper, type NewPerson } from './vault.js';

export interface VaultUnderTest {
  readonly vault: KeyKeeper;
  /** A transaction of the role that may write keys. */
  transaction(district: number, work: (tx: Transaction) => Promise<void>): Promise<void>;
  /** Stores the row of a `newPerson`; false when the person exists already. */
  keep(district: number, row: NewPerson['row']): Promise<boolean>;
  stop(): Promise<void>;
}

const field = 'text';

/** The guarantees of every vault. */
export function vaultContract(name: string, make: () => Promise<VaultUnderTest>): void {
  describe(`vault: ${name}`, () => {
    let made: VaultUnderTest;
    let vault: KeyKeeper;
    beforeAll(async () => {
      made = await make();
      vault = made.vault;
    });
    afterAll(() => made.stop());

    const newPersonId = async (district = 1, contact?: string): Promise<string> => {
      const person = randomUUID();
      await vault.createPerson(district, person, contact);
      return person;
    };
    const destroy = (district: number, person: string): Promise<void> =>
      made.transaction(district, (tx) => vault.destroy(tx, district, person, 'consent withdrawn'));

    it('opens what it sealed, in any script', async () => {
      const person = await newPersonId();
      for (const text of ['', 'Дорога на Ленина разбита', 'Ҕ Ҥ Ө Һ Ү 🛣️', 'x'.repeat(20_000)]) {
        const event = randomUUID();
        const sealed = await vault.seal(1, person, event, field, text);
        expect(sealed).not.toContain('Ленина');
        expect(sealedPerson(sealed)).toBe(person);
        expect(await vault.open(1, sealed)).toBe(text);
        expect(await vault.open(1, sealed, { eventId: event, field })).toBe(text);
      }
    });

    it('seals equal texts differently', async () => {
      const person = await newPersonId();
      const event = randomUUID();
      const all = await Promise.all(Array.from({ length: 1_000 }, () => vault.seal(1, person, event, field, 'да')));
      expect(new Set(all).size).toBe(1_000);
    });

    it('opens many at once and returns undefined for erased persons', async () => {
      const [one, two] = [await newPersonId(), await newPersonId()];
      const sealed = [
        await vault.seal(1, one, randomUUID(), field, 'первое'),
        await vault.seal(1, two, randomUUID(), field, 'второе'),
        await vault.seal(1, one, randomUUID(), field, 'третье'),
      ];
      await destroy(1, two);
      expect(await vault.openAll(1, sealed)).toEqual(['первое', undefined, 'третье']);
      expect(await vault.openAll(1, [])).toEqual([]);
    });

    it('refuses a text that was changed, moved to another place or read as another district', async () => {
      const [person, other] = [await newPersonId(), await newPersonId()];
      await vault.createPerson(2, person);
      const event = randomUUID();
      const sealed = await vault.seal(1, person, event, field, 'тайна');
      const broken = [
        sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
        sealed.replace(person, other),
        sealed.replace(event, randomUUID()),
        sealed.replace(':text:', ':name:'),
        sealed.replace('sealed:1:', 'sealed:2:'),
        sealed.slice(0, 100),
        `${sealed}=`,
        `${sealed} `,
        sealed.slice(0, 110) + '.' + sealed.slice(110),
        'тайна',
        '',
      ];
      for (const text of broken) await expect(vault.open(1, text)).rejects.toThrow(SealBroken);
      await expect(vault.open(2, sealed)).rejects.toThrow(SealBroken);
      await expect(vault.open(1, sealed, { field: 'name' })).rejects.toThrow(SealBroken);
      await expect(vault.open(1, sealed, { eventId: randomUUID() })).rejects.toThrow(SealBroken);
      await expect(vault.openAll(1, [sealed, broken[0]!])).rejects.toThrow(SealBroken);
      const places = [{ eventId: event, field }, { field }];
      expect(await vault.openAll(1, [sealed, sealed], places)).toEqual(['тайна', 'тайна']);
      for (const moved of [{ field: 'name' }, { eventId: randomUUID(), field }])
        await expect(vault.openAll(1, [sealed, sealed], [{ field }, moved])).rejects.toThrow(SealBroken);
    });

    it('refuses to seal with a malformed event id or field name', async () => {
      const person = await newPersonId();
      await expect(vault.seal(1, person, 'no uuid', field, 'x')).rejects.toThrow(TypeError);
      await expect(vault.seal(1, person, randomUUID(), 'a:b', 'x')).rejects.toThrow(TypeError);
    });

    it('refuses to seal for a person without a key', async () => {
      await expect(vault.seal(1, randomUUID(), randomUUID(), field, 'x')).rejects.toThrow(KeyDestroyed);
    });

    it('creates a person once under concurrent and repeated calls', async () => {
      const person = randomUUID();
      await Promise.all(Array.from({ length: 20 }, () => vault.createPerson(1, person, 'a@example.org')));
      const sealed = await vault.seal(1, person, randomUUID(), field, 'x');
      await vault.createPerson(1, person, 'a@example.org');
      expect(await vault.open(1, sealed)).toBe('x');
    });

    it('opens what a new person sealed only when its row is stored', async () => {
      const [kept, lost] = await Promise.all(
        ['kept@example.org', 'lost@example.org'].map((contact) => vault.newPerson(1, randomUUID(), contact)),
      );
      const event = randomUUID();
      const seal = ({ row, seal }: NewPerson): Promise<string> => seal(1, row.person, event, field, 'x');
      const [sealed, nothing] = [await seal(kept!), await seal(lost!)];
      expect(await made.keep(1, kept!.row)).toBe(true);
      expect(await vault.open(1, sealed, { eventId: event, field })).toBe('x');
      expect(await vault.open(1, nothing)).toBeUndefined();
      expect(await vault.personsOf(1, 'kept@example.org')).toEqual([kept!.row.person]);
      expect(await vault.personsOf(1, 'lost@example.org')).toEqual([]);
      await expect(kept!.seal(1, lost!.row.person, event, field, 'x')).rejects.toThrow(TypeError);
      expect(JSON.stringify(kept!.row)).not.toContain('example');
    });

    it('rejects the row of a new person that exists or was destroyed', async () => {
      const person = await newPersonId();
      const sealed = await vault.seal(1, person, randomUUID(), field, 'x');
      expect(await made.keep(1, (await vault.newPerson(1, person)).row)).toBe(false);
      expect(await vault.open(1, sealed)).toBe('x');
      await destroy(1, person);
      expect(await made.keep(1, (await vault.newPerson(1, person)).row)).toBe(false);
      expect(await vault.open(1, sealed)).toBeUndefined();
    });

    it('keeps a destroyed key destroyed when the person is created again', async () => {
      const person = await newPersonId(1, 'gone@example.org');
      const sealed = await vault.seal(1, person, randomUUID(), field, 'x');
      await destroy(1, person);
      expect(await vault.open(1, sealed)).toBeUndefined();
      await expect(vault.seal(1, person, randomUUID(), field, 'x')).rejects.toThrow(KeyDestroyed);
      await vault.createPerson(1, person, 'gone@example.org');
      expect(await vault.open(1, sealed)).toBeUndefined();
      expect(await vault.personsOf(1, 'gone@example.org')).toEqual([]);
      await destroy(1, person);
    });

    it('finds a contact in any spelling within its own district only', async () => {
      const [one, two] = [await newPersonId(1, '+7 (914) 222-33-44'), await newPersonId(1, '8 914 222 33 44')];
      await newPersonId(2, '8 914 222 33 44');
      const mail = await newPersonId(1, 'Aytalina@Example.org ');
      expect([...(await vault.personsOf(1, '9142223344'))].sort()).toEqual([one, two].sort());
      expect(await vault.personsOf(1, 'aytalina@example.ORG')).toEqual([mail]);
      expect(await vault.personsOf(1, 'nobody@example.org')).toEqual([]);
      expect([...(await vault.personsLike(1, one))].sort()).toEqual([one, two].sort());
      expect(await vault.personsLike(2, one)).toEqual([]);
      expect(await vault.personsLike(1, await newPersonId(1))).toEqual([]);
    });

    it('finds a landline in every spelling and does not confuse it with a foreign number', async () => {
      const spellings = ['4112 34-56-78', '8 (4112) 34-56-78', '+7 4112 345678'];
      const people = await Promise.all(spellings.map((contact) => newPersonId(1, contact)));
      const foreign = await newPersonId(1, '+41 12 34 56 78');
      for (const contact of spellings) expect([...(await vault.personsOf(1, contact))].sort()).toEqual(people.sort());
      expect(await vault.personsOf(1, '+4112345678')).toEqual([foreign]);
    });

    it('returns a blind index that hides the contact and differs by district', async () => {
      const index = await vault.blindIndex(1, '+79142223344');
      expect(index).toBe(await vault.blindIndex(1, '8(914)2223344'));
      expect(index).not.toBe(await vault.blindIndex(2, '+79142223344'));
      expect(index).not.toContain('914');
    });

    it('returns words as 64 bits that match within the district only, and not under the key of contacts', async () => {
      const [word, same, other] = await vault.blindWords(1, ['иванов', 'иванов', 'иванова']);
      expect([same === word, other === word]).toEqual([true, false]);
      expect(BigInt.asIntN(64, BigInt(word!)).toString()).toBe(word);
      expect(await vault.blindWords(2, ['иванов'])).not.toEqual([word]);
      const contact = Buffer.from(await vault.blindIndex(1, 'иванов'), 'base64url')
        .readBigInt64BE()
        .toString();
      expect(contact).not.toBe(word);
    });
  });
}
