import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import multipart from '@fastify/multipart';
import type { ResidentAppeal, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import {
  BadInput,
  cleanText,
  NotFound,
  readConsistencyToken,
  signResidentToken,
  type PermittedContext,
} from '@otklik/host';
import { IdempotencyKeyReused, Refusal } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import type { FastifyInstance } from 'fastify';
import { APPEAL, appeal } from './testing/answered-appeal.js';
import { district } from './testing/public-district.js';
import { refusable } from './testing/refusable.js';
import { smallGateway, type SmallGateway } from './testing/small-gateway.js';

const residentKey = Buffer.alloc(32, 7);
const submitted: SubmitAppealInput[] = [];
const uploads: Buffer[] = [];
const uploadedFor: (string | undefined)[] = [];
/** Uploads are answered once it resolves. */
let gate: Promise<void> | undefined;
let register: Partial<ResidentAppeal> | null = null;
let rated: unknown;
const acts: (readonly [string, unknown])[] = [];

async function token(district = 1): Promise<string> {
  const claims = { district, appeal: APPEAL, person: APPEAL };
  return (await signResidentToken(residentKey, claims, new Date().toISOString())).token;
}

@Resolver()
class Stub {
  @Query('districts')
  districts(): unknown {
    return [district];
  }

  @Query('district')
  district(@Args('code') code: string): unknown {
    if (code !== 'aldan') throw new NotFound();
    return district;
  }

  @Mutation('supplementAppeal')
  supplement(@Args('input') input: unknown): unknown {
    acts.push(['supplement', input]);
    return { __typename: 'Change', id: APPEAL, appeal: APPEAL, version: 6, consistencyToken: 'a5' };
  }

  @Mutation('withdrawAppeal')
  withdraw(@Args('input') input: unknown): unknown {
    acts.push(['withdraw', input]);
    return { __typename: 'Change', id: APPEAL, appeal: APPEAL, version: 6, consistencyToken: 'a5' };
  }

  @Mutation('requestReopening')
  reopen(@Args('input') input: unknown): unknown {
    acts.push(['reopen', input]);
    return { __typename: 'Change', id: APPEAL, appeal: APPEAL, version: 6, consistencyToken: 'a5' };
  }

  @Mutation('submitAppeal')
  submit(@Args('input') input: SubmitAppealInput, @Context() context: PermittedContext): Promise<unknown> {
    return refusable(context, async () => {
      cleanText(input.text, { max: 20_000, path: 'input.text' });
      if (input.contact === 'no@where') throw new BadInput('CONTACT_MALFORMED', 'input.contact');
      if (input.text === 'again') throw new Refusal('FILE_UNKNOWN');
      if (submitted.some(({ key, text }) => key === input.key && text !== input.text)) throw new IdempotencyKeyReused();
      submitted.push(input);
      const receipt = {
        id: APPEAL,
        number: 'С-7F3K-29',
        followUpCode: '0123456789ABCDEF',
        receivedAt: '2026-11-24T03:15:20.000Z',
        registerBy: '2026-11-27',
        answerBy: '2026-12-28',
        version: 1,
        appeal: APPEAL,
        consistencyToken: 'a1',
      };
      return { __typename: 'Receipt', ...receipt, token: await token() };
    });
  }

  @Mutation('openAppeal')
  async open(@Args('code') code: string): Promise<unknown> {
    if (code !== '0123-4567') throw new BadInput('CODE_WRONG', 'code');
    return { __typename: 'OpenedAppeal', token: await token(), expiresAt: '2026-11-24T03:30:20.000Z' };
  }

  @Query('residentAppeal')
  appeal(@Args('consistentWith') token?: string): unknown {
    readConsistencyToken(token === 'a1' || token === 'a5' ? undefined : token);
    return register;
  }

  @Mutation('rateAppeal')
  rate(@Args('input') input: unknown, @Context() context: PermittedContext): Promise<unknown> {
    return refusable(context, async () => {
      if (rated) throw new Refusal('ALREADY_RATED');
      rated = input;
      return { __typename: 'Change', id: APPEAL, appeal: APPEAL, version: 5, consistencyToken: 'a5' };
    });
  }
}

@Module({ providers: [Stub] })
class StubModule {}

async function files(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart);
  fastify.post('/files', async (request) => {
    const answered = gate;
    const bytes = await (await request.file())!.toBuffer();
    if (bytes.toString() === 'not a picture') throw new BadInput('FILE_TYPE_UNKNOWN', 'file');
    uploads.push(bytes);
    uploadedFor.push((request.query as { readonly key?: string }).key);
    await answered;
    return { id: randomUUID() };
  });
}

