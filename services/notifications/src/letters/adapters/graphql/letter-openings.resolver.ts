import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  LetterOpening as LetterOpeningView,
  LetterOpeningConnection,
  QueryLetterOpeningsArgs,
} from '@otklik/contracts/generated/graphql';
import { BadInput, makeCursor, NotFound, readCursor, type PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { OfficialRole } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { LetterOpenings, type LetterOpeningsPage, type RecordedOpening } from '../../store/letter-openings.js';

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

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
  ): Promise<LetterOpeningConnection> {
    if (!district) throw new NotFound();
    const limit = pageSize(first);
    const filter = filterOf(given);
    const list = `letterOpenings/${district.id}/${JSON.stringify(filter)}`;
    const position = readCursor<NonNullable<LetterOpeningsPage['after']>>(this.cursorKey, list, after);
    const page = { ...filter, zone: district.zone, limit: limit + 1, ...compact({ after: position }) };
    const found = await this.openings.list(district.id, page);
    const edges = found.slice(0, limit).map((opening) => ({
      cursor: makeCursor(this.cursorKey, list, { at: opening.at, id: opening.id }),
      node: view(opening),
    }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: found.length > limit,
        hasPreviousPage: position !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
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

function pageSize(given: number | null | undefined): number {
  const size = given ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw new BadInput('PAGE_SIZE', 'first', { max: MAX_PAGE_SIZE });
  return size;
}
