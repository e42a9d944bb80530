import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PrintedPaper } from '@otklik/contracts/enumerations';
import type { PrintedApplicant } from '@otklik/contracts/generated/graphql';
import { renderPdf, type Paper } from '@otklik/documents';
import {
  BadInput,
  contentDisposition,
  Forbidden,
  NotFound,
  openedBy,
  sendPrivately,
  Unauthenticated,
  type EdgeAuthentication,
  type HttpRoutes,
  type PermittedContext,
} from '@otklik/host';
import { Clock, compact, isUuid } from '@otklik/kernel';
import { applicantOpeners, Directory, permissionMatrix, permit, type Actor, type District } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Openings } from '../../../records/application/openings.js';
import { OpenApplicant } from '../../../register/adapters/graphql/open-applicant.js';
import { OpenForPrint } from '../../../register/adapters/graphql/open-for-print.js';
import { addressedBody } from '../../../register/application/card/addressed-body.js';
import { cardView } from '../../../register/application/card/card-view.js';
import { mayReadCard, viewing } from '../../../register/application/card/row-view.js';
import { seesWork } from '../../../register/application/card/sees-work.js';
import { officialOf } from '../../../register/application/list/directory-names.js';
import { listedRow } from '../../../register/application/list/listed-row.js';
import { RegisterReader, type NoticeHeld } from '../../../register/application/list/register-reader.js';
import { cardPaper } from '../../application/card-paper.js';
import { envelopesPaper, registryPaper, type ToPost } from '../../application/post-papers.js';

/** As `paperNotices` lists them at once. */
const MAX_LETTERS = 100;

type Asked = Pick<PermittedContext, 'actor' | 'rule'> & { readonly district: District };

/**
 * Papers as PDF, for who may read what is on them: `GET /papers/<district>/card/<appeal>` is the registration card,
 * `…/envelopes/DL` (or `C5`) and `…/registry` are for the letters `?notice=<id>&notice=<id>` that wait to be posted, in that order. Names and
 * addresses are opened for the print with one record of each capacity in which some are, which is there before the sheet is made; none more
 * with `?opening=<id>` of a print (`printedApplicants`) of the same press that names all of them.
 */
@Injectable()
export class PaperRoutes implements HttpRoutes {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly applicants: OpenApplicant,
    private readonly prints: OpenForPrint,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  register(fastify: FastifyInstance, edge: EdgeAuthentication): void {
    type Card = { Params: { district: string; appeal: string } };
    fastify.get<Card>('/papers/:district/card/:appeal', async (request, reply) => {
      const asked = await this.asked(request, edge, 'Query.appeal');
      return send(reply, await this.card(request.params.appeal.toLowerCase(), asked), asked.district);
    });
    type Envelopes = { Params: { district: string; size: string } };
    fastify.get<Envelopes>('/papers/:district/envelopes/:size', async (request, reply) => {
      const { size } = request.params;
      if (size !== 'DL' && size !== 'C5') throw new NotFound();
      const asked = await this.asked(request, edge, 'Query.paperNotices');
      return send(reply, envelopesPaper(await this.toPost(request, 'ENVELOPES', asked), size), asked.district);
    });
    fastify.get<{ Params: { district: string } }>('/papers/:district/registry', async (request, reply) => {
      const asked = await this.asked(request, edge, 'Query.paperNotices');
      const letters = await this.toPost(request, 'POSTAL_LIST', asked);
      return send(reply, registryPaper(letters, this.nameOf(asked)), asked.district);
    });
  }

  private async asked(request: FastifyRequest, edge: EdgeAuthentication, right: string): Promise<Asked> {
    const actor: Actor = await edge.actorOf(request);
    const { district: code } = request.params as { readonly district: string };
    const district = this.directory.district(code);
    const rule = permissionMatrix().get(right) ?? [];
    const permission = permit(actor, rule, district?.id ?? null);
    if (!permission.permitted) throw new denied[permission.denial]();
    if (!district) throw new NotFound();
    return { actor, rule, district };
  }

  private async card(id: string, { actor, rule, district }: Asked): Promise<Paper> {
    const found = isUuid(id) ? await this.reader.rowWithHistory(district.id, id) : undefined;
    if (!found) throw new NotFound();
    const { row, history } = found;
    const madeAt = this.clock.now();
    const view = viewing(this.directory, district, madeAt, actor, 'ru');
    const by = openedBy({ actor, rule }, district.id, (sender) =>
      mayReadCard(listedRow(row), viewing(this.directory, district, madeAt, sender, 'ru')),
    );
    if (!by) throw new Forbidden();
    await this.openings.recordOnce(district.id, { id: randomUUID(), kind: 'CARD', appeal: row.id, ...by, at: madeAt });
    const applicant = await this.applicants.open(row, 'Печать РКК', { actor, rule: applicantOpeners() }, district);
    const reader = { language: 'ru', seesWork: seesWork(actor, district.id) } as const;
    const card = await cardView(row, history, reader, view, this.vault);
    return cardPaper({ card, applicant, by: this.nameOf({ actor, district }), madeAt, district });
  }

