import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { MaskedAppeal, QueryMaskedAppealArgs } from '@otklik/contracts/generated/graphql';
import { Forbidden, openedBy, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { maskedView } from '../../application/card/masked-view.js';
import { Openings } from '../../../records/application/openings.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { viewing } from '../../application/card/row-view.js';
import { districtOf } from './district-of.js';
import { SearchGuard } from '../../../fulltext/adapters/graphql/search-guard.js';

/** What was found, on a page of its own, for who may open no card. */
@Resolver()
export class MaskedAppealResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly guard: SearchGuard,
    private readonly clock: Clock,
  ) {}

  @Query('maskedAppeal')
  async maskedAppeal(
    @Args() { id }: QueryMaskedAppealArgs,
    @Context() context: PermittedContext,
  ): Promise<MaskedAppeal | null> {
    const district = districtOf(context);
    const at = this.clock.now();
    const row = await this.reader.row(district.id, id);
    if (!row) return null;
    const by = openedBy(context, district.id);
    if (!by) throw new Forbidden();
    // Recorded before it is shown: an opening that is not on record did not happen.
    await this.openings.recordOnce(district.id, { id: randomUUID(), kind: 'MASKED_TEXT', appeal: row.id, ...by, at });
    const view = viewing(this.directory, district, at, context.actor, context.language);
    return maskedView(row, view, this.guard.mask);
  }
}
