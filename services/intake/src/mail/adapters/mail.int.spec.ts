import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import type { NetworkAccount } from '@otklik/tenancy';
import { addressToken, signedAddress } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import sharp from 'sharp';
import { freePort } from '../../../../../deploy/stack/ports.js';
import { intakeWorld, type IntakeWorld } from '../../intake-world.fixture.js';
import { Files } from '../../files/application/files.js';
import { MailReader, type Mail } from '../application/mail.js';
import { ReadMail } from '../application/read-mail.js';
import type { AppealEvent } from '../../appeal/domain/appeal.js';
import { MailReceiver } from './mail-receiver.js';

const account = (address: string): NetworkAccount => ({
  id: randomUUID(),
  network: 'EMAIL',
  title: 'Почта',
  settings: { address },
  sealed: '',
  secretsSetAt: {},
  enabled: true,
});
const accounts: Readonly<Record<string, readonly NetworkAccount[]>> = {
  aldan: [account('otvet@aldan.example'), { ...account('old@aldan.example'), enabled: false }],
  tompo: [account('otvet@tompo.example')],
};

let world: IntakeWorld;
let port: number;
beforeAll(async () => {
  port = await freePort();
  world = await intakeWorld({ OTKLIK_MAIL_IN_PORT: String(port) }, (code) => accounts[code] ?? []);
  world.get(MailReceiver).start();
});
afterAll(async () => {
  await world.get(MailReceiver).stop();
  await world.stop();
});

interface Written {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer | string }[];
  readonly envelopeFrom?: string;
}

const send = async ({ envelopeFrom, ...written }: Written = {}) => {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const letter = {
    from: 'Айталина <aytalina@mail.example>',
    to: 'otvet@aldan.example',
    subject: 'Яма',
    text: 'Прошу засыпать.',
    ...written,
  };
  const envelope = { from: envelopeFrom ?? 'aytalina@mail.example', to: [letter.to] };
  return transport.sendMail({ ...letter, envelope } as Parameters<typeof transport.sendMail>[0]);
};
const read = async () => {
  world.pass(1_000);
  return world.get(ReadMail).readDue();
};
interface Row {
  readonly id: string;
  readonly district: number;
  readonly state: string;
  readonly appeal: string | null;
  readonly original: { readonly id: string };
}
const rows = () => world.rows('mail') as Promise<readonly Row[]>;
/** What became of the letters that came by `work`. */
const became = async (work: () => Promise<unknown>) => {
  const before = new Set((await rows()).map(({ id }) => id));
  await work();
  while ((await read()) > 0);
  return (await rows()).filter(({ id }) => !before.has(id));
};
const eventsOf = async (appeal: string, district = 1): Promise<readonly RecordedEvent[]> =>
  world.store.read(district, appeal);
const clear = async (event: RecordedEvent): Promise<Readonly<Record<string, unknown>>> => {
  const data = domainEvent<AppealEvent>(event) as unknown as Record<string, unknown>;
  const opened = await Promise.all(
    Object.entries(data).map(async ([field, value]) => [
      field,
      typeof value === 'string' && value.startsWith('sealed:')
        ? await world.vault.open(event.district, value, { eventId: event.id, field })
        : value,
    ]),
  );
  return Object.fromEntries(opened);
};
const replyTo = (appeal: string, district = 1, address = 'otvet@aldan.example') =>
  signedAddress(address, 'r', addressToken(world.resources.secret('reply-address'), { district, id: appeal }));

const aCase = async (written: Written = {}) => {
  const [row] = await became(() => send({ messageId: `<${randomUUID()}@mail.example>`, ...written }));
  return row!.appeal!;
};

