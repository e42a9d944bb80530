import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { CaseEvidencePermit, QueryCaseEvidenceArgs } from '@otklik/contracts/generated/graphql';
import { evidenceOwners } from '@otklik/contracts/routes';
import {
  cleanText,
  EVIDENCE_PASS,
  Forbidden,
  openedBy,
  RateLimited,
  signEvidencePass,
  type EvidencePass,
  type PermittedContext,
} from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { applicantOpeners, Directory, type District } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import { hour, Openings } from '../../../records/application/openings.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { mayReadCard, viewing } from '../../../register/application/card/row-view.js';
import { listedRow } from '../../../register/application/list/listed-row.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import type { RegisterRow } from '../../../register/application/list/register-row.js';

const MAX_REASON_LENGTH = 500;
/** Each is the whole case with all that is personal in it. */
export const MAX_EVIDENCE_FILES_AN_HOUR = 10;

/** Who may take the evidence file of a case away: on record with the reason before any part is given. */
@Resolver()
export class CaseEvidenceResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  @Query('caseEvidence')
  async caseEvidence(
    @Args() args: QueryCaseEvidenceArgs,
    @Context() context: PermittedContext,
  ): Promise<CaseEvidencePermit | null> {
    const reason = cleanText(args.reason, { max: MAX_REASON_LENGTH, path: 'reason' });
    const district = districtOf(context);
    const row = await this.reader.row(district.id, args.appeal);
    if (!row) return null;
    const at = this.clock.now();
    const { official, withContacts } = await this.record(row, { reason, at, district }, context);
    const number = row.number ?? row.receipt;
    const { id: appeal } = row;
    const of = { district: district.id, appeal, number, streams: streamsOf(row) };
    const pass: EvidencePass = { ...of, official, at, withContacts };
    return {
      number,
      pass: signEvidencePass(this.secrets.of(EVIDENCE_PASS), pass),
      parts: evidenceOwners.map((owner) => `/evidence/${district.code}/${owner}`),
      withContacts,
    };
  }

  /** Answers the official, and whether name and contact are in the file: for a role that opens them, of which the file is an act. */
  private async record(
    row: RegisterRow,
    { reason, at, district }: { readonly reason: string; readonly at: string; readonly district: District },
    context: PermittedContext,
  ): Promise<{ readonly official: string; readonly withContacts: boolean }> {
    const { actor, rule, language } = context;
    const takenBy = (roles: typeof rule) =>
      openedBy({ actor, rule: roles }, district.id, (sender) =>
        mayReadCard(listedRow(row), viewing(this.directory, district, at, sender, language)),
      );
    const asOpener = takenBy(applicantOpeners(rule));
    const by = asOpener ?? takenBy(rule);
    if (!by?.official) throw new Forbidden();
    const id = randomUUID();
    const { person } = row.fold.appeal.received!;
    const sealed = row.erased ? {} : { reason: await this.vault.seal(district.id, person, id, 'reason', reason) };
    const opening = { id, kind: 'EVIDENCE', appeal: row.id, ...by, official: by.official, at, ...sealed } as const;
    const isWithin = await this.openings.recordWithin(district.id, opening, hour(at, MAX_EVIDENCE_FILES_AN_HOUR));
    if (!isWithin) throw new RateLimited();
    return { official: by.official, withContacts: asOpener !== undefined };
  }
}

function streamsOf({ id, fold: { questions, responses, notices } }: RegisterRow): readonly string[] {
  return [id, ...Object.keys(questions), ...Object.keys(responses), ...Object.keys(notices)];
}
