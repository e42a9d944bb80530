import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  OldJournalColumnInput,
  OldJournalFile,
  OldJournalLoad,
  OldJournalSheet,
  QueryOldJournalFileArgs,
  TakeBackOldJournalInput,
  TakeInOldJournalInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import { UploadedJournal, type Choice } from '../../uploaded-journal.js';
import type { ReadJournalSheet } from '../../domain/journal-rows.js';
import { isEmptyRow, type Sheet } from '../../domain/sheet.js';
import type { LoadRow } from '../../store/old-journal-loads.js';

const SAMPLE = 20;
const MAX_FAULTS = 2_000;
const MAX_ABSENT = 100;
const MAX_CELL = 300;
const MAX_REASON = 200;
const MAX_SHEETS = 100;
const MAX_SHEET_NAME = 100;

/** A journal that was kept before: what an upload has, its import, its end. */
@Resolver()
export class OldJournalResolver {
  constructor(private readonly journal: UploadedJournal) {}

  @Query('oldJournalFile')
  async oldJournalFile(
    @Args() { file, sheets, columns }: QueryOldJournalFileArgs,
    @Context() context: PermittedContext,
  ): Promise<OldJournalFile> {
    const upload = await this.journal.read(districtOf(context), file, choiceOf(sheets, columns));
    const { read } = upload;
    const all = [...read.sheets, ...read.others];
    return {
      name: upload.name ?? null,
      sheets: upload.sheets.flatMap((sheet) => {
        const found = all.find(({ name }) => name === sheet.name);
        return found ? [sheetOf(sheet, found)] : [];
      }),
      numbers: read.numbers.map(({ absent, ...numbers }) => ({
        ...numbers,
        absent: absent.slice(0, MAX_ABSENT),
        isPresent: numbers.year === upload.presentYear,
      })),
      known: upload.known,
    };
  }

  @Query('oldJournalLoads')
  async oldJournalLoads(@Context() context: PermittedContext): Promise<readonly OldJournalLoad[]> {
    return (await this.journal.loads(districtOf(context))).map(loadOf);
  }

  @Command()
  async takeInOldJournal(
    @Input({ sheets: { max: MAX_SHEET_NAME, items: MAX_SHEETS, optional: true } }) input: TakeInOldJournalInput,
    @Ctx() { inDistrict: district, actor }: ClientCommandContext,
  ) {
    const choice = { ...choiceOf(input.sheets, input.columns), isReserved: input.isReserved ?? false };
    return { __typename: 'OldJournalStep', ...(await this.journal.takeIn({ district, actor }, input.file, choice)) };
  }

  @Command()
  async takeBackOldJournal(
    @Input({ reason: { max: MAX_REASON } }) { load, reason }: TakeBackOldJournalInput,
    @Ctx() { inDistrict: district, actor }: ClientCommandContext,
  ) {
    return { __typename: 'OldJournalStep', ...(await this.journal.takeBack({ district, actor }, load, reason)) };
  }
}

function choiceOf(
  only: readonly string[] | null | undefined,
  columns: readonly OldJournalColumnInput[] | null | undefined,
): Choice {
  const sheets = Map.groupBy(columns ?? [], ({ sheet }) => sheet);
  const chosenOf = new Map(
    [...sheets].map(([sheet, of]) => [sheet, Object.fromEntries(of.map(({ at, kind }) => [at, kind]))] as const),
  );
  return { ...(only && only.length > 0 && { only }), chosenOf };
}

function sheetOf({ rows }: Sheet, read: ReadJournalSheet): OldJournalSheet {
  const { name, missing, entries, empty, leftOut, faults, columns } = read;
  const sample = rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .slice(columns.firstRow)
    .filter(({ cells }) => !isEmptyRow(cells))
    .slice(0, SAMPLE);
  return {
    name,
    missing: missing as OldJournalSheet['missing'],
    rows: read.rows,
    taken: entries.length,
    empty,
    leftOut,
    columns: columns.columns.map(({ at, letters, title, kind, isByContent }) => ({
      at,
      letters,
      title,
      kind: (kind ?? 'NONE') as OldJournalColumnInput['kind'],
      isByContent: isByContent ?? false,
    })),
    sample: sample.map(({ row, cells }) => ({
      row,
      cells: cells.map(({ text }) => text.slice(0, MAX_CELL).toWellFormed()),
    })),
    faultCount: faults.length,
    faults: refusedFirst(faults)
      .slice(0, MAX_FAULTS)
      .map(({ row, column, code, text, like, isRefused }) => ({
        row,
        column: column ?? null,
        code,
        text: text ?? null,
        likeRow: like?.row ?? null,
        likeSheet: like?.sheet ?? null,
        isRefused,
      })),
  };
}

function refusedFirst(faults: ReadJournalSheet['faults']): ReadJournalSheet['faults'] {
  return faults.toSorted((one, other) => Number(other.isRefused) - Number(one.isRefused));
}

function loadOf({
  id,
  takenAt,
  state,
  rows,
  refused,
  fileHash,
  report,
  removedAt,
  removedReason,
}: LoadRow): OldJournalLoad {
  return {
    id,
    takenAt: takenAt.toISOString(),
    state,
    rows,
    refused,
    fileHash: fileHash.slice(0, 12),
    months: report?.months ?? [],
    topics: report?.topics ?? [],
    removedAt: removedAt?.toISOString() ?? null,
    removedReason,
  };
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}
