import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkContainer } from '@otklik/signatures';
import type { Actor, District } from '@otklik/tenancy';
import Fastify, { type FastifyInstance } from 'fastify';
import { EVIDENCE_PASS, signEvidencePass, type EvidencePass } from './evidence-pass.js';
import { evidenceText } from './evidence-parts.js';
import { evidenceRoute, type EvidenceRoute } from './evidence-routes.js';

const now = '2026-12-01T10:00:00.000Z';
const secret = (purpose: string) => Buffer.alloc(32, purpose.length);
const aldan = { id: 1, code: 'aldan' } as District;
const official = 'f7800a46-5998-4721-94ac-266bc9b3cb22';
const pass: EvidencePass = { district: 1, appeal: 'a', number: '14', streams: ['a'], official, at: now };
const signed = (over: Partial<EvidencePass> = {}) => signEvidencePass(secret(EVIDENCE_PASS), { ...pass, ...over });

let fastify: FastifyInstance;
let actor: Actor = { kind: 'anyone' };
beforeAll(() => {
  fastify = Fastify();
  fastify.setErrorHandler((error, _, reply) => reply.code(400).send((error as Error).name));
  const resources = {
    secret,
    now: () => now,
    directory: { district: (code: string) => (code === 'aldan' ? aldan : undefined) },
  };
  evidenceRoute(
    fastify,
    { actorOf: () => Promise.resolve(actor) },
    {
      definition: { name: 'search' },
      resources: resources as unknown as EvidenceRoute['resources'],
      evidence: () => ({
        partsOf: ({ number, withContacts }) =>
          Promise.resolve([evidenceText('case.json', withContacts ? `${number} with contacts` : number)]),
      }),
    },
  );
});
afterAll(() => fastify.close());

type Official = Extract<Actor, { readonly kind: 'official' }>;
const controller: Official['assignments'] = [{ district: 1, role: 'CONTROLLER' }];
const as = (id: string, assignments = controller): Actor => ({
  kind: 'official',
  id,
  login: 'somebody',
  name: 'Somebody',
  assignments,
});
const asked = async (body: object, by: Actor, district = 'aldan') => {
  actor = by;
  return fastify.inject({ method: 'POST', url: `/evidence/${district}/search`, payload: body });
};

it('answers the part that the pass names, signed, to the official whose pass it is', async () => {
  const { statusCode, headers, rawPayload } = await asked({ pass: signed() }, as(official));
  expect([statusCode, headers['cache-control']]).toEqual([200, 'private, no-store']);
  const { faults, parts } = await checkContainer(rawPayload, { at: new Date(now) });
  expect([faults, parts.map(({ name }) => name)]).toEqual([[], ['case.json', 'SHA256SUMS.search']]);
});

it.each([
  ['another official', signed(), as('other'), 'Forbidden'],
  ['its official who is in no role by now', signed(), as(official, []), 'NotFound'],
  [
    'its official whose role by now is another',
    signed(),
    as(official, [{ district: 1, role: 'EXECUTOR' }]),
    'Forbidden',
  ],
  ['its official who has the role elsewhere', signed(), as(official, [{ district: 2, role: 'HEAD' }]), 'NotFound'],
  ['no official', signed(), { kind: 'anyone' } as Actor, 'Unauthenticated'],
  ['a pass of another district', signed({ district: 2 }), as(official), 'Forbidden'],
  ['a pass of yesterday', signed({ at: '2026-11-30T10:00:00.000Z' }), as(official), 'Forbidden'],
  ['a pass that was changed', `x${signed()}`, as(official), 'Forbidden'],
  ['no pass', undefined, as(official), 'BadInput'],
])('refuses it to %s', async (_, given, by, refusal) => {
  expect((await asked({ pass: given }, by)).payload).toBe(refusal);
});

const partOf = async (given: string, by: Actor) => {
  const { parts } = await checkContainer((await asked({ pass: given }, by)).rawPayload, { at: new Date(now) });
  return Buffer.from(parts[0]!.bytes).toString();
};

it('has name and contact while the pass says so and the official holds a role that opens them', async () => {
  const head: Official['assignments'] = [{ district: 1, role: 'HEAD' }];
  const withContacts = signed({ withContacts: true });
  expect(await partOf(withContacts, as(official, head))).toBe('14 with contacts');
  expect(await partOf(withContacts, as(official))).toBe('14');
  expect(await partOf(withContacts, as(official, [...controller, { district: 1, role: 'EXECUTOR' }]))).toBe('14');
  expect(await partOf(signed(), as(official, head))).toBe('14');
});

it('knows no district that is not there', async () => {
  expect((await asked({ pass: signed() }, as(official), 'nowhere')).payload).toBe('NotFound');
});
