import { describe, expect, it } from '@jest/globals';
import {
  askedAgain,
  asking,
  attempts,
  body,
  dataOf,
  dayLater,
  dueNow,
  forwarded,
  health,
  install,
} from './bodies-world.fixture.js';
import { deliver, events, tell, types, until, vault } from '../notice/notices-world.fixture.js';

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
      jurisdiction_id: 'city.example',
      api_key: 'the-key',
      service_code: '017',
      address_string: 'Алданский район',
      description: expect.any(String),
      'attribute[letter]': letter,
      'attribute[page]': expect.any(String),
    });
    expect(given['description']).toMatch(/№ АЛД-М-2026-17 от 24 ноября 2026 г\..*Тема: Дороги/s);
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

  it('tells the point that was marked: exactly to a closed server, to about 1 km where it may be published', async () => {
    install({ closed: { closed: true } });
    const sent = await Promise.all(['roads', 'closed'].map((one) => forwarded(one, '58.60123,125.30456')));
    await Promise.all(sent.map(({ letter }) => until(letter, 'NoticeDispatched')));
    const told = sent.map(({ letter }) => Object.fromEntries(body.of(letter)[0]!.form));
    expect(told.map(({ lat, long }) => [lat, long])).toEqual([
      ['58.6', '125.3'],
      ['58.60123', '125.30456'],
    ]);
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
    // The operator has not allowed this origin, though the directory holds it.
    install({ inner: { endpoint: body.origin.replace('127.0.0.1', 'localhost') } });
    const { letter } = await forwarded('inner');
    expect((await until(letter, 'NoticeDispatched')).data).toMatchObject({ way: 'EMAIL' });
    expect([body.of(letter), [...body.hosts]]).toEqual([[], ['127.0.0.1']]);
  });

  it('goes by e-mail where the administrator has switched the body off', async () => {
    install({}, false);
    const { letter } = await forwarded();
    expect(await dataOf(letter, 'NoticeOpened')).toMatchObject([{ way: 'EMAIL', further: ['PAPER'] }]);
  });
});

describe('what the server of a body tells of a request', () => {
  const reports = (organisation: string, letter: string, count: number) =>
    asking(organisation, async () => {
      const found = await dataOf(letter, 'BodyReported');
      return found.length >= count ? found : undefined;
    });
  const request = (letter: string) => body.of(letter)[0]!;

  it('is recorded once, its words sealed, and again when it changes', async () => {
    install({ asked: {} });
    const { letter, question } = await forwarded('asked');
    await until(letter, 'NoticeDispatched');
    Object.assign(request(letter), { notes: 'Позвоним Иванову' });
    const [first] = await reports('asked', letter, 1);
    const open = { kind: 'COVERING', about: question, status: 'OPEN', number: request(letter).id };
    expect(first).toMatchObject({ ...open, changedAt: '2026-11-24T03:05:00.000Z' });
    const { id } = (await events(letter)).find(({ type }) => type === 'BodyReported')!;
    expect(JSON.stringify(first)).not.toContain('Иванову');
    expect(await vault.open(1, String(first!['notes']), { eventId: id, field: 'notes' })).toBe('Позвоним Иванову');
    await askedAgain('asked');
    expect(await dataOf(letter, 'BodyReported')).toHaveLength(1);
    Object.assign(request(letter), { status: 'closed', notes: 'Заделали', updatedAt: '2026-11-25T03:05:00Z' });
    expect((await reports('asked', letter, 2))[1]).toMatchObject({
      ...open,
      status: 'CLOSED',
      changedAt: '2026-11-25T03:05:00.000Z',
    });
  });

  it('is its id, where it had returned a token alone', async () => {
    install({ token: {} });
    body.fates.push('TOKEN');
    body.tellsIds = false;
    const { letter } = await forwarded('token');
    await until(letter, 'NoticeDispatched');
    await askedAgain('token');
    body.tellsIds = true;
    expect(await reports('token', letter, 1)).toMatchObject([{ status: 'OPEN', number: request(letter).id }]);
  });

  it('is not asked for once the body has answered, or the applicant is erased', async () => {
    install({ ended: {} });
    const [answered, erased] = [await forwarded('ended'), await forwarded('ended')];
    for (const { letter } of [answered, erased]) await until(letter, 'NoticeDispatched');
    await health('ended', ({ followed }) => followed === 2);
    const { appeal, question, letter } = answered;
    const reaction = { letter, reaction: 'ANSWERED', source: 'PAGE', reactedOn: '2026-11-24' };
    await deliver(tell('routing.events', 'BodyReacted', appeal, question, reaction));
    await health('ended', ({ followed }) => followed === 1);
    const data = { person: erased.person, ground: 'REQUEST' };
    await deliver(tell('intake.events', 'PersonErased', erased.appeal, erased.appeal, data));
    await health('ended', ({ followed }) => followed === 0);
  });

  it('is missed where it does not answer or the key is wrong, which an administrator sees', async () => {
    install({ sick: {} });
    const { letter } = await forwarded('sick');
    await until(letter, 'NoticeDispatched');
    expect(await health('sick', ({ followed }) => followed === 1)).toMatchObject({
      isOpen: true,
      hasKey: false,
      problem: null,
    });
    body.isDown = true;
    await health('sick', ({ problem, problemSince }) => problem === 'UNREACHABLE' && problemSince !== null);
    body.isDown = false;
    await health('sick', ({ problem }) => problem === null);
    body.fates.push(403);
    const refused = await forwarded('sick');
    await health('sick', ({ problem, waiting }) => problem === 'TOKEN' && waiting === 1);
    await attempts(refused.letter, 1);
    await dueNow(refused.letter);
    await until(refused.letter, 'NoticeDispatched');
    expect(await health('sick', ({ problem }) => problem === null)).toMatchObject({ waiting: 0, followed: 2 });
  });
});

