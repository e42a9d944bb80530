import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  AppealReview,
  FileSstuReportInput,
  RecordSstuResultInput,
  QueryAppealReviewArgs,
  QuerySstuFileArgs,
  QuerySstuReportArgs,
  SstuFile,
  SstuReceipt,
  SstuReport,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  Command,
  Ctx,
  Forbidden,
  Input,
  openedBy,
  PRINT_PASS,
  RateLimited,
  signPass,
  type PermittedContext,
  type PrintPass,
} from '@otklik/host';
import { IdempotencyKeyReused, refuse } from '@otklik/kernel';
import { departmentsOf, Directory, type District } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { officialOf } from '../../../register/application/list/directory-names.js';
import { NumberNotClear, ReportResults } from '../../application/report-results.js';
import { Reviews } from '../../application/reviews.js';
import { reviewTitle } from '../../application/review-files.js';
import type { SstuCheck } from '../../application/sstu-check.js';
import { SstuReports, TooManyReports } from '../../application/sstu-reports.js';
import { monthOf, quarterOf, yearOf, type ReportPeriod } from '../../domain/report-period.js';
import { ReportsMade, type Receipt } from '../../store/reports-made.js';

/** A file is made in a browser: a district has some hundreds of cases a month. */
export const MAX_CASES = 2_000;
const MAX_REFUSED = 200;
const MAX_RECEIPTS = 24;
const MAX_ARCHIVES = 50;
/** Refused appeals of one answer of the server, and how long what it says of each. */
const MAX_SAID = 500;
const MAX_NUMBER = 100;
const MAX_REASON = 500;
const SHA256 = /^[0-9a-f]{64}$/;

/** The monthly report and the review, for the desk. */
@Resolver()
export class ReportResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reports: SstuReports,
    private readonly reviews: Reviews,
    private readonly made: ReportsMade,
    private readonly secrets: Secrets,
    private readonly results: ReportResults,
  ) {}

  @Query('sstuReport')
  async sstuReport(@Args() { month }: QuerySstuReportArgs, @Context() context: PermittedContext): Promise<SstuReport> {
    const district = districtOf(context);
    const { check } = await this.reports.read(district, checkedMonth(month));
    const receipts = await this.made.list(district.id, 'SSTU', MAX_RECEIPTS);
    return { ...checkView(check), receipts: receipts.map((one) => this.receipt(one, district)) };
  }

  @Query('sstuFile')
  async sstuFile(@Args() { month }: QuerySstuFileArgs, @Context() context: PermittedContext): Promise<SstuFile> {
    const district = districtOf(context);
    const by = openedBy(
      context,
      district.id,
      ({ assignments }) => departmentsOf(assignments, district, context.rule) === 'ALL',
    );
    if (!by?.official) throw new Forbidden();
    const read = await this.reports.read(district, checkedMonth(month));
    if (read.check.entries.length > MAX_CASES) throw new BadInput('TOO_MANY_ITEMS', 'month', { max: MAX_CASES });
    const opened = await this.reports.open(read, by).catch(rateLimited);
    const pass: PrintPass = {
      district: district.id,
      official: by.official,
      opening: opened.id,
      letters: opened.entries.flatMap(({ sheets }) => sheets),
      at: opened.at,
    };
    return {
      report: opened.id,
      pass: signPass(this.secrets.of(PRINT_PASS), pass),
      entries: opened.entries.map(({ sheets, ...entry }) => ({ ...entry, sheets: [...sheets] })),
      ...opened.limits,
    };
  }

  @Query('appealReview')
  async appealReview(
    @Args() { period: given }: QueryAppealReviewArgs,
    @Context() context: PermittedContext,
  ): Promise<AppealReview> {
    const district = districtOf(context);
    const period = quarterOf(given) ?? yearOf(given);
    if (!period) throw new BadInput('VALUE_MALFORMED', 'period');
    const { review, text, odt, docx, csv } = await this.reviews.files(district, period);
    return {
      period: period.name,
      from: period.from,
      to: period.to,
      before: review.before.name,
      title: reviewTitle(review, district.name),
      text: [...text],
      tables: review.tables.map(({ lines, ...table }) => ({
        ...table,
        lines: lines.map(({ of = null, ...line }) => ({ ...line, of })),
      })),
      csv,
      odt: Buffer.from(odt).toString('base64'),
      docx: Buffer.from(docx).toString('base64'),
    };
  }

  @Command()
  async fileSstuReport(
    @Input<FileSstuReportInput>({}, checkSums) input: FileSstuReportInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { inDistrict: district, at } = ctx;
    const { report, sha256, bytes, leftOut } = input;
    if (ctx.mayActIn !== 'ALL') throw new Forbidden();
    const made = await this.made.of(district.id, report);
    const isOwn = ctx.sender.kind === 'official' && made?.official === ctx.sender.id;
    if (!isOwn) refuse('NOT_FOUND');
    if (!(await this.made.file(district.id, report, { at, sha256, bytes, leftOut }))) throw new IdempotencyKeyReused();
    const filed = await this.made.of(district.id, report);
    return { __typename: 'SstuReceipt', ...this.receipt(filed!, district) } as const;
  }

  @Command()
  async recordSstuResult(
    @Input<RecordSstuResultInput>({}, checkRefused) input: RecordSstuResultInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    if (ctx.mayActIn !== 'ALL') throw new Forbidden();
    await this.results.record(ctx, input).catch(numberNotClear);
    const made = await this.made.of(ctx.inDistrict.id, input.report);
    return { __typename: 'SstuReceipt', ...this.receipt(made!, ctx.inDistrict) } as const;
  }

  private receipt(made: Receipt, district: District): SstuReceipt {
    const { id, period: month, at, official, appeals, questions, refused, filed, result } = made;
    const by = (who: string | undefined) => officialOf(this.directory, district, who) ?? null;
    const answer = result && {
      at: result.at,
      official: by(result.official),
      accepted: appeals - (filed?.leftOut.length ?? 0) - new Set(result.refused.map(({ appeal }) => appeal)).size,
      refused: result.refused.map(({ appeal, number, reason }) => ({ appeal, number, reason })),
    };
    const sha256 = [...(filed?.sha256 ?? [])];
    return { id, month, at, official: by(official), appeals, questions, refused, sha256, result: answer ?? null };
  }
}

