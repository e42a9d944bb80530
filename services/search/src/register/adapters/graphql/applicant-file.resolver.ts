import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { ApplicantSearchReason } from '@otklik/contracts/enumerations';
import type {
  ApplicantFile,
  FiledAppeal,
  FiledOpening,
  QueryApplicantFileArgs,
} from '@otklik/contracts/generated/graphql';
import {
  Forbidden,
  openedBy,
  optionalText,
  RateLimited,
  readConsistencyToken,
  type PermittedContext,
} from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { hour, Openings } from '../../../records/application/openings.js';
import { applicantView } from '../../application/card/applicant-view.js';
import { decryptMany } from '../../application/card/clear-texts.js';
import { filedAppeal, filedConsents, filedOpenings, keptMonths } from '../../application/card/file-view.js';
import { viewing, type Viewing } from '../../application/card/row-view.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { isSameName } from '../../domain/persons.js';
import { Applicants, isOpen } from '../../store/applicants.js';
import { districtOf } from './district-of.js';

const MAX_DETAILS_LENGTH = 300;
const MAX_APPEALS = 100;
/** Of an official. A file is opened for one person who calls or writes, not to read all of them. */
const MAX_FILES_AN_HOUR = 60;
const MAX_OPENINGS = 5;

/** The file of a person: whose appeals these are, and what was answered. */
@Resolver()
export class ApplicantFileResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly applicants: Applicants,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  @Query('applicantFile')
  async applicantFile(
    @Args() args: QueryApplicantFileArgs,
    @Context() context: PermittedContext,
  ): Promise<ApplicantFile | null> {
    const details = optionalText(args.details, { max: MAX_DETAILS_LENGTH, path: 'details' });
    const district = districtOf(context);
    await this.reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const row = await this.reader.row(district.id, args.appeal);
    if (!row) return null;
    const at = this.clock.now();
    const title = titleOf(ApplicantSearchReason, args.reason, context.language);
    const reason = details === undefined ? title : `${title}: ${details}`;
    // Recorded before it is shown: an opening that is not on record did not happen.
    await this.record(row, reason, at, context);
    const view = viewing(this.directory, district, at, context.actor, context.language);
    const rows = await this.rowsOf(row);
    const [counts] = await this.applicants.counts(district.id, [row.id]);
    const { total, open } = counts!.total > 0 ? counts! : { total: 1, open: isOpen(row.state) ? 1 : 0 };
    return {
      openedAt: at,
      applicant: await applicantView(this.vault, row),
      total,
      open,
      appeals: await this.filed(rows, row, view),
      consents: filedConsents(rows, district),
      openings: await this.openedBefore(rows, view),
      keptMonths: keptMonths(rows, district),
    };
  }

  /** The newest first; of an erased applicant the appeal alone. */
  private async rowsOf(row: RegisterRow): Promise<readonly RegisterRow[]> {
    const { ids } = await this.applicants.ofPersons(row.district, [row.id], MAX_APPEALS);
    const rows = await this.reader.rows([row.district], ids);
    if (!rows.some(({ id }) => id === row.id)) return [row];
    return rows.toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
  }

  private async filed(rows: readonly RegisterRow[], of: RegisterRow, view: Viewing): Promise<readonly FiledAppeal[]> {
    const sealed = rows.map(({ erased, fold }) => ({
      sealed: erased ? undefined : fold.appeal.received?.name,
      field: 'name',
    }));
    const names = await decryptMany(this.vault, of.district, sealed);
    const name = names[rows.findIndex(({ id }) => id === of.id)];
    return rows.map((row, at) => filedAppeal(row, isSameName(names[at], name), view));
  }

  private async openedBefore(rows: readonly RegisterRow[], view: Viewing): Promise<readonly FiledOpening[]> {
    const { district, language } = view;
    const filter = {
      kinds: ['CONTACT', 'APPLICANT_FILE', 'EVIDENCE', 'PRINT'] as const,
      appeals: rows.map(({ id }) => id),
      zone: district.zone,
    };
    const page = { limit: MAX_OPENINGS, backward: false };
    const { directory, vault } = this;
    const openings = await this.openings.list(district.id, filter, page);
    return filedOpenings(openings, { directory, vault, district, language });
  }

  private async record(row: RegisterRow, reason: string, at: string, context: PermittedContext): Promise<void> {
    const { district, id: appeal, erased, fold } = row;
    const by = openedBy(context, district);
    if (!by?.official) throw new Forbidden();
    const id = randomUUID();
    const { person } = fold.appeal.received!;
    const sealed = erased ? {} : { reason: await this.vault.seal(district, person, id, 'reason', reason) };
    const opening = { id, kind: 'APPLICANT_FILE', appeal, ...by, official: by.official, at, ...sealed } as const;
    if (!(await this.openings.recordWithin(district, opening, hour(at, MAX_FILES_AN_HOUR)))) throw new RateLimited();
  }
}
