import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  FileOpening as FileOpeningView,
  FileOpeningConnection,
  QueryFileOpeningsArgs,
} from '@otklik/contracts/generated/graphql';
import { BadInput, makeCursor, NotFound, readCursor, type PermittedContext } from '@otklik/host';
import { compact, uuidv5 } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { AppealHandler } from '../../../appeal/application/appeal-handler.js';
import { type FileOpening, FileOpenings, type FileOpeningsPage } from '../../store/file-openings.js';
import { numberOf } from '../../../appeal/domain/appeal.js';
import { receiptNumber } from '../../../appeal/domain/follow-up.js';

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

@Resolver()
export class FileOpeningsResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly openings: FileOpenings,
    private readonly appeals: AppealHandler,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('fileOpenings')
  async fileOpenings(
    @Args() { first, after, ...given }: QueryFileOpeningsArgs,
    @Context() { district }: PermittedContext,
  ): Promise<FileOpeningConnection> {
    if (!district) throw new NotFound();
    const limit = pageSize(first);
    const filter = filterOf(given);
    const list = `fileOpenings/${district.id}/${JSON.stringify(filter)}`;
    const position = readCursor<NonNullable<FileOpeningsPage['after']>>(this.cursorKey, list, after);
    const found = await this.openings.list(district.id, {
      ...filter,
      zone: district.zone,
      limit: limit + 1,
      ...compact({ after: position }),
    });
    const shown = found.slice(0, limit);
    const numbers = await this.numbers(district.id, shown);
    const edges = shown.map((opening) => ({
      cursor: makeCursor(this.cursorKey, list, positionOf(opening)),
      node: view(opening, numbers),
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

  /** Registration numbers by appeal. */
  private async numbers(district: number, openings: readonly FileOpening[]): Promise<ReadonlyMap<string, string>> {
    const appeals = new Set(openings.flatMap(({ appeal }) => appeal ?? []));
    const found = [...appeals].map(async (appeal) => {
      const number = numberOf((await this.appeals.load(district, appeal)).state);
      return number === undefined ? undefined : ([appeal, number] as const);
    });
    return new Map((await Promise.all(found)).filter((one) => one !== undefined));
  }
}

function filterOf({ appeal, official, from, to }: Omit<QueryFileOpeningsArgs, 'district'>) {
  return { ...(appeal && { appeal }), ...(official && { official }), ...(from && { from }), ...(to && { to }) };
}

function positionOf({ at, file, official }: FileOpening): NonNullable<FileOpeningsPage['after']> {
  return { at, file, official };
}

function view(
  { at, file, official, appeal, onBehalfOf }: FileOpening,
  numbers: ReadonlyMap<string, string>,
): FileOpeningView {
  const by = { id: uuidv5(file, `${official} ${at}`), at, file, official, onBehalfOf: onBehalfOf ?? null };
  if (appeal === undefined) return { ...by, appeal: null, receipt: null, number: null };
  return { ...by, appeal, receipt: receiptNumber(appeal), number: numbers.get(appeal) ?? null };
}

function pageSize(given: number | null | undefined): number {
  const size = given ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw new BadInput('PAGE_SIZE', 'first', { max: MAX_PAGE_SIZE });
  return size;
}
