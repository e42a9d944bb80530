import { describe, expect, it } from '@jest/globals';
import { attempts, body, dataOf, dayLater, dueNow, forwarded, install } from './bodies-world.fixture.js';
import { types, until } from './notices-world.fixture.js';

describe('a question that is forwarded to a body that takes requests by Open311', () => {
  it('goes as a request of the service of its topic, whose id is the proof', async () => {
    const { letter } = await forwarded();
    expect(await until(letter, 'NoticeDispatched')).toMatchObject({
      data: { kind: 'COVERING', way: 'OPEN311', proof: body.of(letter)[0]!.id },
    });
    const [{ form, key }] = body.of(letter) as [(typeof body.taken)[number]];
    expect(key).toBe(letter);
    const given = Object.fromEntries(form);
    expect(given).toEqual({
      ...{
        jurisdiction_id: 'city.example',
        api_key: 'the-key',
        service_code: '017',
        address_string: 'Алданский район',
      },
      ...{ description: expect.any(String), 'attribute[letter]': letter, 'attribute[page]': expect.any(String) },
    });
    expect(given['description']).toMatch(/№ АЛД-М-2026-17 от 24.11.2026.*Тема: Дороги/s);
    expect(given['attribute[page]']).toMatch(/^https:\/\/otklik.example\/aldan\/body\/[\w-]{64}$/);
  });

  it('tells nothing of the applicant and no link where the body may publish it', async () => {
    const { letter } = await forwarded();
    await until(letter, 'NoticeDispatched');
    const [{ form }] = body.of(letter) as [(typeof body.taken)[number]];
    const published = form.get('description')!;
    for (const secret of ['Иванов', 'ivan@', 'Почините дорогу', 'http', '/body/'])
      expect(published).not.toContain(secret);
    for (const secret of ['Иванов', 'ivan@', 'Почините дорогу'])
      expect([...form.values()].join()).not.toContain(secret);
  });

  it('goes as the e-mail does, with the link, to a server that is closed', async () => {
    install({ closed: { closed: true } });
    const { letter } = await forwarded('closed');
    await until(letter, 'NoticeDispatched');
    const [{ form }] = body.of(letter) as [(typeof body.taken)[number]];
    expect(form.get('api_key')).toBeNull();
    expect(form.get('description')).toMatch(/https:\/\/otklik.example\/aldan\/body\/[\w-]{64}/);
    expect(form.get('description')).not.toMatch(/Почините дорогу|Иванов/);
  });

  it('is known by its token until the body tells the id', async () => {
    body.fates.push('TOKEN');
    const { letter } = await forwarded();
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({
      proof: expect.stringMatching(/^token [\w-]{36}$/),
    });
  });
});

describe('a request whose outcome is unknown', () => {
  it('is looked for in the list of the body and not sent again', async () => {
    body.fates.push('LOSE');
    const { letter } = await forwarded();
    await attempts(letter, 1);
    expect(await types(letter)).toEqual(['NoticeOpened']);
    await dueNow(letter);
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({ proof: body.of(letter)[0]!.id });
    expect(body.of(letter)).toHaveLength(1);
  });

  it('is sent again where the list tells that it is not there', async () => {
    body.fates.push(502);
    const { letter } = await forwarded();
    await attempts(letter, 1);
    await dueNow(letter);
    await until(letter, 'NoticeDispatched');
    expect(body.of(letter)).toHaveLength(1);
  });

  it('is not sent again where the list tells no texts, and goes by e-mail after a day', async () => {
    body.fates.push('LOSE');
    body.tellsTexts = false;
    const { letter } = await forwarded();
    await attempts(letter, 1);
    await dueNow(letter);
    await attempts(letter, 2);
    expect(await types(letter)).toEqual(['NoticeOpened']);
    await dayLater(letter);
    expect((await until(letter, 'NoticeFailed')).data).toMatchObject({ code: 'OUTCOME_UNKNOWN', next: 'EMAIL' });
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({ way: 'EMAIL' });
    expect(body.of(letter)).toHaveLength(1);
  });

  it('is sent again under the same key where the server takes that once', async () => {
    install({ keyed: { idempotent: true } });
    body.fates.push('LOSE');
    Object.assign(body, { tellsTexts: false, knowsKeys: true });
    const { letter } = await forwarded('keyed');
    await attempts(letter, 1);
    await dueNow(letter);
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({ proof: body.of(letter)[0]!.id });
    expect(body.of(letter)).toHaveLength(1);
  });
});

describe('a request that the body does not take', () => {
  it('goes by e-mail at once', async () => {
    install();
    body.fates.push(400);
    const { letter } = await forwarded();
    expect((await until(letter, 'NoticeFailed')).data).toMatchObject({ way: 'OPEN311', code: '400', next: 'EMAIL' });
    await until(letter, 'NoticeDispatched');
    expect(body.of(letter)).toEqual([]);
  });

  it('waits for an administrator where the key is wrong', async () => {
    body.fates.push(403);
    const { letter } = await forwarded();
    await attempts(letter, 1);
    expect(await types(letter)).toEqual(['NoticeOpened']);
    await dueNow(letter);
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({ way: 'OPEN311' });
  });

  it('goes to no inner address', async () => {
    const asked = body.asked;
    // The operator has not allowed this origin, though the directory holds it.
    install({ inner: { endpoint: body.origin.replace('127.0.0.1', 'localhost') } });
    const { letter } = await forwarded('inner');
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({ way: 'EMAIL' });
    expect([body.of(letter), body.asked]).toEqual([[], asked]);
  });

  it('goes by e-mail where the administrator has switched the body off', async () => {
    install({}, false);
    const { letter } = await forwarded();
    expect(await dataOf(letter, 'NoticeOpened')).toMatchObject([{ way: 'EMAIL', further: ['PAPER'] }]);
  });
});
