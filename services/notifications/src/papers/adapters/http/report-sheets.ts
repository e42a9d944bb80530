import { Injectable } from '@nestjs/common';
import {
  BadInput,
  Forbidden,
  NotFound,
  openedBy,
  PRINT_PASS,
  readPass,
  sendPrivately,
  Unauthenticated,
  type EdgeAuthentication,
  type PrintPass,
} from '@otklik/host';
import { Clock, isUuid } from '@otklik/kernel';
import { packed } from '@otklik/signatures/merge';
import { departmentsOf, Directory, permissionMatrix, permit } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MAX_SHEETS, ReadSheets } from '../../application/read-sheets.js';

/** The right to a month's file. */
const rule = permissionMatrix().get('Query.sstuFile') ?? [];
const denied = { UNAUTHENTICATED: Unauthenticated, FORBIDDEN: Forbidden, NOT_FOUND: NotFound } as const;

export interface SheetsAsked {
  Params: { readonly district: string };
  Body: { readonly pass?: unknown; readonly notices?: unknown } | null;
}

/**
 * Kept sheets of answers for a report, to the official whose pass of search it is while he has the right; only of letters that the pass
 * names, which are on record with it.
 */
@Injectable()
export class ReportSheets {
  constructor(
    private readonly sheets: ReadSheets,
    private readonly directory: Directory,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async send(request: FastifyRequest<SheetsAsked>, reply: FastifyReply, edge: EdgeAuthentication) {
    const actor = await edge.actorOf(request);
    if (actor.kind !== 'official') throw new Unauthenticated();
    const district = this.directory.district(request.params.district);
    if (!district) throw new NotFound();
    const { pass, notices } = askedIn(request.body);
    const permission = permit(actor, rule, district.id);
    if (!permission.permitted) throw new denied[permission.denial]();
    const isOfWhole = openedBy(
      { actor, rule },
      district.id,
      ({ assignments }) => departmentsOf(assignments, district, rule) === 'ALL',
    );
    if (!isOfWhole) throw new Forbidden();
    const read = readPass<PrintPass>(this.secrets.of(PRINT_PASS), pass, this.clock.now());
    if (read?.official !== actor.id || read.district !== district.id) throw new Forbidden();
    const named = new Set(read.letters);
    const found = await this.sheets.read(
      district.id,
      notices.filter((one) => named.has(one)),
    );
    const files = [...found].map(([notice, bytes]) => ({ name: `${notice}.pdf`, bytes }));
    return sendPrivately(reply, { type: 'application/zip', bytes: Buffer.from(packed(files)) });
  }
}

/** Throws `BadInput`. */
function askedIn(body: SheetsAsked['Body']): { readonly pass: string; readonly notices: readonly string[] } {
  const { pass, notices } = body ?? {};
  if (typeof pass !== 'string') throw new BadInput('BAD_INPUT', 'pass', {}, 'The pass of the report is needed.');
  if (!Array.isArray(notices) || !notices.every((one): one is string => typeof one === 'string' && isUuid(one)))
    throw new BadInput('BAD_INPUT', 'notices', {}, 'Ids of notices are needed.');
  if (notices.length > MAX_SHEETS) throw new BadInput('TOO_MANY_ITEMS', 'notices', { max: MAX_SHEETS });
  return { pass, notices };
}
