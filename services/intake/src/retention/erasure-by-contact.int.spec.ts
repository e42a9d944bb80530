import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ChangeResult } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';
import { JoinedUndecided } from '../operations.js';

const operator = { kind: 'system', id: 'operator' } as const;
let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const newContact = () => `${randomUUID()}@example.org`;

async function submitted(contact: string): Promise<string> {
  const form = { district: 'aldan', key: randomUUID(), text: 'Темно.', name: 'Анна', contact, consent: '2026-09-01' };
  const answer = await world.submission.submitAppeal(form, world.anyone('aldan'));
  return (answer as { readonly id: string }).id;
}

async function act(id: string) {
  return { district: 'aldan', id, key: randomUUID(), expectedVersion: (await world.store.read(1, id)).length };
}

function changed(answer: ChangeResult): void {
  expect(answer).toMatchObject({ __typename: 'Change' });
}
const join = async (id: string, other?: string) =>
  changed(
    await world.links.joinApplicants(
      { ...(await act(id)), ...(other && { with: other }), ground: 'DOCUMENT' },
      world.as('REGISTRAR'),
    ),
  );
const part = async (id: string, other?: string) =>
  changed(
    await world.links.partApplicants(
      { ...(await act(id)), ...(other && { from: other }), ground: 'FAMILY' },
      world.as('REGISTRAR'),
    ),
  );
const concerned = async (subject: string) => {
  const { named, joined, parted } = await world.operations.concerned(1, subject);
  return { named: named.toSorted(), joined: joined.toSorted(), parted: parted.toSorted() };
};
const erasedOf = async (...appeals: readonly string[]) => {
  const logs = await Promise.all(appeals.map((id) => world.store.read(1, id)));
  return appeals.filter((_, at) => logs[at]!.some(({ type }) => type === 'PersonErased'));
};

it('waits for a decision about what officials joined, and takes it with it where that is decided', async () => {
  const [contact, other] = [newContact(), newContact()];
  const [first, second, far] = [await submitted(contact), await submitted(other), await submitted(other)];
  await join(first, second);
  expect(await concerned(contact)).toEqual({ named: [first], joined: [second, far].toSorted(), parted: [] });
  const undecided = world.operations.erase({ district: 1, subject: contact, actor: operator, ground: 'COURT' });
  await expect(undecided).rejects.toBeInstanceOf(JoinedUndecided);
  expect(await erasedOf(first, second, far)).toEqual([]);
  const erased = await world.operations.erase({
    district: 1,
    subject: contact,
    actor: operator,
    ground: 'COURT',
    joined: 'ERASE',
  });
  expect(erased.map(({ appeal }) => appeal).toSorted()).toEqual([first, second, far].toSorted());
});

it('leaves what officials joined where that is decided, and records why', async () => {
  const [contact, other] = [newContact(), newContact()];
  const [first, second] = [await submitted(contact), await submitted(other)];
  await join(second, first);
  await world.operations.erase({
    district: 1,
    subject: contact,
    actor: operator,
    ground: 'COURT',
    joined: { leftBecause: 'заявитель просит сохранить' },
  });
  expect(await erasedOf(first, second)).toEqual([first]);
  expect((await world.store.read(1, first)).at(-1)).toMatchObject({
    type: 'PersonErased',
    data: { ground: 'COURT', leftOut: [second], leftOutWhy: 'заявитель просит сохранить' },
  });
  // An erased appeal leads to no other.
  expect(await concerned(other)).toEqual({ named: [second], joined: [], parted: [] });
});

it('never takes what an official parted from a shared contact, unless it is named by its id', async () => {
  const phone = '8 924 555 01 02';
  const [mother, daughter] = [await submitted(phone), await submitted(phone)];
  await part(daughter);
  expect(await concerned(phone)).toEqual({ named: [mother], joined: [], parted: [daughter] });
  await world.operations.erase({ district: 1, subject: phone, actor: operator, ground: 'COURT' });
  expect(await erasedOf(mother, daughter)).toEqual([mother]);
  expect(await concerned(phone)).toEqual({ named: [], joined: [], parted: [daughter] });
  expect(await world.operations.erase({ district: 1, subject: phone, actor: operator, ground: 'COURT' })).toEqual([]);
  await world.operations.erase({ district: 1, subject: daughter, actor: operator, ground: 'COURT' });
  expect(await erasedOf(daughter)).toEqual([daughter]);
});

it('says which of a contact that is reached by a decision belong to another person', async () => {
  const [contact, shared] = [newContact(), newContact()];
  const [first, second, another] = [await submitted(contact), await submitted(shared), await submitted(shared)];
  await part(another);
  await join(first, second);
  expect(await concerned(contact)).toEqual({ named: [first], joined: [second], parted: [another] });
  // What an official parted from its contact and joined with this person by itself is this person's.
  await join(another, first);
  expect(await concerned(contact)).toEqual({ named: [first], joined: [second, another].toSorted(), parted: [] });
  await part(first, another);
  await part(first, second);
  expect(await concerned(contact)).toEqual({ named: [first], joined: [], parted: [] });
});

it('never goes from a joined appeal to the contact that an official parted it from', async () => {
  const [phone, ownMail] = ['8 924 555 01 03', newContact()];
  const [mother, mothersNext] = [await submitted(phone), await submitted(phone)];
  const [daughter, daughtersOwn] = [await submitted(phone), await submitted(ownMail)];
  await part(daughter);
  await join(daughter, daughtersOwn);
  expect(await concerned(ownMail)).toEqual({ named: [daughtersOwn], joined: [daughter], parted: [] });
  await world.operations.erase({ district: 1, subject: ownMail, actor: operator, ground: 'COURT', joined: 'ERASE' });
  expect((await erasedOf(mother, mothersNext, daughter, daughtersOwn)).toSorted()).toEqual(
    [daughter, daughtersOwn].toSorted(),
  );
  expect(await concerned(phone)).toMatchObject({ named: [mother, mothersNext].toSorted(), joined: [] });
});

it('takes by an id that appeal alone, and needs no decision', async () => {
  const [first, second] = [await submitted(newContact()), await submitted(newContact())];
  await join(first, second);
  expect(await concerned(first)).toEqual({ named: [first], joined: [second], parted: [] });
  await world.operations.erase({ district: 1, subject: first, actor: operator, ground: 'COURT' });
  expect(await erasedOf(first, second)).toEqual([first]);
});
