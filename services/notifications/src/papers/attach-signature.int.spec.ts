import { afterAll, expect, it, jest } from '@jest/globals';
import type { Actor } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { environment } from '../environment.fixture.js';
import { LetterPapers } from '../letters/application/letter-papers.js';
import type { UnsentLetter } from '../notice/application/deliveries.js';
import {
  database,
  deliver,
  directory,
  events,
  letterOf,
  newCase,
  service,
  tellAll,
  types,
  until,
  vault,
  type Case,
} from '../notice/notices-world.fixture.js';
import { ReadKeptLetter } from './application/read-kept-letter.js';
import { TrustedAuthorities } from './application/trusted-authorities.js';
import { blankPdf } from './blank-pdf.fixture.js';
import { OutsideSigner } from './outside-signer.fixture.js';
import { KeptPapers } from './store/kept-papers.js';
import { LetterSignatures } from './store/letter-signatures.js';

/** As a certificate whose term is over would do, it fails what is checked. */
const CHECKED_AGAIN = new Proxy<readonly Uint8Array[]>([], {
  get: () => {
    throw new Error('it was checked again');
  },
});
const outside = new OutsideSigner();
environment['OTKLIK_SIGNATURE_AUTHORITIES'] = outside.authorities;
Object.assign(directory.districtById(1)!, { letters: { signature: { kinds: ['ANSWERED'], level: 'TRUSTED' } } });
afterAll(() => outside.remove());
outside.person('petrov', 'Петров Павел Павлович').former('late', 'Петров Павел Павлович');
outside.person('another', 'Сидорова Анна Ивановна').stranger('stranger', 'Петров Павел Павлович');

type Official = Extract<Actor, { kind: 'official' }>;
const official = (...assignments: Official['assignments']): Official => ({
  kind: 'official',
  id: randomUUID(),
  login: 'somebody',
  name: 'Somebody',
  assignments,
});
const clerk = official({ district: 1, role: 'REGISTRAR' });
const papers = () => new KeptPapers(database, vault);
const post = (id: string, expectedVersion: number) => {
  const input = { district: 'aldan', id, key: randomUUID(), expectedVersion, means: 'LETTER', sentOn: '2026-11-24' };
  return service.mutate('recordPosting', input, clerk);
};

interface ToSign {
  readonly id: string;
  readonly pdf: Buffer;
}

/** A signed answer that waits to leave, and its sheet. */
async function waiting(contact?: string, file?: Uint8Array): Promise<ToSign & { readonly letter: string }> {
  const sent = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Ленина, 1' };
  const made = await (contact === undefined
    ? newCase(undefined, undefined, 'PAPER', sent)
    : newCase(contact, 'EMAIL', 'SITE', sent));
  return sheetOf(made, file);
}

async function sheetOf(made: Case, file?: Uint8Array): Promise<ToSign & { readonly letter: string }> {
  await tellAll(made);
  const id = made.notice;
  const pdf = Buffer.from(file ?? `%PDF-1.7 ${id}`);
  const { appeal, person } = made;
  const facts = { district: 1, notice: id, appeal, person, code: randomUUID(), kind: 'ANSWERED' as const };
  await papers().keep({ ...facts, number: '118', datedOn: '2026-11-24', pdf });
  return { id, pdf: (await papers().read(1, id))!, letter: letterOf(made.signed) };
}

const attach = (id: string, signature: Uint8Array, { version = 1, key = randomUUID() as string, by = clerk } = {}) => {
  const input = { district: 'aldan', id, key, expectedVersion: version };
  return service.mutate('attachSignature', { ...input, signature: Buffer.from(signature).toString('base64') }, by);
};