describe('a letter', () => {
  it('is a message of its district: who wrote, about what, with its photo; another file is named', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const attachments = [
      { filename: 'яма.exe', content: photo },
      { filename: 'смета.docx', content: 'PK' },
    ];
    const [row, ...others] = await became(() => send({ attachments, messageId: '<first@mail.example>' }));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ district: 1, state: 'CASE' });
    const [received] = await eventsOf(row!.appeal!);
    expect(await clear(received!)).toMatchObject({
      type: 'AppealReceived',
      channel: 'EMAIL',
      regime: 'SOCIAL_MESSAGE',
      identified: false,
      name: 'Айталина',
      contact: 'aytalina@mail.example',
      contactKind: 'EMAIL',
      mailId: 'first@mail.example',
      text: 'Яма\n\nПрошу засыпать.\n\nВложения не приняты: смета.docx. Такие файлы не поддерживаются, или их больше пяти.',
      files: [{ type: 'image/jpeg' }],
      mail: { account: accounts['aldan']![0]!.id, original: row!.original, explain: true },
    });
    const letter = await world.get(Files).openClaimed(1, row!.original.id, row!.appeal!);
    expect(letter?.bytes.toString()).toMatch(
      /^Return-Path: <aytalina@mail\.example>\r\n[^]*Message-ID: <first@mail\.example>/,
    );
  });

  it('is one message when it comes twice, also by another way', async () => {
    const raw = 'Message-ID: <twice@mail.example>\r\nFrom: a@mail.example\r\nSubject: Свет\r\n\r\nНет света';
    const again = (more: string) => {
      const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
      return transport.sendMail({ envelope: { from: 'a@mail.example', to: ['otvet@aldan.example'] }, raw: more + raw });
    };
    const made = await became(async () => {
      await Promise.all([again(''), again('')]);
      await again('');
      await again('Received: from elsewhere\r\n');
    });
    expect(made.map(({ state }) => state)).toEqual(['CASE', 'CASE']);
    expect(new Set(made.map(({ appeal }) => appeal)).size).toBe(1);
    expect(await eventsOf(made[0]!.appeal!)).toHaveLength(1);
  });

  it('is of the district alone to which it was sent', async () => {
    const [row] = await became(() => send({ to: 'OTVET@tompo.example' }));
    expect([row!.district, (await eventsOf(row!.appeal!, 2)).length, (await eventsOf(row!.appeal!, 1)).length]).toEqual(
      [2, 1, 0],
    );
  });

  it('says how to file an appeal to three a day at most, and never to a list', async () => {
    const from = 'often@mail.example';
    const told = async (written: Written) => {
      const [received] = await eventsOf(await aCase({ from, ...written }));
      return (received!.data as { mail: { explain: boolean } }).mail.explain;
    };
    expect(await told({ headers: { 'List-Id': '<news.mail.example>' } })).toBe(false);
    const day: boolean[] = [];
    for (const text of ['1', '2', '3']) day.push(await told({ text }));
    expect(day).toEqual([true, true, false]);
    world.pass(86_400_000);
    expect(await told({ text: '4' })).toBe(true);
  });

  it.each([
    ['an answering machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a report', { envelopeFrom: '' }],
    ['a letter of ours', { headers: { 'Auto-Submitted': 'auto-generated' } }],
  ] as const)('of %s makes nothing, and can be looked at for a month', async (_, written) => {
    const [row] = await became(() => send({ ...written, inReplyTo: '<first@mail.example>' }));
    expect(row).toMatchObject({ state: 'NOTHING', appeal: null });
    const keeps = async () => (await world.get(Files).bytes(1, row!.original.id)) !== undefined;
    world.pass(20 * 86_400_000);
    await world.operations.sweep();
    expect(await keeps()).toBe(true);
    world.pass(12 * 86_400_000);
    await world.operations.sweep();
    expect(await keeps()).toBe(false);
  });
});

describe('a reply', () => {
  const quoted = '\n\n23.11.2026, 10:11, "Администрация" <otvet@aldan.example>:\n> Засыпали.';

  it('joins its case by the signed address, without the quote, and the whole of it is kept', async () => {
    const appeal = await aCase();
    const [row] = await became(() =>
      send({ to: replyTo(appeal), subject: 'Re: Ответ', text: `Не засыпали.${quoted}` }),
    );
    expect(row).toMatchObject({ state: 'ADDED', appeal });
    const added = (await eventsOf(appeal))[1]!;
    expect(await clear(added)).toMatchObject({ type: 'AppealSupplemented', text: 'Не засыпали.', byApplicant: true });
    expect((await world.get(Files).openClaimed(1, row!.original.id, appeal))?.bytes.toString()).toContain(
      'To: otvet+r.',
    );
  });

  it('joins it by what it answers: a letter of ours, or the writer’s own', async () => {
    const appeal = await aCase({ messageId: '<own@mail.example>' });
    const token = addressToken(world.resources.secret('reply-address'), { district: 1, id: appeal });
    const ours = `<${randomUUID()}.${token}@otklik.example>`;
    for (const inReplyTo of [ours, '<own@mail.example>'])
      expect(await became(() => send({ inReplyTo, text: inReplyTo }))).toMatchObject([{ state: 'ADDED', appeal }]);
    expect((await eventsOf(appeal)).map(({ type }) => type)).toEqual([
      'AppealReceived',
      'AppealSupplemented',
      'AppealSupplemented',
    ]);
  });

  it('is distinguished from the applicant’s when another person writes it, who is kept sealed', async () => {
    const appeal = await aCase();
    await became(() => send({ to: replyTo(appeal), from: 'Сосед <sosed@mail.example>', text: 'И у нас.' }));
    const added = (await eventsOf(appeal))[1]!;
    expect(await clear(added)).toMatchObject({ byApplicant: false, author: 'sosed@mail.example', authorName: 'Сосед' });
    expect(JSON.stringify(added.data)).not.toMatch(/sosed|Сосед/);
  });

  it('is added once, however often it comes', async () => {
    const appeal = await aCase();
    const messageId = '<reply-twice@mail.example>';
    await became(() => send({ to: replyTo(appeal), messageId, headers: { 'X-Way': 'one' } }));
    await became(() => send({ to: replyTo(appeal), messageId, headers: { 'X-Way': 'other' } }));
    expect(await eventsOf(appeal)).toHaveLength(2);
  });

  it('is a message of its own where its case takes nothing more, and where the address is not signed', async () => {
    const appeal = await aCase();
    await world.resident.withdrawAppeal({ key: randomUUID() }, await world.residentOf(appeal));
    expect(await became(() => send({ to: replyTo(appeal), text: 'Передумала' }))).toMatchObject([{ state: 'CASE' }]);
    const foreign = replyTo(appeal, 2);
    await expect(send({ to: foreign })).rejects.toMatchObject({ responseCode: 550 });
    const token = addressToken(Buffer.from('guessed'), { district: 1, id: appeal });
    await expect(send({ to: signedAddress('otvet@aldan.example', 'r', token) })).rejects.toMatchObject({
      responseCode: 550,
    });
  });
});

