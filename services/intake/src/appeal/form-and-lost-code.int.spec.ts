import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import { RateLimited } from '@otklik/host';
import { IdempotencyKeyReused } from '@otklik/kernel';
import { followUpLink } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const form = (more: Partial<SubmitAppealInput> = {}): SubmitAppealInput => ({
  district: 'aldan',
  key: randomUUID(),
  text: 'На улице Лесной третий день темно.',
  name: 'Айта Петрова',
  contact: 'aita@example.org',
  consent: '2026-09-01',
  ...more,
});

async function submitted(): Promise<Receipt> {
  return (await world.submission.submitAppeal(form(), world.anyone())) as Receipt;
}

const operator = { kind: 'system', id: 'operator' } as const;

describe('consent to the processing of personal data', () => {
  const refused = { code: 'CONSENT_REQUIRED', path: 'input.consent' };
  const bare = { name: null, contact: null, consent: null };

  it.each([
    ['a name', { name: 'Айта' }],
    ['a contact', { contact: 'aita@example.org' }],
    ['a place in words', { place: { text: 'Мира, 5' } }],
    ['a point', { place: { point: { latitude: 58.6, longitude: 125.4 } } }],
    ['a file', { files: [randomUUID()] }],
    ['the text of another day', { consent: '2020-01-01' }],
  ])('is demanded with %s', async (_, more) => {
    const answer = world.submission.submitAppeal(form({ ...bare, ...more }), world.anyone());
    await expect(answer).rejects.toMatchObject(refused);
  });

  it('is demanded of one who signed in, not of a text without names', async () => {
    const identified = { ...world.anyone(), actor: { kind: 'anyone', identified: { subject: 'i s' } } as const };
    await expect(world.submission.submitAppeal(form(bare), identified)).rejects.toMatchObject(refused);
    expect(await world.submission.submitAppeal(form(bare), world.anyone())).toMatchObject({ __typename: 'Receipt' });
  });
});