  private async toPost(request: FastifyRequest, printed: PrintedPaper, asked: Asked) {
    const { district } = asked;
    const chosen = idsOf(request);
    const tracks = tracksOf(request);
    const page = { limit: MAX_LETTERS, backward: false };
    const waiting = await this.reader.notices(district.id, { way: 'PAPER' }, page);
    // In the order in which they were named.
    const notices = chosen.flatMap((id) => waiting.find((one) => one.id === id) ?? []);
    // A sheet that silently lacks a letter would leave it behind.
    if (notices.length === 0 || notices.length !== chosen.length) throw new NotFound();
    const people = await this.people(notices, { printed, under: openingOf(request) }, asked);
    const letters = notices.map((held): ToPost => {
      const { outgoing } = held.notice;
      const numbers = compact({ number: outgoing?.number, track: tracks.get(held.id) });
      return { to: partyOf(held, people, district), ...numbers };
    });
    return { letters, district, madeAt: this.clock.now() };
  }

  /** By appeal. Throws `Forbidden` where one may not be opened: a sheet that silently lacks a name is a letter to nowhere. */
  private async people(
    notices: readonly NoticeHeld[],
    { printed, under }: { readonly printed: PrintedPaper; readonly under: string | undefined },
    { actor, district }: Asked,
  ): Promise<ReadonlyMap<string, PrintedApplicant>> {
    const appeals = [...new Set(notices.flatMap((held) => (addressedBody(held.notice) === null ? [held.appeal] : [])))];
    if (appeals.length === 0) return new Map();
    const given = under && (await this.prints.under(under, appeals, { actor }, district));
    const print = { appeals, printed, reason: 'TO_POST' } as const;
    const opened = given || (await this.prints.openAll(print, { actor, rule: applicantOpeners() }, district));
    if (!opened || opened.length < appeals.length) throw new Forbidden();
    return new Map(opened.map((one) => [one.appeal, one]));
  }

  private nameOf({ actor, district }: Pick<Asked, 'actor' | 'district'>): string {
    const id = actor.kind === 'official' ? actor.id : undefined;
    return officialOf(this.directory, district, id)?.name ?? '';
  }
}

function partyOf(held: NoticeHeld, people: ReadonlyMap<string, PrintedApplicant>, district: District): ToPost['to'] {
  const body = addressedBody(held.notice);
  if (body !== null) return bodyOf(body, district);
  const { name, address } = people.get(held.appeal)!;
  return { name: name ?? '', address: address ?? '' };
}

/** `?opening=<id>` of the print of the same press. */
function openingOf({ query }: FastifyRequest): string | undefined {
  const { opening } = query as { readonly opening?: unknown };
  return typeof opening === 'string' && isUuid(opening.toLowerCase()) ? opening.toLowerCase() : undefined;
}

function bodyOf(body: string, { organisations }: District): ToPost['to'] {
  const known = organisations.find(({ code, name }) => code === body || name === body);
  return { name: known?.name ?? body, address: known?.address ?? '' };
}

/** `?notice=<id>`, once or more. */
function idsOf({ query }: FastifyRequest): readonly string[] {
  const { notice } = query as { readonly notice?: string | readonly string[] };
  const ids = [...new Set([notice ?? []].flat().map((id) => id.toLowerCase()))];
  if (ids.length === 0 || ids.length > MAX_LETTERS || !ids.every(isUuid))
    throw new BadInput('BAD_INPUT', 'notice', {}, `Ids of notices are needed, ${MAX_LETTERS} at most.`);
  return ids;
}

const TRACK = /^([0-9a-f-]{36}):([0-9A-Z]{1,40})$/i;

/** `?track=<id>:<number>` of a label that is on a letter already; what has none is written by hand. */
function tracksOf({ query }: FastifyRequest): ReadonlyMap<string, string> {
  const { track } = query as { readonly track?: string | readonly string[] };
  return new Map(
    [track ?? []].flat().map((typed) => {
      const [, id, number] = TRACK.exec(typed) ?? [];
      if (id === undefined || number === undefined)
        throw new BadInput('BAD_INPUT', 'track', {}, 'A track is the id of a notice and its number.');
      return [id.toLowerCase(), number.toUpperCase()];
    }),
  );
}

async function send(reply: FastifyReply, paper: Paper, { id }: District): Promise<FastifyReply> {
  const bytes = Buffer.from(await renderPdf(paper, id));
  const disposition = contentDisposition('inline', `${paper.layout.toLowerCase()}.pdf`);
  return sendPrivately(reply, { type: 'application/pdf', bytes, disposition, isViewed: true });
}

const denied = { UNAUTHENTICATED: Unauthenticated, FORBIDDEN: Forbidden, NOT_FOUND: NotFound } as const;
