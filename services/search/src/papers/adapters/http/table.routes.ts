import { Injectable } from '@nestjs/common';
import { renderPdf, type TablesPaper } from '@otklik/documents';
import {
  BadInput,
  contentDisposition,
  Forbidden,
  NotFound,
  sendPrivately,
  Unauthenticated,
  type EdgeAuthentication,
  type HttpRoutes,
} from '@otklik/host';
import { Clock, localMoment } from '@otklik/kernel';
import { Directory, permissionMatrix, permit, type District } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import { officialOf } from '../../../register/application/list/directory-names.js';
import { tablesOf } from '../../application/given-tables.js';

/** Screens whose numbers are taken as a file. */
const SCREENS = ['Query.board', 'Query.search'] as const;
/** As 6,000 rows of short cells are. */
const MAX_BYTES = 2_000_000;

/**
 * `POST /papers/<district>/tables`: a report of numbers as PDF, of the texts and tables in its body as a screen of the desk shows them, for who
 * may open such a screen. It is set in turn with the other sheets and kept nowhere; it has no number, no signature and no code, and each page
 * says who made it and when.
 */
@Injectable()
export class TableRoutes implements HttpRoutes {
  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  register(fastify: FastifyInstance, edge: EdgeAuthentication): void {
    type Asked = { Params: { district: string } };
    fastify.post<Asked>('/papers/:district/tables', { bodyLimit: MAX_BYTES }, async (request, reply) => {
      const actor = await edge.actorOf(request);
      const district = this.directory.district(request.params.district);
      const permissions = SCREENS.map((right) =>
        permit(actor, permissionMatrix().get(right) ?? [], district?.id ?? null),
      );
      if (!permissions.some(({ permitted }) => permitted)) {
        const [first] = permissions;
        throw first && !first.permitted ? new denied[first.denial]() : new Forbidden();
      }
      if (!district) throw new NotFound();
      const given = tablesOf(request.body);
      if (!given) throw new BadInput('BAD_INPUT', 'tables', {}, 'Texts and tables of a report are needed.');
      const official = officialOf(this.directory, district, actor.kind === 'official' ? actor.id : undefined);
      const paper = { ...given, ...this.madeBy(official?.name ?? '', district), layout: 'TABLES' } as const;
      const bytes = Buffer.from(await renderPdf(paper, district.id));
      const disposition = contentDisposition('attachment', 'report.pdf');
      return sendPrivately(reply, { type: 'application/pdf', bytes, disposition, isViewed: true });
    });
  }

  private madeBy(name: string, { zone }: District): Pick<TablesPaper, 'made' | 'madeAt'> {
    const madeAt = this.clock.now();
    const [day = '', time = ''] = localMoment(madeAt, zone).split('T');
    const date = day.split('-').toReversed().join('.');
    return { madeAt, made: `Сделано с экрана ${date}, ${time.slice(0, 5)}, ${name}` };
  }
}

const denied = { UNAUTHENTICATED: Unauthenticated, FORBIDDEN: Forbidden, NOT_FOUND: NotFound } as const;