it('holds an e-mail back until a signature of a known authority is beside it', async () => {
  const { id, pdf, letter } = await waiting('ivan@aldan.example');
  expect(await attach(id, outside.sign('stranger', pdf))).toMatchObject({ __typename: 'Change', version: 2 });
  const { rows } = await database
    .scope(1)
    .query(`select 1 from notifications.work where kind = 'LETTER' and key = $1`, [id]);
  expect([rows, existsSync(letter)]).toEqual([[], false]);
  expect(await attach(id, outside.sign('petrov', pdf), { version: 2 })).toMatchObject({ __typename: 'Change' });
  await until(id, 'NoticeDispatched');
  expect(await types(id)).toEqual(['NoticeOpened', 'SignatureAttached', 'SignatureAttached', 'NoticeDispatched']);
  const sent = readFileSync(letter, 'utf8');
  expect(sent.match(/Content-Type: application\/(pdf|pkcs7-signature)/gi)).toHaveLength(3);
});

it('refuses the record of a posting before such a signature stands, and takes it then', async () => {
  const { id, pdf } = await waiting();
  expect(await post(id, 1)).toMatchObject({ code: 'LETTER_NOT_SIGNED' });
  await attach(id, outside.sign('petrov', pdf));
  expect(await post(id, 2)).toMatchObject({ __typename: 'Change', version: 3 });
});

it('leaves a letter of the page alone off it until the signature is there, as by other ways', async () => {
  const { id, pdf } = await sheetOf(await newCase());
  const stateOf = async () =>
    (await database.scope(1).query('select way, state from notifications.delivery where notice = $1', [id])).rows[0];
  expect([await types(id), await stateOf()]).toEqual([['NoticeOpened'], { way: 'PAGE', state: 'PENDING' }]);
  await attach(id, outside.sign('stranger', pdf));
  expect(await types(id)).toEqual(['NoticeOpened', 'SignatureAttached']);
  await attach(id, outside.sign('petrov', pdf), { version: 2 });
  const all = ['NoticeOpened', 'SignatureAttached', 'SignatureAttached', 'NoticePosted'];
  expect([await types(id), await stateOf()]).toEqual([all, { way: 'PAGE', state: 'DONE' }]);
});

it('records what was found, and no name in the clear', async () => {
  const { id, pdf } = await waiting();
  const signature = outside.sign('petrov', pdf);
  await attach(id, signature);
  const attached = (await events(id)).at(-1)!;
  expect(attached.data).toMatchObject({ level: 'TRUSTED', algorithm: 'RSA', kind: 'ANSWERED' });
  expect(JSON.stringify(attached.data)).not.toMatch(/Петров|УЦ района/);
  const kept = await new LetterSignatures(database, vault).of(1, id);
  expect(kept.map(({ bytes }) => Buffer.from(bytes))).toEqual([signature]);
});

it('repeats nothing: the same command, and the same file by another one', async () => {
  const { id, pdf } = await waiting();
  const [signature, key] = [outside.sign('petrov', pdf), randomUUID()];
  const first = await attach(id, signature, { key });
  expect(await attach(id, signature, { key })).toEqual(first);
  expect(await attach(id, signature, { version: 2 })).toMatchObject({ __typename: 'Change', version: 2 });
  expect(await types(id)).toEqual(['NoticeOpened', 'SignatureAttached']);
});

it('reads what crypto programs write as base64', async () => {
  const { id, pdf } = await waiting();
  const text = outside.sign('petrov', pdf).toString('base64').replaceAll(/.{64}/g, '$&\r\n');
  expect(await attach(id, Buffer.from(text))).toMatchObject({ __typename: 'Change' });
});

it('refuses, each with its code, what is no signature of this sheet by its signatory', async () => {
  const { id, pdf } = await waiting();
  const codeOf = async (signature: Uint8Array) => ((await attach(id, signature)) as { readonly code?: string }).code;
  expect(await codeOf(pdf)).toBe('SIGNATURE_UNREADABLE');
  expect(await codeOf(outside.sign('petrov', Buffer.concat([pdf, Buffer.from(' ')])))).toBe('SIGNATURE_OF_OTHER_BYTES');
  expect(await codeOf(outside.sign('late', pdf))).toBe('SIGNATURE_EXPIRED');
  expect(await codeOf(outside.sign('another', pdf))).toBe('SIGNATURE_OF_ANOTHER');
  expect(await codeOf(outside.sign('petrov', pdf, ['-nocerts']))).toBe('SIGNATURE_WITHOUT_CERTIFICATE');
  expect(await types(id)).toEqual(['NoticeOpened']);
});

