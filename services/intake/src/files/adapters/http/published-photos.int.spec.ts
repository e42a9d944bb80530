import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@otklik/contracts/generated/graphql';
import { anyone, type Actor } from '@otklik/tenancy';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { intakeWorld, type IntakeWorld } from '../../../intake-world.fixture.js';

let world: IntakeWorld;
let fastify: FastifyInstance;
let asker: Actor = anyone;
beforeAll(async () => {
  world = await intakeWorld();
  fastify = Fastify();
  fastify.setErrorHandler((error: Error, _, reply) =>
    reply.code(error.name === 'NotFound' ? 404 : 400).send(error.name),
  );
  await fastify.register(async (scope) => world.routes(scope, { actorOf: async () => asker }));
});
afterAll(async () => {
  await fastify.close();
  await world.stop();
});

interface Uploaded {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

let shade = 0;
/** Each another one. */
async function upload(actor: Actor, query: Readonly<Record<string, string>> = {}): Promise<Uploaded> {
  asker = actor;
  shade += 1;
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 9 } } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Trofimov' } })
    .toBuffer();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'IMG_1.jpg');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const answer = await fastify.inject({
    method: 'POST',
    url: `/files?${new URLSearchParams({ district: 'aldan', ...query })}`,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  asker = anyone;
  return answer.json<Uploaded>();
}

async function received(files: readonly string[]): Promise<string> {
  const input = { district: 'aldan', key: randomUUID(), text: 'Яма на дороге.', files, consent: '2026-09-01' };
  return ((await world.submission.submitAppeal(input, world.anyone())) as Receipt).id;
}

const shownAt = (
  publication: string,
  number: number | string,
  headers: Record<string, string> = {},
  district = 'aldan',
) => fastify.inject({ method: 'GET', url: `/files/${district}/published/${publication}/${number}`, headers });
const status = async (...at: Parameters<typeof shownAt>) => (await shownAt(...at)).statusCode;

interface Made {
  readonly appeal: string;
  readonly response: string;
  readonly publication: string;
  readonly hole: string;
  readonly road: string;
}

let version = 1;
function happened({ appeal, response }: Pick<Made, 'appeal' | 'response'>, type: string, data: object): Promise<void> {
  return world.deliverRouting(appeal, { type, question: response, version: (version += 1), data });
}

/** An answered case with a photo of its author and one of its answer; both are proposed. */
async function proposed(more: readonly object[] = []): Promise<Made> {
  const response = randomUUID();
  const hole = await upload(anyone);
  const road = await upload(world.as('EXECUTOR').actor, { response });
  const appeal = await received([hole.id]);
  const files = [{ id: road.id, type: road.type, size: road.size, sha256: road.sha256 }];
  const publication = randomUUID();
  const made = { appeal, response, publication, hole: hole.id, road: road.id };
  await happened(made, 'ResponseDrafted', { files });
  await happened(made, 'ResponseSigned', { files, answer: randomUUID() });
  const photos = [{ file: hole.id, side: 'BEFORE' }, { file: road.id, side: 'AFTER' }, ...more];
  await happened(made, 'PublicationProposed', { publication, photos });
  return made;
}

const released = (made: Made, photos: readonly string[]) =>
  happened(made, 'AnswerPublished', { publication: made.publication, photos });

describe('a photo of a published answer', () => {
  it('is seen by all once it was released, by itself', async () => {
    const made = await proposed();
    expect([await status(made.publication, 1), await status(made.publication, 2)]).toEqual([404, 404]);
    await released(made, [made.road]);
    expect([await status(made.publication, 1), await status(made.publication, 2)]).toEqual([404, 200]);
    expect([await status(made.publication, 2, {}, 'tompo'), await status(made.publication, 3)]).toEqual([404, 404]);
    for (const wrong of ['0', '02', '-1', 'x', made.road]) expect(await status(made.publication, wrong)).toBe(404);
    expect(await status('x', 2)).toBe(404);
  });

  it('is kept by caches for half a minute, and holds nothing of its camera', async () => {
    const made = await proposed();
    await released(made, [made.hole]);
    const { headers, rawPayload } = await shownAt(made.publication, 1);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=25',
      'x-content-type-options': 'nosniff',
    });
    expect(rawPayload.includes('Trofimov')).toBe(false);
    expect((await sharp(rawPayload).metadata()).exif).toBeUndefined();
    expect(await status(made.publication, 1, { 'if-none-match': String(headers.etag) })).toBe(304);
  });

  it('is gone with the publication, and with the data of its author', async () => {
    const made = await proposed();
    await released(made, [made.hole, made.road]);
    expect(await status(made.publication, 1)).toBe(200);
    await happened(made, 'AnswerUnpublished', { publication: made.publication, why: 'CONSENT_WITHDRAWN' });
    expect([await status(made.publication, 1), await status(made.publication, 2)]).toEqual([404, 404]);

    const erased = await proposed();
    await released(erased, [erased.hole]);
    expect(await status(erased.publication, 1)).toBe(200);
    await world.operations.erase({ district: 1, subject: erased.appeal, actor: { kind: 'system' }, ground: 'ERROR' });
    expect(await status(erased.publication, 1)).toBe(404);
    const rows = (await world.rows('publication_photo')) as readonly { appeal: string }[];
    expect(rows.filter(({ appeal }) => appeal === erased.appeal)).toEqual([]);
  });

  it('is dropped with what was prepared', async () => {
    const made = await proposed();
    await happened(made, 'PublicationDropped', { publication: made.publication, why: 'TAKEN_BACK' });
    await released(made, [made.hole, made.road]);
    expect([await status(made.publication, 1), await status(made.publication, 2)]).toEqual([404, 404]);
  });

  it('is none of another case, or of an answer that is of no force', async () => {
    const other = await proposed();
    const made = await proposed([
      { file: other.hole, side: 'BEFORE' },
      { file: other.road, side: 'AFTER' },
      { file: randomUUID(), side: 'BEFORE' },
    ]);
    await released(made, [made.hole, made.road, other.hole, other.road]);
    const shown = await Promise.all([1, 2, 3, 4, 5].map((number) => status(made.publication, number)));
    expect(shown).toEqual([200, 200, 404, 404, 404]);
    await happened(made, 'DraftVoided', {});
    expect([await status(made.publication, 1), await status(made.publication, 2)]).toEqual([200, 404]);
  });

  it('of an answer is not shown as one of the author', async () => {
    const response = randomUUID();
    const made = await proposed();
    const again = { ...made, response, publication: randomUUID() };
    await happened(again, 'PublicationProposed', {
      publication: again.publication,
      photos: [
        { file: made.road, side: 'BEFORE' },
        { file: made.hole, side: 'AFTER' },
      ],
    });
    await released(again, [made.road, made.hole]);
    expect([await status(again.publication, 1), await status(again.publication, 2)]).toEqual([404, 404]);
  });
});
