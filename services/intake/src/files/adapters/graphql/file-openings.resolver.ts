import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { FileOpening as FileOpeningView, QueryFileOpeningsArgs } from '@otklik/contracts/generated/graphql';
import { connectionOf, NotFound, pageRequest, withOneMore, type Connection, type PermittedContext } from '@otklik/host';
import { compact, uuidv5 } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { AppealHandler } from '../../../appeal/application/appeal-handler.js';
import { type FileOpening, FileOpenings, type FileOpeningsPage } from '../../store/file-openings.js';
import { numberOf } from '../../../appeal/domain/appeal.js';
import { receiptNumber } from '../../../appeal/domain/follow-up.js';

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
  ): Promise<Connection<FileOpeningView>> {
    if (!district) throw new NotFound();
    const filter = filterOf(given);
    const list = { key: this.cursorKey, name: `fileOpenings/${district.id}/${JSON.stringify(filter)}` };
    const page = pageRequest<NonNullable<FileOpeningsPage['after']>>({ first, after }, list);
    const { limit, from } = withOneMore(page);
    const found = await this.openings.list(district.id, {
      ...filter,
      zone: district.zone,
      limit,
      ...compact({ after: from }),
    });
    const numbers = await this.numbers(district.id, found.slice(0, page.limit));
    return connectionOf(page, found, list, { node: (opening) => view(opening, numbers), position: positionOf });
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
