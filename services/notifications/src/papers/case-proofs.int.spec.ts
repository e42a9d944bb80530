import { expect, it } from '@jest/globals';
import type { EvidencePass } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { createHash, randomUUID } from 'node:crypto';
import { database, vault } from '../notice/notices-world.fixture.js';
import { CaseProofs } from './adapters/evidence/case-proofs.js';
import { KeptPapers } from './store/kept-papers.js';
import { LetterSignatures } from './store/letter-signatures.js';
import { ProofsOfCase } from './store/proofs-of-case.js';

const at = '2026-12-01T10:00:00.000Z';
const district = { id: 1, code: 'aldan', name: 'Алданский район', zone: 'Asia/Yakutsk' } as District;
const pdf = Buffer.from('%PDF-1.7 Уважаемый Иван Иванович!');

it('has the letter as it was kept, the signatures over it beside it, and their facts', async () => {
  const [person, notice, appeal] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const [papers, signatures] = [new KeptPapers(database, vault), new LetterSignatures(database, vault)];
  const letter = {
    district: 1,
    notice,
    appeal,
    person,
    kind: 'ANSWERED',
    number: '02-11/7',
    datedOn: '2026-11-24',
  } as const;
  await papers.keep({ ...letter, code: randomUUID(), pdf });
  const bytes = Buffer.from('a signature');
  const sealed = await signatures.seal({ district: 1, person, notice }, { bytes });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await database.scope(1).transaction((tx) => signatures.keep(tx, 1, notice, { sha256, sealed }));
  const pass: EvidencePass = {
    district: 1,
    appeal,
    number: '14',
    streams: [appeal, notice],
    official: '',
    at,
    withContacts: true,
  };
  const parts = await new CaseProofs(vault, new ProofsOfCase(database), papers, signatures).partsOf(pass, district);
  const [name, sig] = [`letters/${notice}.pdf`, `letters/${notice}.pdf.1.sig`];
  const found = new Map(parts.map((part) => [part.name, Buffer.from(part.bytes)]));
  expect([found.get(name), found.get(sig)]).toEqual([pdf, bytes]);
  expect(JSON.parse(found.get('letters.json')!.toString())).toMatchObject([
    {
      notice,
      number: '02-11/7',
      file: name,
      signatures: [sig],
      sha256: createHash('sha256').update(pdf).digest('hex'),
    },
  ]);
  const proofs = new CaseProofs(vault, new ProofsOfCase(database), papers, signatures);
  const closed = await proofs.partsOf({ ...pass, withContacts: false }, district);
  expect(closed.map((part) => part.name)).not.toContain(name);
  expect(closed.map((part) => part.name)).not.toContain(sig);
  const listed = closed.find((part) => part.name === 'letters.json')!;
  expect(JSON.parse(Buffer.from(listed.bytes).toString())).toMatchObject([
    { notice, number: '02-11/7', file: null, leftOut: true, signatures: [] },
  ]);
  const other = await new CaseProofs(vault, new ProofsOfCase(database), papers, signatures).partsOf(pass, {
    ...district,
    id: 2,
  });
  expect(other.map((part) => part.name)).toEqual(['proof/notices.ndjson', 'proof/placed.ndjson', 'letters.json']);
});