describe('the lost code', () => {
  const contact = 'aita@example.org';
  const ask = (number: string, more: object = {}, code?: string) =>
    world.recovery.requestFollowUpLink(
      { district: 'aldan', key: randomUUID(), number, contact, ...more },
      world.anyone(code),
    );
  const open = (link: string, key: string = randomUUID(), code?: string) =>
    world.recovery.openAppealByLink({ district: 'aldan', key, link }, world.anyone(code));
  const requested = async (appeal: string) =>
    (await world.store.read(1, appeal)).filter(({ type }) => type === 'FollowUpLinkRequested');
  const linksOf = async (appeal: string): Promise<readonly string[]> => {
    await world.sendLinks();
    const secret = world.resources.secret('follow-up-link');
    return (await requested(appeal)).map(({ data }) => followUpLink(secret, 1, (data as { link: string }).link));
  };
  const linkOf = async (appeal: string): Promise<string> => (await linksOf(appeal)).at(-1)!;

  it('answers the same to whatever is typed, and records a request of the right e-mail only', async () => {
    const receipt = await submitted();
    const answer = await ask(receipt.number.toLowerCase(), { contact: 'AITA@Example.org' });
    expect(answer).toMatchObject({ minutes: 60 });
    expect(await ask(receipt.number, { contact: 'other@example.org' })).toEqual(answer);
    expect(await ask('АЛД-С-2026-99999')).toEqual(answer);
    expect(await ask(receipt.number, {}, 'tompo')).toEqual(answer);
    await world.sendLinks();
    expect(await requested(receipt.id)).toHaveLength(1);
    expect(JSON.stringify(await world.rows('follow_up_link'))).not.toMatch(/@|АЛД/);
    await expect(ask(receipt.number, { contact: '+7 914 000-00-17' })).rejects.toMatchObject({
      code: 'CONTACT_MALFORMED',
    });
  });

  it('takes a repeated request for one, and the same key for other fields as a fault', async () => {
    const receipt = await submitted();
    const key = randomUUID();
    await ask(receipt.number, { key });
    await world.sendLinks();
    await ask(receipt.number, { key });
    await world.sendLinks();
    expect(await requested(receipt.id)).toHaveLength(1);
    await expect(ask('АЛД-С-2026-1', { key })).rejects.toBeInstanceOf(IdempotencyKeyReused);
  });

  it('sends the other links where one fails, and that one later', async () => {
    const [first, second] = [await submitted(), await submitted()];
    await ask(first.number);
    await ask(second.number);
    const sent = async () => [(await requested(first.id)).length, (await requested(second.id)).length];
    world.failNextAppend();
    await world.sendLinks();
    expect((await sent()).sort()).toEqual([0, 1]);
    await world.sql(`update intake.work set due_at = now() where kind = 'FOLLOW_UP_LINK'`);
    await world.sendLinks();
    expect(await sent()).toEqual([1, 1]);
  });

  it('that a process of the release before was asked for is sent, and is sent for that process, too', async () => {
    const [{ id }, link] = [await submitted(), randomUUID()];
    await world.sql(
      `insert into intake.follow_up_link (district, id, fingerprint, appeal, person, requested_at, expires_at, sent)
       values (1, '${link}', 'f', '${id}', '${randomUUID()}', '2026-12-01T00:00:00Z', '2026-12-01T01:00:00Z', false)`,
    );
    await world.sendLinks();
    const links = (await world.rows('follow_up_link')) as readonly { readonly id: string; readonly sent: boolean }[];
    expect(links.filter((one) => one.id === link)).toMatchObject([{ sent: true }]);
    expect(await requested(id)).toMatchObject([{ data: { link, expiresAt: '2026-12-01T01:00:00.000Z' } }]);
  });

  it('is sent for no other request once a new code was given', async () => {
    const receipt = await submitted();
    await ask(receipt.number);
    const link = await linkOf(receipt.id);
    await ask(receipt.number);
    expect(await open(link)).toMatchObject({ followUpCode: expect.any(String) });
    await world.sendLinks();
    expect(await requested(receipt.id)).toHaveLength(1);
  });

  it('opens by its link once, with a new code in place of the lost one', async () => {
    const receipt = await submitted();
    await ask(receipt.number);
    const link = await linkOf(receipt.id);
    const key = randomUUID();
    const opened = await open(link, key);
    expect(opened).toMatchObject({ expiresAt: '2026-11-24T03:15:00.000Z' });
    expect(await open(link, key)).toMatchObject({ followUpCode: opened.followUpCode });
    await expect(open(link)).rejects.toMatchObject({ code: 'LINK_OVER' });
    const byCode = (code: string) => world.submission.openAppeal(receipt.number, code, world.anyone());
    expect(await byCode(opened.followUpCode)).toMatchObject({ __typename: 'OpenedAppeal' });
    await expect(byCode(receipt.followUpCode)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect(await world.operations.verifyCodes()).toMatchObject({ notSealed: 0, replaced: [] });
  });

  it('ends the other links of the appeal by the one that is used, and none that is asked for later', async () => {
    const receipt = await submitted();
    const other = await submitted();
    await ask(receipt.number);
    await ask(receipt.number);
    await ask(other.number);
    const [first, second] = await linksOf(receipt.id);
    const key = randomUUID();
    await open(second!, key);
    await expect(open(first!)).rejects.toMatchObject({ code: 'LINK_OVER' });
    await ask(receipt.number);
    const third = (await linksOf(receipt.id)).find((link) => link !== first && link !== second)!;
    // The answer of the second was lost, and its page asks again: the third stays.
    await open(second!, key);
    expect(await open(third)).toMatchObject({ followUpCode: expect.any(String) });
    expect(await open(await linkOf(other.id))).toMatchObject({ followUpCode: expect.any(String) });
  });

  it('opens nothing after an hour, in another district, by another secret or after an erasure', async () => {
    const receipt = await submitted();
    await ask(receipt.number);
    const link = await linkOf(receipt.id);
    const over = { code: 'LINK_OVER' };
    world.pass(60 * 60_000);
    await expect(open(link)).rejects.toMatchObject(over);
    world.pass(-60 * 60_000);
    await expect(open(link, undefined, 'tompo')).rejects.toMatchObject(over);
    await expect(open(`${link.slice(0, -6)}AAAAAA`)).rejects.toMatchObject(over);
    await world.operations.erase({ district: 1, subject: receipt.id, actor: operator, ground: 'withdrawn consent' });
    await expect(open(link)).rejects.toMatchObject(over);
  });

  it('limits the letters to one contact of a number, known or not, and leaves those of the owner to the owner', async () => {
    const { number } = await submitted();
    for (const one of [number, '22222-22222']) {
      // A stranger who knows the number alone.
      for (let tries = 0; tries < 10; tries += 1) await ask(one, { contact: `${tries}@example.org` });
      for (let tries = 0; tries < 3; tries += 1) await ask(one);
      await expect(ask(one)).rejects.toBeInstanceOf(RateLimited);
      await expect(ask(one, { contact: contact.toUpperCase() })).rejects.toBeInstanceOf(RateLimited);
    }
  });
});
