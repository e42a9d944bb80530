import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import { randomUUID } from 'node:crypto';
import { keyOf, Open311World, type Answered, type Params } from './open311-world.fixture.js';

let on: Open311World;
beforeAll(async () => {
  on = await Open311World.start();
});
afterAll(() => on.stop());

/** Read by a parser that is not ours; it throws where the document is not well-formed. */
function xmlOf({ body }: Answered) {
  const stop = (_: unknown, message: string): never => {
    throw new Error(message);
  };
  return new DOMParser({ onError: stop }).parseFromString(body, 'text/xml').documentElement!;
}

const textsIn = (answer: Answered, name: string) =>
  [...xmlOf(answer).getElementsByTagName(name)].map(({ textContent }) => textContent);
const json = ({ body }: Answered) => JSON.parse(body) as Record<string, unknown>[];

const textOf = async (appeal: string, field = 'text') => {
  const district = 1;
  const [{ data, id }] = (await on.world.store.read(district, appeal)) as unknown as [
    { readonly id: string; readonly data: Record<string, string> },
  ];
  return (await on.world.vault.open(district, data[field]!, { eventId: id, field }))!;
};
const received = async (appeal: string, district = 1) => (await on.world.store.read(district, appeal))[0]!;
const decide = async (appeal: string, name: 'takeUpMessage' | 'markAsSpam' | 'registerAppeal', more: object = {}) => {
  const version = (await on.world.store.read(1, appeal)).length;
  const role = name === 'registerAppeal' ? 'REGISTRAR' : 'MODERATOR';
  const input = { id: appeal, key: randomUUID(), expectedVersion: version, district: 'aldan', ...more };
  const result = await on.world.moderation[name](input, on.world.as(role));
  expect(result).toMatchObject({ __typename: 'Change' });
  await on.deliver(appeal);
};

