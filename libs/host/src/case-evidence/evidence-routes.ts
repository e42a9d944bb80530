import { permissionMatrix, permit } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import { BadInput, Forbidden, NotFound, Unauthenticated } from '../input.js';
import { sendPrivately } from '../private-file.js';
import type { EdgeAuthentication, ServiceResources } from '../service.js';
import { EVIDENCE_PASS, readEvidencePass } from './evidence-pass.js';
import { evidenceOf, type EvidenceSource } from './evidence-parts.js';

/** The right to a case's evidence file. */
const RIGHT = 'Query.caseEvidence';
/** The right to the applicant's name and contact. */
const CONTACTS = 'Query.applicant';
const denied = { UNAUTHENTICATED: Unauthenticated, FORBIDDEN: Forbidden, NOT_FOUND: NotFound } as const;
const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip';
/** A pass names the streams of its case. */
const MAX_BODY_BYTES = 256 * 1024;

export interface EvidenceRoute extends Omit<EvidenceSource, 'evidence'> {
  readonly resources: EvidenceSource['resources'] & Pick<ServiceResources, 'directory' | 'now'>;
  readonly evidence: () => EvidenceSource['evidence'];
}

/** `POST /evidence/<district>/<service>`: the service's part of a case's evidence file, for the official whose pass it is while he has the right. */
export function evidenceRoute(
  fastify: FastifyInstance,
  edge: EdgeAuthentication,
  { definition, resources, evidence }: EvidenceRoute,
): void {
  const url = `/evidence/:district/${definition.name}`;
  const rule = permissionMatrix().get(RIGHT) ?? [];
  const openers = (permissionMatrix().get(CONTACTS) ?? []).filter((role) => rule.includes(role));
  type Asked = { Params: { readonly district: string }; Body: { readonly pass?: unknown } | null };
  fastify.post<Asked>(url, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    const actor = await edge.actorOf(request);
    if (actor.kind !== 'official') throw new Unauthenticated();
    const pass = request.body?.pass;
    if (typeof pass !== 'string')
      throw new BadInput('BAD_INPUT', 'pass', {}, 'The pass of the evidence file is needed.');
    const read = readEvidencePass(resources.secret(EVIDENCE_PASS), pass, resources.now());
    const district = resources.directory.district(request.params.district);
    if (!district) throw new NotFound();
    // Rights end at once, while a pass lives on.
    const permission = permit(actor, rule, district.id);
    if (!permission.permitted) throw new denied[permission.denial]();
    if (read?.official !== actor.id || read.district !== district.id) throw new Forbidden();
    const withContacts = read.withContacts === true && permit(actor, openers, district.id).permitted;
    const part = await evidenceOf({ definition, resources, evidence: evidence() }, { ...read, withContacts }, district);
    return sendPrivately(reply, { type: CONTAINER_TYPE, bytes: Buffer.from(part) });
  });
}
