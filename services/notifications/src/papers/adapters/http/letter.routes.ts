import { Injectable } from '@nestjs/common';
import {
  Forbidden,
  networkOf,
  NotFound,
  RateLimited,
  Unauthenticated,
  type EdgeAuthentication,
  type HttpRoutes,
} from '@otklik/host';
import { isUuid } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readCode } from '../../application/paper-code.js';
import { sheetDisposition } from '../../application/sheet-name.js';
import { ResidentLetters } from '../../store/resident-letters.js';
import { KeptPapers } from '../../store/kept-papers.js';

/** From one address, by those who check sheets: no one types more, and codes are not tried. */
const CHECKS = { points: 60, duration: 600 };

type Named = { Params: { district: string; notice: string } };
type Coded = { Params: { district: string; code: string } };

/**
 * `GET /letters/<district>/sheet/<notice>`: the kept PDF of a letter to the resident of the token. `GET /letters/<district>/code/<code>`,
 * for anyone: what the sheet with that code is, whether it is annulled, and nothing of the person.
 */
@Injectable()
export class LetterRoutes implements HttpRoutes {
  private readonly checks = new RateLimiterMemory(CHECKS);

  constructor(
    private readonly papers: KeptPapers,
    private readonly letters: ResidentLetters,
    private readonly directory: Directory,
  ) {}

  register(fastify: FastifyInstance, edge: EdgeAuthentication): void {
    fastify.get<Named>('/letters/:district/sheet/:notice', async (request, reply) => this.sheet(request, reply, edge));
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
    const district = this.district(request.params.district);
    const notice = request.params.notice.toLowerCase();
    if (actor.kind === 'anyone') throw new Unauthenticated();
    if (actor.kind !== 'resident') throw new Forbidden();
    const isOfDistrict = isUuid(notice) && actor.district === district.id;
    const letters = isOfDistrict ? await this.letters.of(district.id, actor.appeal) : [];
    const letter = letters.find(({ id }) => id === notice);
    const pdf = letter && (await this.papers.read(district.id, notice));
    if (!pdf) throw new NotFound();
    return reply
      .type('application/pdf')
      .header('content-disposition', sheetDisposition(letter))
      .header('cross-origin-resource-policy', 'same-origin')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store')
      .send(pdf);
  }

  private district(code: string): District {
    const district = this.directory.district(code);
    if (!district) throw new NotFound();
    return district;
  }
}

function tooMany(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? new RateLimited() : reason;
}