describe('the services of a district', () => {
  it('are its topics, in JSON and in XML', async () => {
    const services = await on.get('services.json');
    expect([services.status, services.type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(json(services)).toEqual([
      expect.objectContaining({
        service_code: 'dorogi',
        service_name: 'Дороги & тротуары',
        metadata: true,
        type: 'realtime',
        group: 'ЖКХ',
      }),
      expect.objectContaining({ service_code: 'drugoe', group: '' }),
    ]);
    const xml = await on.get('services.xml');
    expect(xml.type).toBe('text/xml; charset=utf-8');
    expect(xmlOf(xml).tagName).toBe('services');
    expect(textsIn(xml, 'service_name')).toEqual(['Дороги & тротуары', 'Другое']);
  });

  it('say what they ask beside the text', async () => {
    const definition = JSON.parse((await on.get('services/dorogi.json')).body) as {
      attributes: { code: string; datatype: string; order: number; values?: { key: string }[] }[];
    };
    expect(definition.attributes.map(({ code, datatype, order }) => [code, datatype, order])).toEqual([
      ...[['proezd', 'singlevaluelist', 1] as const, ['glubina', 'string', 2] as const],
      ...[['settlement', 'singlevaluelist', 3] as const, ['publish', 'singlevaluelist', 4] as const],
      ['consent', 'singlevaluelist', 5],
    ]);
    expect(definition.attributes[0]!.values!.map(({ key }) => key)).toEqual(['Да', 'Нет']);
    expect(textsIn(await on.get('services/dorogi.xml'), 'code')).toContain('glubina');
    expect((await on.get('services/nothing.json')).status).toBe(404);
  });

  it('are found by discovery', async () => {
    const discovery = JSON.parse((await on.get('discovery.json')).body) as { endpoints: object[] };
    expect(discovery.endpoints).toEqual([
      expect.objectContaining({ url: 'https://otklik.example/open311/v2', formats: ['application/json', 'text/xml'] }),
    ]);
    expect(textsIn(await on.get('discovery.xml'), 'format')).toEqual(['application/json', 'text/xml']);
  });
});

describe('a request that is posted', () => {
  it('is a message as any other, with what its sender gave sealed', async () => {
    const answer = await on.post('requests.xml', {
      service_code: 'dorogi',
      description: 'Яма у школы <№ 4>',
      lat: '58.6041',
      long: '125.3889',
      email: 'aita@example.org',
      phone: '+7 914 000-00-00',
      first_name: 'Айта',
      last_name: 'Иванова',
      address_string: 'Лесная, 4',
      'attribute[proezd]': 'Да',
      'attribute[glubina]': '40 см',
      'attribute[settlement]': 'ALDAN',
      media_url: 'https://fix.example/1.jpg',
      'attribute[easting]': '1',
    });
    expect(answer.status).toBe(200);
    const [id] = textsIn(answer, 'service_request_id') as [string];
    expect(textsIn(answer, 'service_notice')[0]).toMatch(/номер квитанции .*https:\/\/otklik\.example\/aldan\/lost/);
    const fact = await received(id);
    expect(fact.data).toMatchObject({
      channel: 'OPEN311',
      regime: 'SOCIAL_MESSAGE',
      identified: false,
      contactKind: 'EMAIL',
      settlement: 'ALDAN',
      open311: { account: on.world.district('aldan').accounts[0]!.id, service: 'dorogi' },
    });
    // The service's own questions are no words of the sender's.
    expect(await textOf(id)).toBe('Яма у школы <№ 4>\n\nСнимок на другом сайте: https://fix.example/1.jpg');
    expect(JSON.parse(await textOf(id, 'topicAnswers'))).toEqual([
      { question: 'Мешает проезду?', answer: 'Да' },
      { question: 'Какая глубина?', answer: '40 см' },
    ]);
    expect(fact.data).toMatchObject({ topic: 'dorogi' });
    for (const secret of ['40 см', 'aita@', 'Айта', 'Лесная', '58.60', 'Яма'])
      expect(JSON.stringify(fact.data)).not.toContain(secret);
  });

  it('can be asked for at once, before any consumer has seen it, and by its token', async () => {
    const id = await on.posted();
    expect(await on.request(id)).toMatchObject({ service_request_id: id, status: 'open', service_code: 'dorogi' });
    expect(json(await on.get(`tokens/${id}.json`))).toEqual([{ token: id, service_request_id: id }]);
  });

  it('tells its day, not its hour, with the district’s offset', async () => {
    const { requested_datetime: at, updated_datetime: updated } = await on.request(await on.posted());
    const day = `${new Date(Date.parse(on.world.at()) + 9 * 3_600_000).toISOString().slice(0, 10)}T00:00:00+09:00`;
    expect([at, updated]).toEqual([day, day]);
  });

  it('is one request when it is sent again within ten minutes and 50 m, also at once', async () => {
    const words = { description: `Яма ${randomUUID()}`, device_id: 'phone-1', long: '125.3889' };
    const ids = await Promise.all(Array.from({ length: 12 }, () => on.posted({ ...words, lat: '58.60410' })));
    const near = await on.posted({ ...words, lat: '58.60445' });
    expect(new Set([...ids, near]).size).toBe(1);
    const others = [
      await on.posted({ ...words, lat: '58.6050' }),
      await on.posted({ ...words, lat: '58.60410', device_id: 'phone-2' }),
      await on.posted({ ...words, lat: '58.60410', description: 'Другая' }),
      await on.posted({ ...words, lat: '58.60410', service_code: 'drugoe' }),
    ];
    on.world.pass(11 * 60_000);
    others.push(await on.posted({ ...words, lat: '58.60410' }));
    expect(new Set([near, ...others]).size).toBe(6);
  });

  it('is one request by the client’s own key for ever, which no other content takes', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await on.posted({ description: 'Снег' }, key);
    on.world.pass(24 * 3_600_000);
    expect(await on.posted({ description: 'Снег' }, key)).toBe(first);
    const other = await on.post('requests.json', { service_code: 'dorogi', description: 'Лёд' }, key);
    expect([other.status, json(other)[0]!['code']]).toEqual([409, 409]);
  });

  it.each<[string, Params, number, string]>([
    ['no service', { service_code: '' }, 400, 'service_code: '],
    ['an unknown service', { service_code: 'rockets' }, 400, 'service_code: '],
    ['no text', { description: ' ' }, 400, 'description: '],
    ['a text of 4,001 letters', { description: 'я'.repeat(4_001) }, 400, 'description: '],
    ['half a point', { lat: '58.6' }, 400, 'long: '],
    ['no number for a point', { lat: 'north', long: '1' }, 400, 'lat: '],
    ['a point beyond the earth', { lat: '91', long: '1' }, 400, 'lat: '],
    ['an id of an address alone', { address_id: '7' }, 400, 'address_id: '],
    ['no e-mail', { email: '+7 914 000-00-00' }, 400, 'email: '],
    ['no telephone', { phone: 'later' }, 400, 'phone: '],
    ['an answer that is none of the values', { 'attribute[proezd]': 'Иногда' }, 400, 'attribute[proezd]: '],
    ['a settlement of elsewhere', { 'attribute[settlement]': 'PARIS' }, 400, 'attribute[settlement]: '],
    ['consent to another text', { 'attribute[consent]': '1999-01-01' }, 400, 'attribute[consent]: '],
    ['a picture of no site', { media_url: 'file:///etc/passwd' }, 400, 'media_url: '],
    ['a value given twice', { email: ['a@example.org', 'b@example.org'] }, 400, 'email: '],
    ['no key', { api_key: '' }, 403, ''],
    ['a wrong key', { api_key: 'key-of-nobody' }, 403, ''],
    ['a key that was switched off', { api_key: 'key-of-aldan-off' }, 403, ''],
    ['the secret of an account in a network', { api_key: 'key-of-aldan-vk' }, 403, ''],
    ['the key of another district', { api_key: keyOf('tompo') }, 403, ''],
    ['another district', { jurisdiction_id: 'tompo' }, 403, ''],
    ['no district', { jurisdiction_id: '' }, 400, 'jurisdiction_id: '],
    ['an unknown district', { jurisdiction_id: 'paris' }, 404, ''],
  ])('is refused with %s, in the form of the standard', async (_, params, status, start) => {
    const before = (await on.world.rows('event')).length;
    const answer = await on.post('requests.json', { service_code: 'dorogi', description: 'Яма', ...params });
    expect([answer.status, json(answer)]).toEqual([status, [{ code: status, description: expect.any(String) }]]);
    expect(json(answer)[0]!['description']).toMatch(/[а-яё]/i);
    expect(String(json(answer)[0]!['description']).startsWith(start)).toBe(true);
    const xml = await on.post('requests.xml', { service_code: 'dorogi', description: 'Яма', ...params });
    expect([xml.status, xmlOf(xml).tagName, textsIn(xml, 'code')]).toEqual([status, 'errors', [String(status)]]);
    expect((await on.world.rows('event')).length).toBe(before);
  });
});

describe('what is published of a request', () => {
  it('follows the case from its arrival to its end', async () => {
    const id = await on.posted();
    await on.deliver(id);
    expect(await on.request(id)).toMatchObject({ status: 'open', status_notes: 'Принято, ждёт решения модератора' });
    await decide(id, 'takeUpMessage');
    await decide(id, 'registerAppeal');
    const question = randomUUID();
    await on.world.deliverRouting(id, { type: 'QuestionOpened', question, version: 1, data: {} });
    const department = 'housing';
    const routed = { topic: 'drugoe', department };
    await on.world.deliverRouting(id, { type: 'QuestionRouted', question, version: 2, data: routed });
    const term = { dueOn: '2026-12-24', duty: 'ANSWER' };
    await on.world.deliverRouting(id, { type: 'DeadlineSet', question, version: 3, data: term });
    expect(await on.request(id)).toMatchObject({
      status: 'open',
      service_code: 'dorogi',
      agency_responsible: 'Жильё',
      status_notes: expect.stringMatching(/^Зарегистрировано под номером АЛД-С-2026-\d+/),
      expected_datetime: '2026-12-24T23:59:00+09:00',
    });
    const corrected = { topic: 'otoplenie', formerTopic: 'dorogi', reason: undefined };
    await on.world.deliverRouting(id, { type: 'TopicCorrected', question, version: 4, data: corrected });
    expect(await on.request(id)).toMatchObject({ service_code: 'otoplenie', status: 'open' });
    await on.world.deliverRouting(id, { type: 'QuestionAnswered', question, version: 5, data: {} });
    await on.deliver(id);
    expect(await on.request(id)).toMatchObject({ status: 'closed' });
    const updates = json(await on.get('servicerequestupdates.json')).filter((one) => one['service_request_id'] === id);
    expect(updates.map(({ status }) => status)).toEqual(['investigating', 'in_progress', 'closed']);
    expect(new Set(updates.map(({ update_id }) => update_id)).size).toBe(3);
    expect(textsIn(await on.get('servicerequestupdates.xml'), 'status')).toContain('investigating');
  });

  it('has the term of a question that was received before it; of what may not be published nothing is kept', async () => {
    const id = await on.posted({ description: 'Провал у школы' });
    const other = { key: randomUUID(), text: 'Письмо', district: 'aldan' };
    const { id: untold } = (await on.world.submission.submitAppeal(other, on.world.anyone())) as { id: string };
    for (const appeal of [id, untold]) {
      const question = randomUUID();
      const term = { dueOn: '2026-12-24', duty: 'ANSWER', rule: 'ANS', reason: undefined };
      await on.world.deliverRouting(appeal, { type: 'QuestionOpened', question, version: 1, data: {} });
      await on.world.deliverRouting(appeal, { type: 'DeadlineSet', question, version: 2, data: term });
      await on.deliver(appeal);
    }
    expect(await on.request(id)).toMatchObject({ expected_datetime: '2026-12-24T23:59:00+09:00' });
    const kept = (await on.world.rows('open311_request')) as readonly { readonly appeal: string }[];
    expect(kept.filter(({ appeal }) => [id, untold].includes(appeal))).toMatchObject([{ appeal: id }]);
  });

  it('names the published answer while all may read it, and only where its author agreed to that and to the request', async () => {
    const publication = randomUUID();
    const told = async (id: string) => (await on.request(id))['service_notice'];
    const notices: unknown[] = [];
    let position = 1_000_000;
    for (const [agreed, ground] of [
      ['yes', 'CONSENT'],
      ['yes', 'CIRCLE'],
      [undefined, 'CONSENT'],
    ] as const) {
      const id = await on.posted({
        description: `Яма: ${agreed} ${ground}`,
        ...(agreed && { 'attribute[publish]': agreed }),
      });
      await on.deliver(id);
      const question = randomUUID();
      const texts = { title: undefined, matter: undefined, text: undefined };
      const deliver = (type: string, version: number, data: object) => {
        position += 1;
        return on.world.deliverRouting(id, {
          type,
          question,
          version,
          position,
          data: { question, publication, ...data },
        });
      };
      await deliver('PublicationProposed', 1, { ground, ...texts });
      const proposed = await told(id);
      await deliver('AnswerPublished', 2, {});
      const live = await told(id);
      await deliver('AnswerUnpublished', 3, { why: 'TAKEN_BACK', reason: undefined });
      notices.push([proposed, live, await told(id)]);
    }
    const address = `https://otklik.example/aldan/answers/${publication}`;
    expect(notices).toEqual([
      [null, `Ответ опубликован: ${address}`, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('holds nothing of its sender, nor its text or place without consent to publication', async () => {
    const id = await on.posted({
      description: 'Канарейка под снегом',
      email: 'bird@example.org',
      phone: '+79140000001',
      first_name: 'Птаха',
      address_string: 'Птичья, 1',
      lat: '58.61234',
      long: '125.41234',
    });
    await on.deliver(id);
    await decide(id, 'takeUpMessage');
    for (const path of [`requests/${id}`, 'requests', 'servicerequestupdates', `tokens/${id}`])
      for (const format of ['json', 'xml']) {
        const { body } = await on.get(`${path}.${format}`);
        expect(body).toContain(id);
        expect(body).not.toMatch(/Канарейка|bird|9140000001|Птаха|Птичья|58\.61|125\.41/);
      }
  });

  it('holds settlement and a coarse point with consent to publication, once an official took it up', async () => {
    const id = await on.posted({
      description: 'Яма у рынка',
      lat: '58.61234',
      long: '125.41234',
      email: 'open@example.org',
      'attribute[publish]': 'yes',
      first_name: 'Открытый',
      address_string: 'Рыночная, 1',
      'attribute[settlement]': 'ALDAN',
    });
    await on.deliver(id);
    expect(await on.request(id)).toMatchObject({ description: null, address: null, lat: null });
    await decide(id, 'takeUpMessage');
    expect(await on.request(id)).toMatchObject({ description: null, address: 'Алдан', lat: 58.61, long: 125.41 });
    const withdrawal = { id, key: randomUUID(), expectedVersion: 2, district: 'aldan', reason: 'заявление от 24.11' };
    const recorded = await on.world.hold.recordConsentWithdrawal(withdrawal, on.world.as('REGISTRAR'));
    expect(recorded).toMatchObject({ __typename: 'Change' });
    await on.deliver(id);
    expect(await on.request(id)).toMatchObject({ address: null, lat: null });
    await on.world.operations.erase({
      district: 1,
      subject: id,
      actor: { kind: 'system', id: 'operator' },
      ground: 'REQUESTED',
    });
    await on.deliver(id);
    expect((await on.get(`requests/${id}.json`)).status).toBe(404);
  });

  it('holds no word of the text by any way of asking, though its sender agreed to publication', async () => {
    const text =
      'Меня, Кузакову Айталину Фоминичну с Быкова, 5, квартира 12, чуть не сбила машина; я инвалид второй группы';
    const id = await on.posted({
      description: text,
      'attribute[publish]': 'yes',
      'attribute[proezd]': 'Нет',
      email: 'aita@example.org',
      address_string: 'Быкова, 5',
      media_url: 'https://fix.example/dom-5.jpg',
    });
    const spam = await on.posted({ description: 'Купите слона', 'attribute[publish]': 'yes' });
    for (const one of [id, spam]) await on.deliver(one);
    await decide(spam, 'markAsSpam', { kind: 'ADVERTISING' });
    await decide(id, 'takeUpMessage');
    await decide(id, 'registerAppeal');
    expect(await on.request(id)).toMatchObject({ status: 'open', service_name: expect.any(String), description: null });
    const ways = [`requests/${id}`, 'requests', 'servicerequestupdates', `tokens/${id}`];
    const bodies = ways.flatMap((path) =>
      ['json', 'xml'].map(async (format) => (await on.get(`${path}.${format}`)).body),
    );
    const words = [...new Set(`${text} Купите слона aita fix.example dom-5`.match(/[\p{L}-]{4,}/gu))];
    for (const body of await Promise.all(bodies)) expect(words.filter((word) => body.includes(word))).toEqual([]);
    const kept = (await on.world.rows('open311_request')) as readonly { readonly text: string | null }[];
    expect(kept.filter((row) => row.text !== null)).toEqual([]);
  });

  it('gets requests of its own district alone, and none that came by another way without consent', async () => {
    const id = await on.posted();
    await on.deliver(id);
    expect((await on.get(`requests/${id}.json`, { jurisdiction_id: 'tompo' })).status).toBe(404);
    expect((await on.get(`tokens/${id}.json`, { jurisdiction_id: 'tompo' })).status).toBe(404);
    expect(json(await on.get('requests.json', { jurisdiction_id: 'tompo', service_request_id: id }))).toEqual([]);
    expect(json(await on.get('servicerequestupdates.json', { jurisdiction_id: 'tompo' }))).toEqual([]);
    const other = { key: randomUUID(), text: 'Тайное письмо', district: 'aldan' };
    const { id: secret } = (await on.world.submission.submitAppeal(other, on.world.anyone())) as { id: string };
    await on.deliver(secret);
    const routed = { topic: 'dorogi', department: 'housing' };
    await on.world.deliverRouting(secret, { type: 'QuestionRouted', question: secret, version: 1, data: routed });
    expect((await on.get(`requests/${secret}.json`)).status).toBe(404);
    expect((await on.get('requests.json')).body).not.toContain(secret);
  });

  it('can be chosen by service, status, time and ids', async () => {
    const [one, two] = [await on.posted({ service_code: 'drugoe' }), await on.posted({ description: 'Ещё яма' })];
    for (const id of [one, two]) await on.deliver(id);
    await decide(two, 'markAsSpam', { kind: 'ADVERTISING' });
    const ids = async (params: Params) =>
      json(await on.get('requests.json', params)).map(({ service_request_id: id }) => id);
    expect(await ids({ service_code: 'drugoe' })).toContain(one);
    expect(await ids({ service_code: 'drugoe' })).not.toContain(two);
    expect(await ids({ status: 'closed' })).toContain(two);
    expect(await ids({ status: 'closed' })).not.toContain(one);
    expect((await ids({ service_request_id: `${one},${two},nonsense` })).sort()).toEqual([one, two].sort());
    const at = Date.parse(on.world.at());
    const day = (days: number) => new Date(at + days * 86_400_000).toISOString();
    expect(await ids({ start_date: day(1) })).toEqual([]);
    expect(await ids({ start_date: day(-1), end_date: day(1) })).toContain(one);
    on.world.pass(91 * 86_400_000);
    expect(await ids({})).not.toContain(one);
    expect(await ids({ start_date: day(-1) })).toContain(one);
    on.world.pass(-91 * 86_400_000);
    for (const [name, value] of [['start_date', 'yesterday'] as const, ['status', 'lost'] as const])
      expect((await on.get('requests.json', { [name]: value })).status).toBe(400);
  });

  it('is refused at an address that there is not, in the form of the standard', async () => {
    for (const path of ['requests', 'requests.csv', 'pigs.json', 'discovery/1.json', 'requests/1/2.json', ''])
      expect((await on.get(path)).status).toBe(404);
    const answer = await on.get(`requests/${randomUUID()}.xml`);
    expect([answer.status, xmlOf(answer).tagName, textsIn(answer, 'code')]).toEqual([404, 'errors', ['404']]);
    expect((await on.post('services.json', {})).status).toBe(404);
    const large = await on.post('requests.json', { description: 'я'.repeat(70_000) });
    expect([large.status, json(large)[0]!['code']]).toEqual([413, 413]);
    const other = await on.post('requests.json', {}, { 'content-type': 'application/json' });
    expect(other.status).toBe(400);
  });
});

describe('an update that a front-end posts', () => {
  const update = (id: string, params: Params) =>
    on.post('servicerequestupdates.xml', { service_request_id: id, description: 'Стало хуже', ...params });
  const added = async (id: string) =>
    (await on.world.store.read(1, id)).filter(({ type }) => type === 'AppealSupplemented');

  it('is added once; its author is the applicant only by the contact', async () => {
    const id = await on.posted({ email: 'author@example.org' });
    const first = await update(id, { update_id: '7', email: 'Author@example.org' });
    const again = await update(id, { update_id: '7', email: 'Author@example.org' });
    expect([first.status, textsIn(again, 'update_id')]).toEqual([200, textsIn(first, 'update_id')]);
    await update(id, { update_id: '8', email: 'stranger@example.org', first_name: 'Чужой' });
    await update(id, { update_id: '9' });
    const facts = await added(id);
    expect(facts.map(({ data }) => (data as { byApplicant: boolean }).byApplicant)).toEqual([true, false, false]);
    expect(JSON.stringify(facts)).not.toMatch(/stranger@|Чужой|Стало/);
  });

  it('is taken from the front-end of the request alone, and refused where the case takes none', async () => {
    const id = await on.posted();
    const others = { update_id: '1', api_key: 'key-of-aldan-other' };
    expect((await update(id, others)).status).toBe(403);
    expect((await update(id, { update_id: '1', api_key: keyOf('tompo'), jurisdiction_id: 'tompo' })).status).toBe(404);
    expect((await update(randomUUID(), { update_id: '1' })).status).toBe(404);
    expect((await update('nonsense', { update_id: '1' })).status).toBe(400);
    expect((await update(id, {})).status).toBe(400);
    await on.world.operations.erase({
      district: 1,
      subject: id,
      actor: { kind: 'system', id: 'operator' },
      ground: 'REQUESTED',
    });
    const refused = await update(id, { update_id: '1' });
    expect([refused.status, textsIn(refused, 'code')]).toEqual([409, ['409']]);
    expect(await added(id)).toEqual([]);
  });
});

it('limits what one address asks and what one key sends', async () => {
  const small = await Open311World.start({ OTKLIK_LIMIT_OPEN311: '5', OTKLIK_LIMIT_OPEN311_POSTS: '1' });
  const post = (description: string, api_key = keyOf('aldan')) =>
    small.post('requests.json', { service_code: 'dorogi', description, api_key });
  const statuses = [await post('Раз'), await post('Два'), await post('Три', 'key-of-aldan-other')];
  for (let count = 0; count < 3; count += 1) statuses.push(await small.get('services.json'));
  statuses.push(await small.get('services.json', { jurisdiction_id: 'tompo' }));
  await small.stop();
  expect(statuses.map(({ status }) => status)).toEqual([200, 429, 200, 200, 200, 429, 200]);
});
