import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { JoinOwnMessageInput, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import { signResidentToken } from '@otklik/host';
import { Unavailable } from '@otklik/kernel';
import { APPEAL } from './testing/answered-appeal.js';
import { district } from './testing/public-district.js';
import { smallGateway, type SmallGateway } from './testing/small-gateway.js';

const answer = {
  id: randomUUID(),
  title: 'Холодно в квартире',
  matter: 'Холодно.',
  text: 'Стояк отрегулирован.',
  month: '2026-11',
  result: 'MEASURES_TAKEN',
  helped: 0,
  notHelped: 0,
};
const change = { __typename: 'Change', id: APPEAL, appeal: APPEAL, version: 2, consistencyToken: 'a2' };

@Resolver()
class Stub {
  static near: readonly (typeof answer)[] = [];
  static readonly submitted = new Set<string>();
  static readonly joins: string[] = [];
  /** So many answers to joinings are lost. */
  static lost = 0;

  @Query('district')
  district(): unknown {
    return district;
  }

  @Query('nearestAnswers')
  nearest(): unknown {
    return Stub.near;
  }

  @Mutation('submitAppeal')
  async submit(@Args('input') { key, text }: SubmitAppealInput): Promise<unknown> {
    Stub.submitted.add(`${key} ${text}`);
    const claims = { district: 1, appeal: APPEAL, person: APPEAL };
    const { token } = await signResidentToken(Buffer.alloc(32, 7), claims, new Date().toISOString());
    const receivedAt = '2026-11-24T03:15:20.000Z';
    const receipt = { number: 'С-7F3K-29', followUpCode: 'x', receivedAt, token };
    return { ...change, ...receipt, __typename: 'Receipt', version: 1 };
  }

  @Mutation('joinOwnMessage')
  join(@Args('input') { key, issue }: JoinOwnMessageInput): unknown {
    Stub.joins.push(`${key} ${issue}`);
    if (Stub.lost === 0) return change;
    Stub.lost -= 1;
    throw new Unavailable('intake');
  }
}

@Module({ providers: [Stub] })
class StubModule {}

describe.each([
  ['the gateway', false],
  ['a web process', true],
])('before one sends, by the pages of %s', (_, webApart) => {
  let gateway: SmallGateway;
  beforeAll(async () => {
    gateway = await smallGateway({}, { services: [{ module: { module: StubModule } }], webApart });
  });
  afterAll(() => gateway.application.close());
  beforeEach(() => {
    Stub.near = [];
    Stub.submitted.clear();
    Stub.joins.length = 0;
    Stub.lost = 0;
  });

  const cookies = (sent: Response) =>
    sent.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  const send = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams({ consent: '2026-09-01', ...fields });
    return fetch(`${gateway.url}/aldan`, { method: 'POST', body, headers, redirect: 'manual' });
  };
  const receiptOf = async (sent: Response) =>
    (await fetch(`${gateway.url}/aldan/sent`, { headers: { cookie: cookies(sent) } })).text();
  const JOINED = 'Мы об этом уже знаем';

  it('what is near is shown unless it was seen, and nothing is sent before that', async () => {
    Stub.near = [answer];
    const fields = { key: randomUUID(), text: 'Холодно в квартире' };
    const shown = await send({ ...fields, seen: '' });
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('Перед отправкой')]);
    expect(Stub.submitted.size).toBe(0);
    expect((await send({ ...fields, seen: '1' })).status).toBe(303);
    expect(Stub.submitted.size).toBe(1);
  });

  it('a form has nothing seen by itself; its receipt says by which key a draft is done', async () => {
    const page = await (await fetch(`${gateway.url}/aldan/write`)).text();
    expect(page).toContain('name="seen" value=""');
    const key = randomUUID();
    expect(await receiptOf(await send({ key, text: 'Яма' }))).toContain(`data-key="${key}"`);
  });

  it('the receipt of a message says that it is joined, also where the answer to that was lost', async () => {
    const fields = { key: randomUUID(), text: 'Нет воды', seen: '1', same: randomUUID() };
    Stub.lost = 1;
    const first = await send(fields);
    expect(await receiptOf(first)).toContain(JOINED);
    await send(fields, { cookie: cookies(first) });
    expect(Stub.joins).toEqual(Array(2).fill(Stub.joins[0]));
  });

  it('the same form sent again is asked for once more where no answer came at all', async () => {
    const fields = { key: randomUUID(), text: 'Нет воды', seen: '1', same: randomUUID() };
    Stub.lost = 2;
    const lost = await send(fields);
    expect(await receiptOf(lost)).not.toContain(JOINED);
    // A form that was loaded again is no second message.
    await send({ ...fields, key: randomUUID() }, { cookie: cookies(lost) });
    expect(Stub.joins).toHaveLength(2);
    expect(await receiptOf(await send(fields, { cookie: cookies(lost) }))).toContain(JOINED);
    expect(new Set(Stub.joins).size).toBe(1);
    expect(Stub.submitted.size).toBe(1);
  });
});