it('refuses everybody while the signatory is unknown', async () => {
  const { id, pdf } = await waiting();
  const name = async (signatory: string | null) =>
    database
      .scope(1)
      .query('update notifications.delivery set signatory = $2 where district = 1 and notice = $1', [id, signatory]);
  for (const unknown of [null, randomUUID()]) {
    await name(unknown);
    expect(await attach(id, outside.sign('petrov', pdf))).toMatchObject({ code: 'SIGNATURE_OF_ANOTHER' });
  }
});

it('sends no signature that was not verified, nor one that is not on record', async () => {
  const { id, pdf } = await waiting('ivan@aldan.example');
  const verified = outside.sign('petrov', pdf);
  await attach(id, outside.sign('petrov', pdf, ['-md', 'sha224']));
  expect((await events(id)).at(-1)!.data).toMatchObject({ level: 'UNVERIFIED' });
  await attach(id, verified, { version: 2 });
  await until(id, 'NoticeDispatched');
  const { person } = (await events(id))[0]!.data as { readonly person: string };
  const signatures = service.get(LetterSignatures);
  const bytes = Buffer.from('not on record');
  const sealed = await signatures.seal({ district: 1, person, notice: id }, { bytes });
  const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), sealed };
  await database.scope(1).transaction((tx) => signatures.keep(tx, 1, id, kept));
  const unsent = { district: 1, notice: id, outgoing: { number: '118', on: '2026-11-24' } } as UnsentLetter;
  const sent = (await service.get(LetterPapers).attached(unsent))!;
  expect(sent.map(({ content }) => Buffer.from(content as Uint8Array))).toEqual([pdf, verified]);
});

it('refuses while the sheet is not made, and officials of other departments', async () => {
  const { id, pdf } = await waiting();
  const elsewhere = official({ district: 1, role: 'SIGNATORY', department: randomUUID() });
  await expect(attach(id, outside.sign('petrov', pdf), { by: elsewhere })).rejects.toThrow('FORBIDDEN');
  const unmade = await newCase(undefined, undefined, 'PAPER', { regime: 'APPEAL_59FZ' });
  await deliver(unmade.received, unmade.registered);
  await deliver(unmade.signed);
  expect(await attach(unmade.notice, outside.sign('petrov', pdf))).toMatchObject({ code: 'LETTER_NOT_KEPT' });
});

