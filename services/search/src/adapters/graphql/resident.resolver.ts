import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QueryResidentAppealArgs, ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { readConsistencyToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { residentView } from '../../application/register/resident-view.js';
import { viewing } from '../../application/register/row-view.js';
import type { SearchParts } from './search-parts.js';

@Resolver()
export class ResidentResolver {
  constructor(private readonly parts: SearchParts) {}

  /** A submission that the register does not hold yet is waited for like any own write. */
  @Query('residentAppeal')
  async residentAppeal(
    @Args() args: QueryResidentAppealArgs,
    @Context() context: PermittedContext,
  ): Promise<ResidentAppeal | null> {
    const { directory, reader, now } = this.parts;
    const { actor, language } = context;
    if (actor.kind !== 'resident') throw new Unauthenticated();
    const district = directory.districtById(actor.district);
    if (!district) return null;
    const received = { service: 'intake', stream: actor.appeal, version: 1 } as const;
    const holds = await reader.holds([district.id], readConsistencyToken(args.consistentWith) ?? received);
    const row = await reader.row(district.id, actor.appeal);
    if (!row) return null;
    const history = await reader.history(district.id, row.id);
    return { ...residentView(row, history, language, viewing(directory, district, now())), stale: !holds };
  }
}