/** `resident-pages-apart.spec.ts` */
const webApart = process.env['OTKLIK_WEB_APART'] === 'on';
let gateway: SmallGateway;
beforeAll(async () => {
  const services = [{ module: { module: StubModule }, routes: files }];
  // Apart the pages ask as any front-end: where only listed operations run, theirs are.
  gateway = await smallGateway({ OTKLIK_OPERATIONS: webApart ? 'listed' : 'any' }, { services, webApart });
});
afterAll(() => gateway.application.close());
beforeEach(() => {
  submitted.length = 0;
  uploads.length = 0;
  uploadedFor.length = 0;
  gate = undefined;
  register = null;
  rated = undefined;
  acts.length = 0;
});

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const url = (path: string) => `${gateway.url}${path}`;
const send = (path: string, body: FormData | URLSearchParams, headers = {}) =>
  fetch(url(path), { method: 'POST', body, headers, redirect: 'manual' });
/** Sends a form without Content-Length. */
const sendChunked = (path: string, form: FormData) => {
  const { headers, body } = new Response(form);
  return fetch(url(path), { method: 'POST', headers, body, duplex: 'half', redirect: 'manual' });
};
const keyIn = (page: string) => /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
/** Consented to, as the form demands. */
const agreed = { consent: '2026-09-01' };
/** The page that the browser goes to after the form was received. */
const sentPage = async (answer: Response) =>
  (await fetch(url(answer.headers.get('location')!), { headers: { cookie: cookies(answer) } })).text();
const cookies = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

it('lists the districts', async () => {
  const page = await (await fetch(url('/'))).text();
  expect(page).toMatch(/<a href="\/aldan">Алданский район<\/a>/);
  expect(page).toContain('<html lang="ru">');
});

