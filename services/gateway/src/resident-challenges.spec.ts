import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BadInput, signResidentToken } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { APPEAL } from './testing/answered-appeal.js';
import { district } from './testing/public-district.js';
import { smallGateway, type SmallGateway } from './testing/small-gateway.js';

const token = async () =>
  (
    await signResidentToken(
      Buffer.alloc(32, 7),
      { district: 1, appeal: APPEAL, person: APPEAL },
      new Date().toISOString(),
    )
  ).token;

const tompo = { code: 'tompo', name: 'Томпонский район' };

@Resolver()
class Stub {
  static received = 0;
  static told: string[] = [];

  @Query('district')
  district(): unknown {
    return district;
  }

  @Mutation('openAppeal')
  async open(@Args('code') code: string): Promise<unknown> {
    if (code === 'of-tompo')
      throw new Fault('OTHER_DISTRICT', 'number', { district: tompo.name }, undefined, { district: tompo });
    if (code !== 'right') throw new BadInput('CODE_WRONG', 'code');
    return { __typename: 'OpenedAppeal', token: await token(), expiresAt: '2026-11-24T03:30:20.000Z' };
  }

  @Query('bodyLetter')
  bodyLetter(): unknown {
    const dated = { registeredOn: '2026-11-20', sentAt: '2026-11-21T03:00:00.000Z' };
    const contents = { text: 'Сосед шумит.', asked: null, topicAnswers: [], applicant: null, reachedAt: null };
    return { task: 'FORWARDED', body: 'Отдел МВД', number: 'О-1', ...dated, reactions: [], contents };
  }

  @Mutation('reactAsBody')
  reactAsBody(@Args('input') { text }: { readonly text: string }): unknown {
    Stub.told.push(text);
    return { __typename: 'BodyReactionRecorded', consistencyToken: 'a1' };
  }

  @Mutation('submitAppeal')
  async submit(): Promise<unknown> {
    Stub.received += 1;
    return {
      __typename: 'Receipt',
      id: APPEAL,
      appeal: APPEAL,
      version: 1,
      number: 'С-7F3K-29',
      followUpCode: 'x',
      receivedAt: '2026-11-24T03:15:20.000Z',
      consistencyToken: 'a1',
      token: await token(),
    };
  }
}

@Module({ providers: [Stub] })
class StubModule {}

describe.each([
  ['the gateway', false],
  ['a web process', true],
])('beyond the limit of an address, the pages of %s', (_, webApart) => {
  let gateway: SmallGateway;
  let elsewhere: { readonly status: number; readonly page: string };
  beforeAll(async () => {
    Stub.received = 0;
    Stub.told = [];
    const services = [{ module: { module: StubModule } }];
    gateway = await smallGateway({ OTKLIK_LIMIT_ADDRESS: '10' }, { services, webApart });
    elsewhere = await send('/follow', { number: 'ТОМ-С-2026-17', code: 'of-tompo' });
    for (let used = 1; used < 10; used += 1) await send('/follow', { number: '1', code: 'right' });
  });
  afterAll(() => gateway.application.close());

  const send = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${gateway.url}/aldan${path}`, { method: 'POST', body, redirect: 'manual' });
    return { status: answer.status, page: await answer.text() };
  };
  const summed = (page: string): Record<string, string> => {
    const [, challenge] = /name="challenge" value="([^"]+)"/.exec(page)!;
    const [, one, other] = /Сколько будет (\d) \+ (\d)\?/.exec(page)!;
    return { challenge: challenge!, sum: String(Number(one) + Number(other)) };
  };

  /** As the page's script does it. */
  const worked = (page: string): Record<string, string> => {
    const { challenge } = summed(page);
    const bits = Number(/data-bits="(\d+)"/.exec(page)![1]);
    const isWork = (n: number) =>
      Math.clz32(createHash('sha256').update(`${challenge}.${n}`).digest().readUInt32BE(0)) >= bits;
    let work = 0;
    while (!isWork(work)) work += 1;
    return { challenge: challenge!, work: String(work) };
  };

  it('lead to the district where number and code are right, without them in the address', () => {
    expect(elsewhere).toMatchObject({ status: 400, page: expect.stringContaining('другой район: Томпонский район') });
    expect(elsewhere.page).toMatch(/<a href="\/tompo\/follow">[^<]*Томпонский район<\/a>/);
  });

  it('ask a sum without script, keep what was typed, and take the answer once', async () => {
    const typed = { number: 'С-7F3K-29', code: 'right' };
    const asked = await send('/follow', typed);
    expect([asked.status, asked.page]).toEqual([
      429,
      expect.stringContaining('Если ниже виден пример, сначала решите его.'),
    ]);
    expect(asked.page).toContain('value="С-7F3K-29"');
    const wrong = await send('/follow', { ...typed, ...summed(asked.page), sum: '99' });
    expect(wrong.status).toBe(429);
    expect((await send('/follow', { ...typed, ...summed(wrong.page) })).status).toBe(303);
    expect((await send('/follow', { ...typed, ...summed(wrong.page) })).status).toBe(429);
  });

  it('take the work of the script for what a resident sends', async () => {
    const typed = { key: randomUUID(), text: 'На улице Лесной темно.', consent: '2026-09-01' };
    const asked = await send('', typed);
    expect([asked.status, asked.page]).toEqual([429, expect.stringContaining('На улице Лесной темно.')]);
    expect((await send('', { ...typed, ...worked(asked.page) })).status).toBe(303);
    expect(Stub.received).toBe(1);
  });

  it('ask on the page of a body, keep what it typed, and take the answer of its script or the sum', async () => {
    const page = `/body/${'A'.repeat(64)}`;
    const typed = { act: 'react', key: randomUUID(), reaction: 'REFUSED', reactedOn: '2026-11-22', text: 'Не к нам.' };
    for (const answered of [summed, worked]) {
      const asked = await send(page, typed);
      expect([asked.status, asked.page]).toEqual([429, expect.stringContaining('Не к нам.')]);
      expect((await send(page, { ...typed, ...answered(asked.page) })).status).toBe(303);
    }
    expect(Stub.told).toEqual(['Не к нам.', 'Не к нам.']);
  });

  it('ask on the page of a lost code and of its link as well', async () => {
    for (const [path, fields] of [
      ['/lost', { number: 'С-7F3K-29', email: 'aita@example.org' }],
      ['/lost/abcdefghijkl', {}],
    ] as const)
      expect(Object.keys(summed((await send(path, fields)).page))).toEqual(['challenge', 'sum']);
  });
});