describe('what a body writes in updates of a request', () => {
  const hour = 3_600_000;
  /** Hours after the request was taken, about. */
  const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  const write = (letter: string, id: string, text: string, hours: number, status = 'investigating') =>
    body.updates.push({ id, request: body.of(letter)[0]!.id, status, text, at: at(hours) });
  const told = (letter: string) => dataOf(letter, 'BodyReported');
  const polled = (organisation: string) => {
    const before = body.askedForUpdates;
    // The second poll begins when the first has recorded what it read.
    return asking(organisation, async () => (body.askedForUpdates > before + 4 ? true : undefined));
  };
  const written = (organisation: string, letter: string, count: number) =>
    asking(organisation, async () => ((await told(letter)).length >= count ? told(letter) : undefined));
  async function sent(organisation: string, more: object = {}): Promise<string> {
    install({ [organisation]: { updates: true, ...more } });
    const { letter } = await forwarded(organisation);
    await until(letter, 'NoticeDispatched');
    return letter;
  }

  it('is in the case once each, however often the feed is read', async () => {
    const letter = await sent('feed');
    write(letter, 'u1', 'Выехали посмотреть', -2);
    write(letter, 'u2', 'Заделали', -1, 'fixed - council');
    Object.assign(body.of(letter)[0]!, { status: 'closed', notes: 'Заделали', updatedAt: at(-1) });
    expect(await written('feed', letter, 2)).toMatchObject([
      { update: 'u1', status: 'OPEN', changedAt: body.updates[0]!.at },
      { update: 'u2', status: 'CLOSED', changedAt: body.updates[1]!.at },
    ]);
    await polled('feed');
    expect((await told(letter)).map(({ update }) => update)).toEqual(['u1', 'u2']);
    const [{ id, data }] = (await events(letter)).filter(({ type }) => type === 'BodyReported') as unknown as [
      { readonly id: string; readonly data: { readonly notes: string } },
    ];
    expect(await vault.open(1, data.notes, { eventId: id, field: 'notes' })).toBe('Выехали посмотреть');
  });

  it('is not lost where it is reported late, and changes nothing that was reported of a later moment', async () => {
    const letter = await sent('late');
    write(letter, 'u1', 'Сделано', -1, 'closed');
    Object.assign(body.of(letter)[0]!, { status: 'closed', updatedAt: at(-1) });
    await written('late', letter, 1);
    write(letter, 'u2', 'Бригада в пути', -5, 'in_progress');
    expect((await written('late', letter, 2))[1]).toMatchObject({ update: 'u2', status: 'CLOSED' });
    await polled('late');
    expect(await told(letter)).toHaveLength(2);
  });

  it('is not lost where the server tells a part of it at once', async () => {
    const letter = await sent('part');
    body.updatesAtOnce = 3;
    for (let count = 1; count <= 8; count += 1) write(letter, `u${count}`, `Шаг ${count}`, -count);
    const all = await written('part', letter, 8);
    expect(all.map(({ update }) => update)).toEqual(['u8', 'u7', 'u6', 'u5', 'u4', 'u3', 'u2', 'u1']);
  });

  it('waits where the feed cannot be read, and is passed over where the request is not ours', async () => {
    const letter = await sent('broken');
    body.isFeedDown = true;
    body.updates.push({ id: 'x', request: 'of-another', status: 'open', text: 'Чужое', at: at(-1) });
    write(letter, 'u1', 'Приняли', -1, '');
    await health('broken', ({ problem }) => problem === 'UNREACHABLE');
    expect(await told(letter)).toEqual([]);
    body.isFeedDown = false;
    expect(await written('broken', letter, 1)).toMatchObject([{ update: 'u1', status: 'OPEN' }]);
    await polled('broken');
    expect((await told(letter)).map(({ update }) => update)).toEqual(['u1']);
  });
});
