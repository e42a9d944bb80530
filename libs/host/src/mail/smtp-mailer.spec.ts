import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { MailFailure, type Mailer } from '@otklik/kernel';
import { mailServerRefusal, smtpMailer } from './smtp-mailer.js';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

type Fault = { readonly at: 'RCPT' | 'DATA'; readonly code: number } | 'HANG';

let server: SMTPServer;
let mailer: Mailer;
let url: string;
let received: Received[];
/** Letters after which the server fell silent. */
let hung: number;
let fault: Fault | undefined;

const refusal = (code: number) => Object.assign(new Error('no, dear ivan@aldan.example'), { responseCode: code });

beforeEach(async () => {
  received = [];
  hung = 0;
  fault = undefined;
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      typeof fault === 'object' && fault.at === 'RCPT' ? done(refusal(fault.code)) : done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (fault === 'HANG') {
          hung += 1;
          return;
        }
        if (typeof fault === 'object' && fault.at === 'DATA') return done(refusal(fault.code));
        const from = session.envelope.mailFrom;
        received.push({
          from: from ? from.address : '',
          to: session.envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  url = `smtp://127.0.0.1:${port}`;
  mailer = smtpMailer({ url, from: 'no-reply@otklik.example' });
});
afterEach(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const letter = {
  messageId: '<0193f3a2-0000-7000-8000-000000000001@otklik.example>',
  to: 'ivan@aldan.example',
  subject: 'Ответ на ваше обращение № 17',
  text: 'Здравствуйте!\n.точка в начале строки\nҮлэ бүттэ 🌲',
};

async function failure(): Promise<MailFailure> {
  try {
    await mailer.send(letter);
  } catch (error) {
    if (error instanceof MailFailure) return error;
    throw error;
  }
  throw new Error('it was sent');
}

it('sends one letter to one recipient with its Message-ID', async () => {
  expect(await mailer.send(letter)).toBe(`${letter.messageId} 250`);
  expect(received).toHaveLength(1);
  const [one] = received;
  expect(one).toMatchObject({ from: 'no-reply@otklik.example', to: ['ivan@aldan.example'] });
  expect(one!.raw).toContain(`Message-ID: ${letter.messageId}`);
  expect(one!.raw).toMatch(/^To: ivan@aldan\.example\r?$/m);
  expect(one!.raw).toContain('Auto-Submitted: auto-generated');
});

it('says by which address one press ends the letters, in two headers that no program answers by itself', async () => {
  const endsAt = 'https://otklik.example/aldan/unsubscribe/0123456789abcdefghijklmnopqrstuvwxyz_-0123456789';
  await mailer.send({ ...letter, endsAt });
  const head = received[0]!.raw.replaceAll(/\r?\n[ \t]+/g, ' ');
  expect(head).toContain(`List-Unsubscribe: <${endsAt}>`);
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  await mailer.send(letter);
  expect(received[1]!.raw).not.toContain('List-Unsubscribe');
});

it('refuses a second recipient or a header in an address', async () => {
  for (const to of ['ivan@aldan.example, eve@other.example', 'ivan@aldan.example\r\nBcc: eve@other.example']) {
    await expect(mailer.send({ ...letter, to })).rejects.toMatchObject({ code: 'ADDRESS', final: true });
  }
  await mailer.send({ ...letter, subject: 'one\r\nBcc: eve@other.example' });
  expect(received.map((one) => one.to)).toEqual([['ivan@aldan.example']]);
  expect(received[0]!.raw).not.toMatch(/^Bcc:/m);
});

it.each([
  [{ at: 'RCPT', code: 550 }, true],
  [{ at: 'RCPT', code: 450 }, false],
  [{ at: 'RCPT', code: 421 }, false],
  [{ at: 'RCPT', code: 530 }, false],
  [{ at: 'DATA', code: 451 }, false],
  [{ at: 'DATA', code: 554 }, true],
] as const)('%j is final: %s', async (given, final) => {
  fault = given;
  const failed = await failure();
  expect(failed).toMatchObject({ code: String(given.code), final });
  expect(failed.message).not.toContain('ivan');
});

it('is transient when the server falls silent after the letter', async () => {
  fault = 'HANG';
  mailer = smtpMailer({ url, from: 'no-reply@otklik.example', silenceMs: 2_000 });
  expect(await failure()).toMatchObject({ final: false });
  expect([hung, received]).toEqual([1, []]);
});

it('is transient when the connection is refused', async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(await failure()).toMatchObject({ final: false });
});

it.each([530, 535, 421])('is transient when the server answers %s to the login', async (code) => {
  const refusing = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (_auth, _session, done) => done(refusal(code)),
  });
  refusing.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = refusing.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  const knocking = smtpMailer({ url: `smtp://otklik:wrong@127.0.0.1:${port}`, from: 'no-reply@otklik.example' });
  const failed = await knocking.send(letter).catch((error: unknown) => error);
  await new Promise<void>((resolve) => refusing.close(() => resolve()));
  expect(failed).toMatchObject({ name: 'MailFailure', code: String(code), final: false });
});

it('tells whether the server would take letters, and sends none', async () => {
  expect(await mailServerRefusal(url)).toBeUndefined();
  expect(await mailServerRefusal('smtp://127.0.0.1:1')).toBe('ESOCKET');
  expect(received).toEqual([]);
});
