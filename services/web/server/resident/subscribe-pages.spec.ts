import { beforeEach, expect, it } from '@jest/globals';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import fastify from 'fastify';
import { Pages, type ResidentPorts } from './page-context.js';
import { subscribeRoutes } from './subscribe-routes.js';

const LINK = 'abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE';
const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: 'г. Алдан',
  hours: 'вторник',
  phones: [],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [{ code: 'tommot', name: 'Томмот', nameSah: null }],
  topics: [{ code: 'waste', name: 'Вывоз мусора', nameSah: null }],
} as unknown as PublicDistrict;

interface Asked {
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly address: string | undefined;
}

let asked: Asked[];
let answers: Readonly<Record<string, unknown>>;
let refusal: { readonly message: string; readonly extensions: object } | undefined;

const ports = {
  contextOf: async () => ({ address: '192.0.2.1' }),
  execute: async ({ query, variables }: { query: string; variables: Record<string, unknown> }, context: object) => {
    const field = /(subscribeToAnswers|confirmSubscription|endSubscription)\(input/.exec(query)?.[1];
    if (field === undefined) return { body: { data: { district } } };
    const { address } = context as { readonly address?: string };
    asked.push({ field, input: variables['input'] as Asked['input'], address });
    return { body: refusal ? { errors: [refusal] } : { data: { [field]: answers[field] } } };
  },
} as unknown as ResidentPorts;

const app = fastify();
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
  done(null, new URLSearchParams(body as string)),
);
subscribeRoutes(app, new Pages(ports, undefined));

beforeEach(() => {
  asked = [];
  refusal = undefined;
  answers = {
    subscribeToAnswers: { hours: 48 },
    confirmSubscription: { confirmed: true, topic: 'Вывоз мусора', settlement: null },
    endSubscription: { ended: true },
  };
});

const get = (url: string) => app.inject({ method: 'GET', url });
const post = (url: string, fields: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

it('confirms and ends by a press alone: what follows the links of a letter changes nothing', async () => {
  for (const act of ['subscribe', 'unsubscribe']) {
    const { statusCode, body } = await get(`/aldan/${act}/${LINK}`);
    expect([statusCode, asked]).toEqual([200, []]);
    expect(body).toContain(`<form action="/aldan/${act}/${LINK}" method="post">`);
  }
  expect((await post(`/aldan/subscribe/${LINK}`)).body).toContain('Пришлём новые ответы: Вывоз мусора.');
  expect((await post(`/aldan/unsubscribe/${LINK}`, { 'List-Unsubscribe': 'One-Click' })).body).toContain('Вы отписаны');
  expect(asked.map(({ field, input }) => [field, input['link']])).toEqual([
    ['confirmSubscription', LINK],
    ['endSubscription', LINK],
  ]);
});

it('ends for any number of readers behind one address, and asks within its limit', async () => {
  await post(`/aldan/unsubscribe/${LINK}`);
  await post('/aldan/subscribe', { email: 'aita@mail.example' });
  expect(asked.map(({ address }) => address)).toEqual([undefined, '192.0.2.1']);
});

it('asks for the topic and the settlement of its page, or for all, and never has the address in an address', async () => {
  const subject = { email: ' aita@mail.example ', topic: 'waste', settlement: '' };
  for (const what of ['this', 'all']) {
    const { statusCode, headers } = await post('/aldan/subscribe', { ...subject, what });
    expect([statusCode, headers.location]).toEqual([303, '/aldan/subscribe?sent']);
  }
  expect(asked.map(({ input: { email, topic, settlement } }) => [email, topic, settlement])).toEqual([
    ['aita@mail.example', 'waste', undefined],
    ['aita@mail.example', undefined, undefined],
  ]);
  expect((await get('/aldan/subscribe?sent')).body).toContain('Проверьте почту');
});

it('shows the form again with what is wrong, the subject kept', async () => {
  const typed = { topic: 'waste', settlement: 'tommot', what: 'this' };
  const missing = await post('/aldan/subscribe', { ...typed, email: 'aita' });
  expect([missing.statusCode, asked]).toEqual([400, []]);
  refusal = { message: 'Не адрес.', extensions: { code: 'CONTACT_MALFORMED', path: 'input.email' } };
  const refused = await post('/aldan/subscribe', { ...typed, email: 'aita@mail' });
  for (const { body } of [missing, refused]) {
    expect(body).toContain('Вывоз мусора, Томмот');
    expect(body).toContain('id="email-e"');
  }
  expect(refused.body).toContain('value="aita@mail"');
  refusal = { message: 'Слишком часто.', extensions: { code: 'RATE_LIMITED' } };
  expect((await post('/aldan/subscribe', { email: 'aita@mail.example' })).statusCode).toBe(429);
});

it('says of a link that is over that it is', async () => {
  answers = {
    confirmSubscription: { confirmed: false, topic: null, settlement: null },
    endSubscription: { ended: false },
  };
  expect((await post(`/aldan/subscribe/${LINK}`)).statusCode).toBe(410);
  expect((await post('/aldan/unsubscribe/%3Cscript%3E')).statusCode).toBe(404);
  expect(asked.at(-1)!.input['link']).toBe('-');
});
