import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clean } from '../domain/mail-text.js';
import { rawMail, windows1251, koi8 } from './raw-mail.fixture.js';
import { mailparserReader as reader } from './mailparser-reader.js';

/** OTKLIK_FUZZ=100000 looks further, as at night. */
const RUNS = Number(process.env['OTKLIK_FUZZ'] ?? 500);

describe('a letter', () => {
  it('is read: who, about what, what, in answer to what', async () => {
    const mail = await reader.read(
      rawMail(
        {
          From: 'Айталина Ҕ <Aytalina@Mail.example>',
          Subject: 'Яма',
          'Message-ID': '<1@mail.example>',
          'In-Reply-To': '<b@aldan.example>',
          References: '<a@aldan.example>\r\n <b@aldan.example>',
        },
        'Суолга хайа баар.\r\n\r\nҮөһэ Сырдык',
      ),
    );
    expect(mail).toMatchObject({
      from: { address: 'aytalina@mail.example', name: 'Айталина Ҕ' },
      subject: 'Яма',
      id: '1@mail.example',
      answers: ['b@aldan.example', 'a@aldan.example'],
      isUnreadable: false,
    });
    expect(clean(mail.text)).toBe('Суолга хайа баар.\n\nҮөһэ Сырдык');
  });

  it.each([
    ['windows-1251', windows1251],
    ['koi8-r', koi8],
  ] as const)('is read in %s, its head too', async (charset, encode) => {
    const word = `=?${charset}?B?${encode('Яма у школы').toString('base64')}?=`;
    const head = { From: 'ivan@mail.example', Subject: word, 'Content-Type': `text/plain; charset=${charset}` };
    const mail = await reader.read(rawMail(head, encode('Ёжик, №5')));
    expect([mail.subject, clean(mail.text)]).toEqual(['Яма у школы', charset === 'koi8-r' ? 'Ёжик, N5' : 'Ёжик, №5']);
  });

  it('is read from its HTML where there is nothing else, without invisible parts', async () => {
    const html =
      '<style>p{}</style><p>Яма <b>на Ленина</b></p><script>alert(1)</script><p>Прошу</p><blockquote>было</blockquote>';
    const mail = await reader.read(rawMail({ 'Content-Type': 'text/html; charset=utf-8' }, html));
    expect(mail.text).toBe('Яма на Ленина\n\nПрошу\n\n> было');
  });

  it('has files, but for the pictures that decorate it', async () => {
    const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
    const body =
      part('Content-Type: text/html', '<img src="cid:logo">Смотрите') +
      part('Content-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\nContent-Disposition: inline', 'small') +
      part(
        "Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename*=UTF-8''%D1%8F%D0%BC%D0%B0.jpg",
        'jpeg',
      ) +
      '--b--\r\n';
    const mail = await reader.read(rawMail({ 'Content-Type': 'multipart/related; boundary=b' }, body));
    expect(mail.files.map(({ name, bytes }) => [name, bytes.toString().trim()])).toEqual([['яма.jpg', 'jpeg']]);
  });

  it.each([
    ['20,000 parts', () => '--b\r\n\r\nx\r\n'.repeat(20_000), 'multipart/mixed; boundary=b'],
    [
      'depth of 2,000',
      () =>
        Array.from(
          { length: 2_000 },
          (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
        ).join(''),
      'multipart/mixed; boundary=b0',
    ],
  ] as const)('is unreadable with %s, and says from whom it is', async (_, body, type) => {
    const mail = await reader.read(
      rawMail({ From: 'ivan@mail.example', Subject: 'Яма', 'Content-Type': type }, body()),
    );
    expect(mail).toMatchObject({
      isUnreadable: true,
      from: { address: 'ivan@mail.example' },
      subject: 'Яма',
      text: '',
      files: [],
    });
  });

  it('without a sender, or with one that is no address, is read all the same', async () => {
    for (const from of ['', 'Иван', '"a b"@mail.example', 'a@b, c@d.example', '<>', 'group: ivan@mail.example;'])
      expect((await reader.read(rawMail({ From: from }, 'Яма'))).text).toContain('Яма');
  });

  it(`never throws: ${RUNS} inputs`, async () => {
    const plain = rawMail(
      { From: 'ivan@mail.example', Subject: 'Яма', 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\r\n\r\nПрошу\r\n--b--',
    );
    const line = fc.constantFrom(
      ...[
        'From: <',
        'Content-Type: multipart/mixed; boundary=b',
        'Content-Type: text/html',
        '--b',
        '--b--',
        '',
        '<p><a><',
        '=?x?B?',
        'References: <<<',
      ],
      ...[
        'Content-Transfer-Encoding: base64',
        'Content-Transfer-Encoding: quoted-printable',
        '=',
        '====',
        'Content-Type: message/rfc822',
        'begin 644 x',
        '\u0000',
      ],
    );
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.array(fc.oneof(line, fc.string()), { maxLength: 20 }).map((lines) => Buffer.from(lines.join('\r\n'))),
      fc
        .tuple(fc.nat(plain.length - 1), fc.nat(255))
        .map(([at, byte]) => Buffer.concat([plain.subarray(0, at), Buffer.of(byte), plain.subarray(at + 1)])),
      fc.nat(plain.length).map((at) => plain.subarray(0, at)),
    );
    await fc.assert(
      fc.asyncProperty(input, async (raw) => {
        const before = Buffer.from(raw);
        const { text, answers, files, head } = await reader.read(raw);
        expect([typeof text, Array.isArray(answers), files.every(({ bytes }) => Buffer.isBuffer(bytes))]).toEqual([
          'string',
          true,
          true,
        ]);
        expect(head.values('from')).toBeInstanceOf(Array);
        // What is kept sealed is what came.
        expect(before.equals(raw)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
