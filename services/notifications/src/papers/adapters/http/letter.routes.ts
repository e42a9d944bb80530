import { Injectable } from '@nestjs/common';
import {
  contentDisposition,
  Forbidden,
  networkOf,
  NotFound,
  RateLimited,
  sendPrivately,
  Unauthenticated,
  type EdgeAuthentication,
  type HttpRoutes,
} from '@otklik/host';
import { isUuid } from '@otklik/kernel';
import { letterFileName } from '@otklik/kernel/letter-file-name';
import { Directory, permissionMatrix, type Actor, type District } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { openerIn } from '../../../letters/adapters/graphql/opener-in.js';
import type { OpenerIn } from '../../../letters/store/letter-openings.js';
import { ReportSheets, type SheetsAsked } from './report-sheets.js';
import { readCode } from '../../application/paper-code.js';
import { ReadKeptLetter, type LetterFile } from '../../application/read-kept-letter.js';
import { ResidentLetters } from '../../store/resident-letters.js';
import { KeptPapers, type KeptPaper } from '../../store/kept-papers.js';

/** From one address, by those who check sheets: no one types more, and codes are not tried. */
const CHECKS = { points: 60, duration: 600 };

const PDF = 'application/pdf';

type Named = { Params: { district: string; notice: string } };
type Coded = { Params: { district: string; code: string } };

/** Who sees that they are kept, in their departments. */
const readers = permissionMatrix().get('Query.keptLetters') ?? [];

/**
 * `GET /letters/<district>/sheet/<notice>`: the kept PDF of a letter, to the resident of the token, and to officials of its department, on
 * record; `…/copy/<notice>`, to these: a copy to print of one whose signature is TRUSTED, with its mark. `GET /letters/<district>/code/<code>`,
 * for anyone: what the sheet with that code is, whether it is annulled, and nothing of the person.
 */
@Injectable()
export class LetterRoutes implements HttpRoutes {
  private readonly checks = new RateLimiterMemory(CHECKS);

  constructor(
    private readonly papers: KeptPapers,
    private readonly letters: ResidentLetters,
    private readonly kept: ReadKeptLetter,
    private readonly directory: Directory,
    private readonly sheets: ReportSheets,
  ) {}

  register(fastify: FastifyInstance, edge: EdgeAuthentication): void {
    fastify.get<Named>('/letters/:district/sheet/:notice', async (request, reply) => this.sheet(request, reply, edge));
    fastify.get<Named>('/letters/:district/copy/:notice', async (request, reply) => {
      const { district, notice } = this.named(request);
      const opener = await this.openerIn(request, edge, district);
      return sendToOfficial(reply, isUuid(notice) ? await this.kept.copy(district, notice, opener) : undefined);
    });
    fastify.post<SheetsAsked>('/letters/:district/sheets', async (request, reply) =>
      this.sheets.send(request, reply, edge),
    );
    fastify.get<Coded>('/letters/:district/code/:code', async (request, reply) => {
      await this.checks.consume(networkOf(request.ip)).catch(tooMany);
      const { id } = this.district(request.params.district);
      const code = readCode(request.params.code);
      const paper = code === undefined ? undefined : await this.papers.byCode(id, code);
      if (!paper) throw new NotFound();
      const { kind, number, datedOn, sha256, size, annulled } = paper;
      return reply.header('cache-control', 'no-store').send({ kind, number, datedOn, sha256, size, annulled });
    });
  }

  private async sheet(request: FastifyRequest<Named>, reply: FastifyReply, edge: EdgeAuthentication) {
    const actor = await edge.actorOf(request);
    const { district, notice } = this.named(request);
    if (actor.kind === 'official') {
      const opener = openerOf(actor, district);
      return sendToOfficial(reply, isUuid(notice) ? await this.kept.read(district, notice, opener) : undefined);
    }
    if (actor.kind === 'anyone') throw new Unauthenticated();
    if (actor.kind !== 'resident') throw new Forbidden();
    const isOfDistrict = isUuid(notice) && actor.district === district.id;
    const letters = isOfDistrict ? await this.letters.of(district.id, actor.appeal) : [];
    const letter = letters.find(({ id }) => id === notice);
    const pdf = letter && (await this.papers.read(district.id, notice));
    if (!pdf) throw new NotFound();
    return sendPrivately(reply, { type: PDF, bytes: pdf, disposition: dispositionOf('attachment', letter) });
  }

  private named({ params }: FastifyRequest<Named>): { readonly district: District; readonly notice: string } {
    return { district: this.district(params.district), notice: params.notice.toLowerCase() };
  }

  private async openerIn(request: FastifyRequest, edge: EdgeAuthentication, district: District): Promise<OpenerIn> {
    return openerOf(await edge.actorOf(request), district);
  }

  private district(code: string): District {
    const district = this.directory.district(code);
    if (!district) throw new NotFound();
    return district;
  }
}

/** Throws what the actor lacks. */
function openerOf(actor: Actor, district: District): OpenerIn {
  if (actor.kind === 'anyone') throw new Unauthenticated();
  return openerIn({ actor, district, rule: readers });
}

function sendToOfficial(reply: FastifyReply, letter: LetterFile | undefined): FastifyReply {
  if (!letter) throw new NotFound();
  const { paper, pdf } = letter;
  const file = { type: PDF, bytes: Buffer.from(pdf), disposition: dispositionOf('inline', paper), isViewed: true };
  return sendPrivately(reply, file);
}

function dispositionOf(as: 'attachment' | 'inline', { number, datedOn: on }: Pick<KeptPaper, 'number' | 'datedOn'>) {
  return contentDisposition(as, `letter-${on}.pdf`, letterFileName({ number, on }));
}

function tooMany(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? new RateLimited() : reason;
}
