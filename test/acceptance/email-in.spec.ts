import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../deploy/stack/ports.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const ADDRESS = 'priem@aldan.example';
const RESIDENT = 'aytalina@mail.example';

let world: World;
let steps: Steps;
let mailIn: number;
/** Letters that the product sent to the resident, in their order; the demonstration's people get theirs, too. */
const sent: ParsedMail[] = [];
const mailServer = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      void simpleParser(Buffer.concat(chunks)).then((letter) => {
        if (envelope.rcptTo.some(({ address }) => address === RESIDENT)) sent.push(letter);
        done();
      }, done);
    });
  },
});

beforeAll(async () => {
  const out = await new Promise<number>((resolve) => {
    const listening = mailServer.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  mailIn = await freePort();
  world = await startWorld({
    demo: 'small',
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${out}`,
      MAIL_FROM: 'no-reply@otklik.example',
      OTKLIK_MAIL_IN_PORT: String(mailIn),
    },
  });
  steps = new Steps(world, 'aldan');
  await withMailbox('aldan', ADDRESS);
  await withMailbox('kuol', 'priem@kuol.example');
}, 240_000);
afterAll(async () => {
  await world.stop();
  await new Promise<void>((resolve) => mailServer.close(resolve));
});
jest.setTimeout(120_000);

/** By the district's administrator; answers once letters to it are taken. */
async function withMailbox(district: string, address: string): Promise<void> {
  const input = {
    district,
    key: randomUUID(),
    network: 'EMAIL',
    title: 'Почта администрации',
    settings: [{ name: 'address', value: address }],
    secrets: [],
  };
  const add = `mutation ($input: AddNetworkAccountInput!) {
    addNetworkAccount(input: $input) { __typename ... on Refusal { code message } }
  }`;
  const { data, errors } = await world.ask(add, { input }, { as: `${district}.admin` });
  expect([errors, data]).toMatchObject([[], { addNetworkAccount: { __typename: 'NetworkAccountChange' } }]);
  // An autoreply makes nothing: it only asks whether the address is known.
  await eventually(() => write({ to: address, headers: { 'Auto-Submitted': 'auto-replied' } }), 15_000);
}

function write(letter: SendMailOptions): Promise<unknown> {
  const transport = createTransport({ host: '127.0.0.1', port: mailIn, ignoreTLS: true });
  return transport.sendMail({ from: `Айталина Сыромятникова <${RESIDENT}>`, to: ADDRESS, text: 'Прошу.', ...letter });
}

const letterAbout = (subject: RegExp) =>
  eventually(() => {
    const found = sent.find((letter) => subject.test(letter.subject ?? ''));
    if (found) return Promise.resolve(found);
    throw new Error(`no such letter: ${JSON.stringify(sent.map((letter) => letter.subject))}`);
  }, 30_000);

async function received(district = 'aldan'): Promise<readonly { readonly id: string; readonly channel: string }[]> {
  const query = `query ($district: String!) {
    appeals(district: $district, first: 50, filter: { channels: [EMAIL] }) { nodes { id channel } }
  }`;
  const { data, errors } = await world.ask(query, { district }, { as: `${district}.moderator` });
  if (errors[0]) throw new Error(errors[0].message);
  return (data!['appeals'] as { nodes: readonly { id: string; channel: string }[] }).nodes;
}

interface Supplement {
  readonly text: string;
  readonly byApplicant: boolean;
  readonly authorName: string | null;
}

/** What was added to the case, once there are so many. */
const added = (id: string, count: number): Promise<readonly Supplement[]> =>
  eventually(async () => {
    const query = `query ($district: String!, $id: UUID!) {
      appeal(district: $district, id: $id) { supplements { text byApplicant authorName } }
    }`;
    const { data, errors } = await world.ask(query, { district: 'aldan', id }, { as: steps.login('coordinator') });
    const { supplements } = (data?.['appeal'] ?? {}) as { readonly supplements?: readonly Supplement[] };
    if (supplements?.length === count) return supplements;
    throw new Error(`not so many: ${JSON.stringify([supplements, errors])}`);
  }, 30_000);

describe('a resident writes by e-mail', () => {
  let id: string;
  let card: Card;
  let answer: ParsedMail;

  it('the letter with its photo waits for the moderator of its district, and of no other', async () => {
    const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'grey' } })
      .jpeg()
      .toBuffer();
    await write({
      subject: 'Яма на Ленина, 5',
      text: 'Машины объезжают по тротуару. Прошу засыпать.',
      messageId: '<first@mail.example>',
      attachments: [{ filename: 'яма.jpg', content: photo }],
    });
    id = await eventually(async () => {
      const all = await received();
      return all.length === 1 ? all[0]!.id : undefined;
    }, 30_000);
    card = await steps.cardWhen(id, steps.login('moderator'), ({ row }) => row.state === 'RECEIVED');
    expect(card).toMatchObject({
      text: 'Яма на Ленина, 5\n\nМашины объезжают по тротуару. Прошу засыпать.',
      row: { regime: 'SOCIAL_MESSAGE' },
      files: [{ type: 'image/jpeg' }],
    });
    expect(await received('kuol')).toEqual([]);
  });

  it('the whole letter is opened from the card, by officials of the district alone', async () => {
    const query = `query ($district: String!, $id: UUID!) { appeal(district: $district, id: $id) { letters { url } } }`;
    const { data } = await world.ask(query, { district: 'aldan', id }, { as: steps.login('moderator') });
    const { letters } = data!['appeal'] as { readonly letters: readonly { readonly url: string }[] };
    const open = async (login: string) =>
      fetch(world.url + letters[0]!.url, { headers: { authorization: `Bearer ${await world.token(login)}` } });
    const whole = await eventually(async () => {
      const response = await open(steps.login('moderator'));
      return response.status === 200 ? response : undefined;
    });
    expect(whole.headers.get('content-type')).toBe('message/rfc822');
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.eml"/);
    expect(await whole.text()).toContain('Message-ID: <first@mail.example>');
    expect((await open('kuol.moderator')).status).toBe(404);
  });

  it('the sender is informed once how an appeal is filed', async () => {
    const letter = await letterAbout(/^Ваше письмо получено/);
    expect(letter.inReplyTo).toBe('<first@mail.example>');
    expect(letter.text).toContain('не считается обращением по закону');
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('it becomes a case, which is answered by e-mail under the letter', async () => {
    const { version } = card.row;
    const up = await steps.must('takeUpMessage', 'moderator', { id, expectedVersion: version });
    await steps.must('registerAppeal', 'registrar', { id, expectedVersion: up.version });
    const opened = ({ row }: Card) => row.state === 'REGISTERED' && row.questions[0]?.response?.id !== undefined;
    card = await steps.cardWhen(id, steps.login('coordinator'), opened);
    await steps.answered(card, 'Яму засыпали 20 ноября.');
    answer = await letterAbout(/^Ответ на ваше сообщение/);
    expect(answer.text).toContain('Яму засыпали 20 ноября.');
    expect(answer.inReplyTo).toBe('<first@mail.example>');
    expect((answer.to as { text: string }).text).toBe(RESIDENT);
  });

  it('the reply joins the case without what it quotes, also by the letter alone that it answers', async () => {
    const quoted = '\n\nпн, 23 нояб. 2026 г. в 10:11, Администрация <priem@aldan.example>:\n> Яму засыпали 20 ноября.';
    await write({ to: answer.replyTo!.text, subject: `Re: ${answer.subject}`, text: `Засыпали, но не ту.${quoted}` });
    await added(id, 1);
    await write({
      inReplyTo: answer.messageId!,
      subject: 'Ещё',
      text: 'Вот эта яма.',
      from: 'Сосед <sosed@mail.example>',
    });
    expect(await added(id, 2)).toEqual([
      { text: 'Засыпали, но не ту.', byApplicant: true, authorName: null },
      { text: 'Вот эта яма.', byApplicant: false, authorName: 'Сосед' },
    ]);
    expect(await received()).toHaveLength(1);
  });

  it('machines make nothing and get no answer', async () => {
    const letters = sent.length;
    await write({
      headers: { 'Auto-Submitted': 'auto-replied' },
      inReplyTo: answer.messageId!,
      subject: 'Я в отпуске',
    });
    await write({ envelope: { from: '', to: [ADDRESS] }, subject: 'Недоставленное сообщение' });
    await write({ subject: 'После них', messageId: '<after@mail.example>' });
    await eventually(async () => ((await received()).length === 2 ? true : undefined), 30_000);
    expect(await added(id, 2)).toHaveLength(2);
    await eventually(
      () => Promise.resolve(sent.some(({ inReplyTo }) => inReplyTo === '<after@mail.example>') || undefined),
      30_000,
    );
    expect(sent.length).toBe(letters + 1);
  });
});
