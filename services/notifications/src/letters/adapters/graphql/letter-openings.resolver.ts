import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { LetterOpening as LetterOpeningView, QueryLetterOpeningsArgs } from '@otklik/contracts/generated/graphql';
import { connectionOf, NotFound, pageRequest, withOneMore, type Connection, type PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { OfficialRole } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { LetterOpenings, type LetterOpeningsPage, type RecordedOpening } from '../../store/letter-openings.js';

/** The record of who opened which letters, for those who control it. */
@Resolver()
export class LetterOpeningsResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly openings: LetterOpenings,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('letterOpenings')
  async letterOpenings(
    @Args() { first, after, ...given }: QueryLetterOpeningsArgs,
    @Context() { district }: PermittedContext,
  ): Promise<Connection<LetterOpeningView>> {
    if (!district) throw new NotFound();
    const filter = filterOf(given);
    const list = { key: this.cursorKey, name: `letterOpenings/${district.id}/${JSON.stringify(filter)}` };
    const page = pageRequest<NonNullable<LetterOpeningsPage['after']>>({ first, after }, list);
    const { limit, from } = withOneMore(page);
    const found = await this.openings.list(district.id, {
      ...filter,
      zone: district.zone,
      limit,
      ...compact({ after: from }),
    });
    return connectionOf(page, found, list, { node: view, position: ({ at, id }) => ({ at, id }) });
  }
}

function filterOf({ appeal, official, from, to }: Omit<QueryLetterOpeningsArgs, 'district'>) {
  return { ...(appeal && { appeal }), ...(official && { official }), ...(from && { from }), ...(to && { to }) };
}

function view({
  id,
  at,
  official,
  onBehalfOf,
  role,
  reason,
  notices,
  appeals,
  number,
}: RecordedOpening): LetterOpeningView {
  return {
    id,
    at,
    official,
    onBehalfOf: onBehalfOf ?? null,
    role: role as OfficialRole,
    reason,
    letters: notices.length,
    appeals: [...appeals],
    number: number ?? null,
  };
}