function rateLimited(error: unknown): never {
  throw error instanceof TooManyReports ? new RateLimited() : error;
}

function numberNotClear(error: unknown): never {
  if (!(error instanceof NumberNotClear)) throw error;
  const path = `input.refused.${error.place}.number`;
  if (error.why === 'NONE') throw new BadInput('VALUE_MALFORMED', path);
  throw new BadInput('BAD_INPUT', path, {}, 'Several appeals of the file have it: give the number of the register.');
}

function checkedMonth(text: string): ReportPeriod {
  const month = monthOf(text);
  if (!month) throw new BadInput('VALUE_MALFORMED', 'month');
  return month;
}

function checkSums({ sha256, bytes, leftOut }: FileSstuReportInput): void {
  const isRight = sha256.length > 0 && sha256.every((sum) => SHA256.test(sum)) && bytes > 0;
  if (!isRight) throw new BadInput('VALUE_MALFORMED', 'input.sha256');
  if (sha256.length > MAX_ARCHIVES) throw new BadInput('TOO_MANY_ITEMS', 'input.sha256', { max: MAX_ARCHIVES });
  if (leftOut.length > MAX_CASES) throw new BadInput('TOO_MANY_ITEMS', 'input.leftOut', { max: MAX_CASES });
}

function checkRefused({ refused }: RecordSstuResultInput): void {
  if (refused.length > MAX_SAID) throw new BadInput('TOO_MANY_ITEMS', 'input.refused', { max: MAX_SAID });
  refused.forEach(({ number, reason }, at) => {
    if (number.trim() === '') throw new BadInput('TEXT_EMPTY', `input.refused.${at}.number`);
    if (reason.trim() === '') throw new BadInput('TEXT_EMPTY', `input.refused.${at}.reason`);
    if (number.length > MAX_NUMBER)
      throw new BadInput('TEXT_TOO_LONG', `input.refused.${at}.number`, { max: MAX_NUMBER });
    if (reason.length > MAX_REASON)
      throw new BadInput('TEXT_TOO_LONG', `input.refused.${at}.reason`, { max: MAX_REASON });
  });
}

function checkView(check: SstuCheck): Omit<SstuReport, 'receipts'> {
  const { period, mapping, groups, appeals, questions, entries, refused, leftOut, changes } = check;
  const accepted = entries.flatMap((entry) => entry.questions);
  return {
    month: period.name,
    from: period.from,
    to: period.to,
    mapping,
    groups: groups.map(({ code, appeals: of, questions: ofThem }) => ({ code, appeals: of, questions: ofThem })),
    appeals,
    questions,
    accepted: accepted.length,
    withSheet: accepted.filter(({ attachment }) => attachment).length,
    leftOut: leftOut.length,
    refusedQuestions: refused.reduce((sum, one) => sum + one.questions, 0),
    refused: refused.slice(0, MAX_REFUSED).map(({ number = null, faults, ...one }) => ({
      ...one,
      number,
      faults: faults.map(({ question = null, ...fault }) => ({ ...fault, question })),
    })),
    changed: changes ? changes.length : null,
  };
}
