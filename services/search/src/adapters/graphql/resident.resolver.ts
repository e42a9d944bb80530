import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QueryResidentAppealArgs, ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { readConsistencyToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { RegisterReader } from '../../application/register/register-reader.js';
import { residentView } from '../../application/register/resident-view.js';
import { viewing } from '../../application/register/row-view.js';

@Resolver()
export class ResidentResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly clock: Clock,
  ) {}
  /** A submission that the register does not hold yet is waited for like any own write. */
  @Query('residentAppeal')
  async residentAppeal(
    @Args() args: QueryResidentAppealArgs,
    @Context() context: PermittedContext,
  ): Promise<ResidentAppeal | null> {
    const { directory, reader, clock } = this;
    const { actor, language } = context;
    if (actor.kind !== 'resident') throw new Unauthenticated();
    const district = directory.districtById(actor.district);
    if (!district) return null;
    const received = { service: 'intake', stream: actor.appeal, version: 1 } as const;
    const holds = await reader.holds([district.id], readConsistencyToken(args.consistentWith) ?? received);
    const row = await reader.row(district.id, actor.appeal);
    if (!row) return null;
    const history = await reader.history(district.id, row.id);
    return {
      ...residentView(row, history, language, viewing(directory, district, clock.now(), actor, language)),
      stale: !holds,
    };
  }
}