it('gives the bytes that are to be signed, as they are kept', async () => {
  const { id, pdf } = await waiting();
  const given = await service.resolve<{ readonly pdf: string; readonly sha256: string }>(
    'letterToSign',
    { district: 'aldan', id },
    clerk,
  );
  expect(Buffer.from(given.pdf, 'base64')).toEqual(pdf);
  expect(given.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('records who opened the sheet to sign it before it is given, and gives none that is signed no longer', async () => {
  const { id, pdf } = await waiting();
  const by = official({ district: 1, role: 'HEAD' });
  const open = (who = by) => service.resolve('letterToSign', { district: 'aldan', id }, who);
  const records = async () =>
    (
      await database
        .scope(1)
        .query('select reason, role, notices from notifications.letter_opened where official = $1', [by.id])
    ).rows;
  await open();
  expect(await records()).toEqual([{ reason: 'TO_SIGN', role: 'HEAD', notices: [id] }]);
  await attach(id, outside.sign('petrov', pdf));
  await post(id, 2);
  await expect(open(official({ district: 1, role: 'HEAD' }))).rejects.toMatchObject({ name: 'NotFound' });
});

it('keeps the bytes before the record, so that none is on record without them', async () => {
  const { id, pdf } = await waiting();
  const keep = jest.spyOn(LetterSignatures.prototype, 'keep').mockRejectedValueOnce(new Error('it stopped here'));
  const signature = outside.sign('petrov', pdf);
  await expect(attach(id, signature)).rejects.toThrow();
  keep.mockRestore();
  expect(await types(id)).toEqual(['NoticeOpened']);
  expect(await attach(id, signature)).toMatchObject({ __typename: 'Change', version: 2 });
});

it('releases by the same file what a crash left waiting, also after the last day of the certificate', async () => {
  const { id, pdf, letter } = await waiting('ivan@aldan.example');
  const release = jest.spyOn(LetterSignatures.prototype, 'release').mockRejectedValueOnce(new Error('it stopped here'));
  const [signature, key] = [outside.sign('petrov', pdf), randomUUID()];
  await expect(attach(id, signature, { key })).rejects.toThrow();
  release.mockRestore();
  expect(await types(id)).toEqual(['NoticeOpened', 'SignatureAttached']);
  const check = jest.replaceProperty(service.get(TrustedAuthorities), 'certificates', CHECKED_AGAIN);
  expect(await attach(id, signature, { key })).toMatchObject({ __typename: 'Change', version: 2 });
  check.restore();
  await until(id, 'NoticeDispatched');
  expect(existsSync(letter)).toBe(true);
});

it('releases by itself what a crash left waiting, and nothing whose signature is not on record', async () => {
  const { id, pdf, letter } = await waiting('ivan@aldan.example');
  const other = await waiting('ivan@aldan.example');
  const due = () =>
    database.scope(1).query(`update notifications.work set due_at = now() where kind = 'SIGNED_LETTER'`);
  const release = jest.spyOn(LetterSignatures.prototype, 'release').mockRejectedValueOnce(new Error('it stopped here'));
  await expect(attach(id, outside.sign('petrov', pdf))).rejects.toThrow();
  release.mockRestore();
  await attach(other.id, outside.sign('stranger', other.pdf));
  await due();
  await until(id, 'NoticeDispatched');
  expect([existsSync(letter), existsSync(other.letter)]).toEqual([true, false]);
  expect(await types(other.id)).toEqual(['NoticeOpened', 'SignatureAttached']);
});

it('copies with its mark, and only a signature that is qualified and verified, while the kept file stays as it is', async () => {
  const { id, pdf } = await waiting(undefined, await blankPdf());
  const letters = service.get(ReadKeptLetter);
  const by = { official: randomUUID(), role: 'HEAD' } as const;
  const copied = () => letters.copy(directory.districtById(1)!, id, () => by);
  expect(await copied()).toBeUndefined();
  await attach(id, outside.sign('stranger', pdf));
  expect(await copied()).toBeUndefined();
  await attach(id, outside.sign('petrov', pdf), { version: 2 });
  const certificates = await service.get(LetterSignatures).certificates(1, id);
  expect(certificates).toEqual([
    {
      number: expect.stringMatching(/^[0-9a-f]+$/i),
      owner: 'Петров Павел Павлович',
      from: expect.any(String),
      until: expect.any(String),
    },
  ]);
  const { pdf: copy } = (await copied())!;
  expect(Buffer.from(copy).subarray(0, 5).toString()).toBe('%PDF-');
  expect(copy.length).toBeGreaterThan(pdf.length);
  expect(await papers().read(1, id)).toEqual(pdf);
  const { rows } = await database
    .scope(1)
    .query('select reason, notices from notifications.letter_opened where official = $1', [by.official]);
  expect(rows).toEqual([{ reason: 'PRINTED_AGAIN', notices: [id] }]);
}, 60_000);

it('leaves other kinds alone', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  await eventually(async () => existsSync(letterOf(made.registered)) || undefined);
});