it('is a form below 10 kB that needs no script, with styles by hash and nothing from elsewhere', async () => {
  const answer = await fetch(url('/aldan/write'), { headers: { 'accept-encoding': 'gzip' } });
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(10_000);
  const page = await answer.text();
  expect(page).not.toMatch(/https?:\/\/| style=| on[a-z]+=/);
  expect(page.match(/<script(?! src=)/g)).toBeNull();
  const policy = answer.headers.get('content-security-policy')!;
  for (const [, style] of page.matchAll(/<style>(.*?)<\/style>/gs)) {
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`);
  }
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`script-src 'self';`);
  expect(policy).toContain(`frame-ancestors 'none'`);
  expect(policy).not.toContain('unsafe');
  expect(keyIn(page)).toMatch(/^[0-9a-f-]{36}$/);
  for (const words of ['Алданский район', 'Алдан оройуона', '8 (41145) 0-00-01', 'tel:112', '#2d6a4f'])
    expect(page).toContain(words);
});

it.each([
  ['en', 'en', 'What happened?'],
  ['sah', 'sah,ru;q=0.8', 'Туох буолла?'],
  ['ru', 'ru,en;q=0.8', 'Что случилось?'],
])('speaks %s to a browser that asks for %s', async (language, accepted, words) => {
  const page = await (await fetch(url('/aldan/write'), { headers: { 'accept-language': accepted } })).text();
  expect(page).toContain(`<html lang="${language}"`);
  expect(page).toContain(words);
});

it('keeps language, size, colours and spacing in cookies, without a script', async () => {
  const choose = async (query: string, cookie = '') =>
    fetch(url(`/aldan?${query}`), { headers: { cookie }, redirect: 'manual' });
  const chosen = await choose('theme=contrast');
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/aldan']);
  const more = cookies(await choose('size=3&lang=sah', cookies(chosen)));
  const wide = `${cookies(await choose('spacing=wide', more))}; ${more.split('; ')[1]}`;
  const page = await (await fetch(url('/aldan'), { headers: { cookie: wide } })).text();
  expect(page).toContain('<html lang="sah" data-theme="contrast" data-size="3" data-spacing="wide">');
  const elsewhere = await fetch(url('//evil.example?theme=dark'), { redirect: 'manual' });
  expect(elsewhere.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/);
});

it('answers an unknown path with an HTML page to browsers and with JSON to other clients', async () => {
  for (const [path, method] of [
    ['/aldan/foo', 'GET'],
    ['/aldan', 'PUT'],
    ['/aldan/follow/../../x/y/z', 'GET'],
  ] as const) {
    const page = await fetch(url(path), { method, headers: { accept: 'text/html' } });
    const head = path.includes('/x/') ? 'lang="ru"' : district.name;
    expect([path, page.status, await page.text()]).toEqual([path, 404, expect.stringContaining(head)]);
    const answer = await fetch(url(path), { method });
    expect([path, answer.status, await answer.json()]).toEqual([
      path,
      404,
      { errors: [{ message: 'Не найдено.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  }
});

it('answers 404 for an unknown district', async () => {
  for (const path of ['/nowhere', '/nowhere/follow', '/robots.html', '/%3Cscript%3E']) {
    const answer = await fetch(url(path));
    expect([path, answer.status]).toEqual([path, 404]);
    expect(await answer.text()).not.toContain('<script>');
  }
});

it.each(['/aldan', '/aldan/follow', '/aldan/lost', '/aldan/lost/abcdefghijkl'])(
  'takes no form for %s from a page of another site',
  async (path) => {
    const fields = form({ text: 'Яма', number: 'С-7F3K-29', code: '0123-4567', email: 'a@a.org', ...agreed });
    // Old browsers, and all without TLS, say only their origin.
    const foreign = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const headers of [...foreign, { origin: 'https://other.example' }, { origin: 'null' }]) {
      const sent = await send(path, fields, headers);
      expect([headers, sent.status, sent.headers.getSetCookie(), submitted]).toEqual([headers, 403, [], []]);
      expect(await sent.text()).toContain('Форма пришла с другого сайта');
    }
    if (path !== '/aldan') return;
    const own = [{ 'sec-fetch-site': 'same-origin', origin: 'https://a.example' }, { origin: gateway.url }];
    for (const headers of own) expect([headers, (await send(path, fields, headers)).status]).toEqual([headers, 303]);
  },
);

describe('submission', () => {
  it('shows number and code after a redirect, and omits empty fields from the submission', async () => {
    const key = keyIn(await (await fetch(url('/aldan/write'))).text());
    const fields = { key, text: 'Яма\r\nна дороге', name: '', contact: ' a@example.org ', place: 'Мира, 1', ...agreed };
    const answer = await send('/aldan', form({ ...fields, settlement: 'tommot' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/aldan/sent']);
    const page = await sentPage(answer);
    expect(page).toContain('С-7F3K-29');
    expect(page).toContain('0123-4567-89AB-CDEF');
    expect(page).toContain('24 ноября 2026 г. в 12:15');
    expect(page).toMatch(/Ответим не позже 28 декабря 2026 г\..*Сотрудник прочитает сообщение.*не позже 27 ноября/s);
    expect(page).not.toContain('Похоже, вы пишете об опасности');
    expect(submitted).toEqual([
      {
        district: 'aldan',
        key,
        text: 'Яма\nна дороге',
        contact: 'a@example.org',
        place: { settlement: 'tommot', text: 'Мира, 1' },
        consent: '2026-09-01',
        files: [],
      },
    ]);
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Path=\/aldan\/follow; HttpOnly; SameSite=Strict; Max-Age=900$/);
    expect(answer.headers.getSetCookie()[2]).toMatch(/; Path=\/aldan; HttpOnly; SameSite=Strict; Max-Age=900$/);
  });

  it('shows 112 after a text that speaks of danger', async () => {
    const answer = await send('/aldan', form({ key: randomUUID(), text: 'В подъезде пахнет газом', ...agreed }));
    expect(await sentPage(answer)).toContain('Похоже, вы пишете об опасности');
  });

  it('makes no second message of the same content sent from a reloaded form', async () => {
    const fields = { text: 'Яма', photo: new File(['picture'], 'яма.jpg'), ...agreed };
    const first = await send('/aldan', form({ key: randomUUID(), ...fields }));
    const again = await send('/aldan', form({ key: randomUUID(), ...fields }), { cookie: cookies(first) });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/aldan/sent']);
    expect(submitted).toHaveLength(1);
    const other = { ...fields, text: 'Другая яма' };
    await send('/aldan', form({ key: randomUUID(), ...other }), { cookie: cookies(first) });
    expect(submitted).toHaveLength(2);
  });

  it('lets the browser show the same form again after «back»', async () => {
    expect((await fetch(url('/aldan/write'))).headers.get('cache-control')).toBe('private, no-cache');
  });

  it('sends the chosen topic and the answers to its questions apart from the text, and a typed settlement in the place', async () => {
    const answers = { topic: 'dorogi', 'q.dorogi.proezd': 'Да', 'q.voda.x': 'Нет' };
    const where = { settlement: 'other', otherSettlement: 'с. Угоян', place: 'у школы', point: '58.6,125.4' };
    await send('/aldan', form({ key: randomUUID(), text: 'Яма', ...answers, ...where, ...agreed }));
    expect(submitted[0]).toMatchObject({
      text: 'Яма',
      topic: 'dorogi',
      topicAnswers: [{ question: 'proezd', answer: 'Да' }],
      place: { text: 'с. Угоян, у школы', point: { latitude: 58.6, longitude: 125.4 } },
    });
  });

  it('accepts an urlencoded form', async () => {
    expect((await send('/aldan', new URLSearchParams({ key: randomUUID(), text: 'Яма', ...agreed }))).status).toBe(303);
  });

  it('uploads photos, the same photo of the same form once', async () => {
    const key = randomUUID();
    const twice = () => form({ key, text: 'Яма', photo: new File(['picture'], 'яма.jpg'), ...agreed });
    await Promise.all([send('/aldan', twice()), send('/aldan', twice())]);
    expect(uploads.map(String)).toEqual(['picture']);
    expect(uploadedFor).toEqual([key]);
    expect(submitted[0]?.files).toHaveLength(1);
    expect(submitted[1]?.files).toEqual(submitted[0]?.files);
    await send('/aldan', form({ key: randomUUID(), text: 'Яма', photo: new File([], ''), ...agreed }));
    expect(submitted[2]?.files).toEqual([]);
  });

  it.each([
    ['a blank text', { text: '   ' }, 400, 'напишите, что случилось', 'text'],
    ['a contact of no kind', { text: 'Яма', contact: 'нет' }, 400, 'не похоже ни на адрес', 'contact'],
    ['a contact that the API refuses', { text: 'Яма', contact: 'no@where' }, 400, 'не похоже ни на адрес', 'contact'],
    ['too long a text', { text: 'я'.repeat(20_001) }, 400, 'длиннее 20\u00a0000 знаков', 'text'],
    ['a refusal of the domain', { text: 'again' }, 409, 'Файла нет', 'files'],
    [
      'a file of an unknown type',
      { text: 'Яма', files: new File(['not a picture'], 'a.jpg') },
      400,
      'Файл «a.jpg» не подходит',
      'files',
    ],
    [
      'a file of 11 MB',
      { text: 'Яма', files: new File([Buffer.alloc(11 * 1024 * 1024)], 'двор.mov') },
      413,
      'Файл «двор.mov» слишком большой, 11 МБ. Можно не больше 10 МБ',
      'files',
    ],
  ] as const)('shows the form again with its values after %s', async (_, fields, status, words, field) => {
    const key = randomUUID();
    const answer = await send('/aldan', form({ key, name: 'О"Нил & <b>', ...agreed, ...fields }));
    const page = await answer.text();
    expect([answer.status, keyIn(page)]).toEqual([status, key]);
    expect(page).toContain(words);
    expect(page).toContain('value="О&quot;Нил &amp; &lt;b&gt;"');
    expect(page).toContain(`${fields.text}</textarea>`);
    expect(/<(?:input|textarea) id="(\w+)"[^>]*aria-invalid/.exec(page)?.[1]).toBe(field);
    expect(submitted).toEqual([]);
  });

  it('takes for an appeal only what one sends who has signed in', async () => {
    const answer = await send('/aldan', form({ key: randomUUID(), text: 'Яма', kind: 'appeal', ...agreed }));
    expect([answer.status, submitted.length]).toEqual([400, 0]);
    expect(await answer.text()).toContain('<a href="#kind-appeal">Чтобы подать обращение, войдите');
  });

  it('tells all errors at once, each with a link to its field, and that files must be added again', async () => {
    const large = new File([Buffer.alloc(11 * 1024 * 1024)], 'двор-видео.mov');
    const wrong = form({ key: randomUUID(), text: '', contact: 'нет', files: large });
    wrong.append('files', new File(['not a picture'], 'договор.docx'));
    const page = await (await send('/aldan', wrong)).text();
    expect(page).toContain('исправьте 5 мест');
    for (const field of ['text', 'contact', 'files', 'consent']) expect(page).toContain(`<a href="#${field}">`);
    for (const words of ['двор-видео.mov', 'договор.docx', 'Файлы придётся добавить ещё раз'])
      expect(page).toContain(words);
    expect(page).toContain('<title>Ошибка: Напишите нам');
  });

  // Not behind a gateway, which tells the length of a small body, so that four do not exhaust the budget.
  const whereLengthsAreUnknown = webApart ? () => undefined : it;
  whereLengthsAreUnknown(
    'accepts text while the body budget is exhausted, and shows a form with a photo again with status 503',
    async () => {
      const opened = Promise.withResolvers<void>();
      gate = opened.promise;
      const key = randomUUID();
      const filled = (key: string) =>
        form({ key, text: 'Яма', photo: new File(['picture'], 'яма.jpg'), name: 'Айта', ...agreed });
      const taken = Array.from({ length: 4 }, () => sendChunked('/aldan', filled(randomUUID())));
      await eventually(async () => (uploads.length === 4 ? true : undefined));
      gate = undefined;
      const refused = await send('/aldan', filled(key));
      const page = await refused.text();
      expect([refused.status, refused.headers.get('retry-after'), keyIn(page)]).toEqual([503, '5', key]);
      for (const words of ['Сейчас слишком много', 'Яма</textarea>', 'value="Айта"']) expect(page).toContain(words);
      expect((await send('/aldan', form({ key, text: 'Яма', photo: new File([], ''), ...agreed }))).status).toBe(303);
      opened.resolve();
      expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([303, 303, 303, 303]);
      expect((await send('/aldan', filled(randomUUID()))).status).toBe(303);
    },
  );

  it('releases the body budget of an aborted form', async () => {
    const head = '--b\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\n';
    for (let broken = 0; broken < 5; broken += 1) {
      const headers = { 'content-type': 'multipart/form-data; boundary=b' };
      const sent = request(url('/aldan'), { method: 'POST', headers }).on('error', () => undefined);
      sent.write(`${head}one\r\n${head}tw`);
      await eventually(async () => (uploads.length > broken ? true : undefined));
      sent.destroy();
    }
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['with an empty boundary', 'multipart/form-data; boundary=', 'x'],
    [
      'cut off in a field',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="text"\r\n\r\nЯ',
    ],
    ['cut off in a head', 'multipart/form-data; boundary=b', '--b\r\ncontent-dispo'],
    [
      'cut off in a file',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\nabc',
    ],
  ])('refuses a form %s', async (_, type, body) => {
    const answer = await fetch(url('/aldan'), { method: 'POST', headers: { 'content-type': type }, body });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Запрос составлен неверно')]);
    expect(submitted).toEqual([]);
  });

  it('refuses a sixth file, and a body of another content type', async () => {
    const six = form({ key: randomUUID(), text: 'Яма', ...agreed });
    for (let at = 0; at < 6; at += 1) six.append('photo', new File([`p${at}`], `${at}.jpg`));
    const tooMany = await send('/aldan', six);
    const page = await tooMany.text();
    expect(tooMany.status).toBe(400);
    expect(page).toContain('Файлов больше пяти');
    expect(page).toContain('Яма</textarea>');
    const json = await fetch(url('/aldan'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([json.status, json.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(submitted).toEqual([]);
  });

  it('refuses an urlencoded body above the limit before parsing it', async () => {
    const answer = await fetch(url('/aldan'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a&'.repeat(200_000),
    });
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('Не получилось')]);
  });

  it('shows the form with a new key when its key was used for another text', async () => {
    const key = keyIn(await (await fetch(url('/aldan/write'))).text());
    await send('/aldan', form({ key, text: 'Яма на дороге', ...agreed }));
    const answer = await send('/aldan', form({ key, text: 'Яма на дороге у школы', ...agreed }));
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('Сообщение мы уже получили. Теперь текст другой');
    expect(page).toContain('Яма на дороге у школы</textarea>');
    expect(keyIn(page)).toMatch(/^[0-9a-f-]{36}$/);
    const again = await send('/aldan', form({ key: keyIn(page), text: 'Яма на дороге у школы', ...agreed }));
    expect(again.status).toBe(303);
    expect(submitted.map(({ text }) => text)).toEqual(['Яма на дороге', 'Яма на дороге у школы']);
  });
});

describe('follow-up', () => {
  const opened = async () =>
    cookies(await send('/aldan/follow', new URLSearchParams({ number: 'С-7F3K-29', code: '0123-4567' })));
  const follow = async (cookie: string) => (await fetch(url('/aldan/follow'), { headers: { cookie } })).text();

  it('opens by number and code, and shows state, answer and steps with the resident’s text escaped', async () => {
    expect(await (await fetch(url('/aldan/follow'))).text()).toContain('name="code"');
    const cookie = await opened();
    expect(await follow(cookie)).toContain('скоро появится');
    register = appeal;
    const page = await follow(cookie);
    for (const words of ['№ АЛД-С-1/26', 'Ответ дан', 'Сделано.', 'Свет есть', 'Громова', 'ЖКХ', 'Помог ли ответ?']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).toContain('24 ноября, 13:00');
  });

  it('answers a wrong code and a wrong number alike, and keeps the number in the form', async () => {
    const answer = await send('/aldan/follow', new URLSearchParams({ number: '"><i>', code: 'wrong' }));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('Номер или код не подошли');
    expect(page).toContain('value="&quot;&gt;&lt;i&gt;"');
  });

  it('asks for number and code again when the token is invalid or of another district', async () => {
    register = appeal;
    for (const cookie of ['otklik_appeal=a.b.c', `otklik_appeal=${await token(2)}`]) {
      const page = await follow(cookie);
      expect(page).toContain('Прошло 15 минут');
    }
  });

  it('answers 400 for a malformed consistency cookie', async () => {
    register = appeal;
    const answer = await fetch(url('/aldan/follow'), {
      headers: { cookie: `otklik_appeal=${await token()}; otklik_consistent_with=zzz` },
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Метка')]);
  });

  it('accepts one rating', async () => {
    register = appeal;
    const cookie = await opened();
    const rate = () =>
      send('/aldan/follow/rate', new URLSearchParams({ key: randomUUID(), score: '5', comment: 'Спасибо' }), {
        cookie,
      });
    const first = await rate();
    expect([first.status, first.headers.get('location')]).toEqual([303, '/aldan/follow?done=rate']);
    expect(rated).toMatchObject({ score: 5, comment: 'Спасибо' });
    const again = await rate();
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('Вы уже поставили оценку')]);
    register = { ...appeal, rating: 5, allowedActions: [] };
    expect(await follow(cookie)).toContain('Ваша оценка: 5 из 5');
  });

  it('refuses a score that is no number', async () => {
    register = appeal;
    const cookie = await opened();
    const answer = await send('/aldan/follow/rate', new URLSearchParams({ key: randomUUID(), score: 'много' }), {
      cookie,
    });
    expect(answer.status).toBe(400);
    expect(rated).toBeUndefined();
  });

  it('chooses no rating beforehand, and asks for one', async () => {
    register = appeal;
    const cookie = await opened();
    expect(await follow(cookie)).not.toMatch(/<input[^>]* checked/);
    const fields = new URLSearchParams({ key: randomUUID(), comment: 'Вывезли не всё' });
    const answer = await send('/aldan/follow/rate', fields, { cookie });
    const page = await answer.text();
    expect([answer.status, page]).toEqual([400, expect.stringContaining('выберите оценку от 1 до 5')]);
    expect(page).toContain('value="Вывезли не всё"');
  });

  it.each(['supplement', 'withdraw', 'reopen'])(
    'sends %s once, with its key, and goes back to the appeal',
    async (act) => {
      register = appeal;
      const cookie = await opened();
      const page = await (await fetch(url(`/aldan/follow/${act}`), { headers: { cookie } })).text();
      const key = keyIn(page);
      const answer = await send(`/aldan/follow/${act}`, form({ key, text: 'Воды всё ещё нет' }), { cookie });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/aldan/follow?done=${act}`]);
      expect(acts).toEqual([[act, expect.objectContaining({ key })]]);
      const empty = await send(`/aldan/follow/${act}`, form({ key: randomUUID(), text: ' ' }), { cookie });
      expect(empty.status).toBe(act === 'withdraw' ? 303 : 400);
    },
  );

  it('asks for number and code before an act without a session', async () => {
    for (const act of ['supplement', 'withdraw', 'reopen', 'rate']) {
      const answer = await send(`/aldan/follow/${act}`, form({ key: randomUUID(), text: 'x' }));
      expect([act, answer.status]).toEqual([act, 303]);
    }
    expect(acts).toEqual([]);
  });

  it('clears the cookies on leaving', async () => {
    const answer = await send('/aldan/follow/leave', new URLSearchParams(), { cookie: await opened() });
    expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([303, expect.stringContaining('Max-Age=0')]);
  });
});