describe('the mail server gets the reply', () => {
  it('that there is no such mailbox, also of one that is switched off', async () => {
    for (const to of ['nobody@aldan.example', 'otvet@aldan.example.evil.example', 'old@aldan.example'])
      await expect(send({ to })).rejects.toMatchObject({ responseCode: 550 });
  });

  it('that a letter is too large, and keeps nothing of it', async () => {
    const before = (await rows()).length;
    const large = { filename: 'a.bin', content: Buffer.alloc(27_000_000) };
    await expect(send({ attachments: [large] })).rejects.toMatchObject({ responseCode: 552 });
    expect((await rows()).length).toBe(before);
  });

  it('to come again where the letter could not be kept, and then it is kept once', async () => {
    const before = (await rows()).length;
    await world.sql('alter table intake.mail rename to mail_away');
    await expect(send({ messageId: '<later@mail.example>' })).rejects.toMatchObject({ responseCode: 451 });
    await world.sql('alter table intake.mail_away rename to mail');
    await send({ messageId: '<later@mail.example>' });
    expect((await rows()).length).toBe(before + 1);
  });
});

it('what fails is read again, and keeps no other letter waiting', async () => {
  await became(async () => undefined);
  world.failNextAppend();
  const made = await became(async () => {
    await send({ text: 'один' });
    await send({ text: 'два' });
  });
  expect(made.map(({ state }) => state).sort()).toEqual(['CASE', 'PENDING']);
  await world.sql('update intake.work set due_at = now()');
  await read();
  expect((await rows()).filter(({ state }) => state === 'PENDING')).toEqual([]);
});

it('that took longer to read than its lease is what the copy made of it that read it meanwhile', async () => {
  await became(async () => undefined);
  const slow = jest.spyOn(world.get(MailReader), 'read').mockImplementationOnce(async () => {
    slow.mockRestore();
    await world.sql('update intake.work set due_at = now()');
    expect(await read()).toBe(1);
    return { head: { values: () => ['auto-replied'] } } as unknown as Mail;
  });
  expect(await became(() => send({ text: 'долго' }))).toMatchObject([{ state: 'CASE' }]);
});

it('of a process of the release before is read, and is done for that process, too', async () => {
  const [row] = await became(send);
  await world.sql(`update intake.mail set state = 'PENDING', due_at = now() where id = '${row!.id}'`);
  await read();
  expect((await rows()).filter(({ state }) => state === 'PENDING')).toEqual([]);
  const work = (await world.rows('work')) as readonly { readonly kind: string }[];
  expect(work.filter(({ kind }) => kind === 'INCOMING_LETTER')).toEqual([]);
});

it('an erased person leaves neither the letter nor a trace that leads to it', async () => {
  const appeal = await aCase({ from: 'gone@mail.example', messageId: '<gone@mail.example>' });
  const row = (await rows()).find((one) => one.appeal === appeal)!;
  await world.operations.erase({
    district: 1,
    subject: 'gone@mail.example',
    actor: { kind: 'system', id: 'operator' },
    ground: 'CONSENT_WITHDRAWN',
  });
  expect(await world.get(Files).bytes(1, row.original.id)).toBeUndefined();
  expect((await rows()).find(({ id }) => id === row.id)).toMatchObject({
    appeal: null,
    sender: null,
    message_id: null,
  });
  // A reply to it finds nothing, and is a message of its own.
  expect(await became(() => send({ inReplyTo: '<gone@mail.example>' }))).toMatchObject([{ state: 'CASE' }]);
});
