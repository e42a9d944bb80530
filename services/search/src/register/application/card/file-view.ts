import type { ApplicantFile, FiledAppeal, FiledConsent, FiledOpening } from '@otklik/contracts/generated/graphql';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { PrintReason } from '@otklik/contracts/enumerations';
import { localDate } from '@otklik/kernel';
import { retentionOf, type Directory, type District } from '@otklik/tenancy';
import type { Vault } from '@otklik/vault';
import type { Opening } from '../../../records/application/openings.js';
import { isOpen } from '../../store/applicants.js';
import { officialOf } from '../list/directory-names.js';
import { listedAppeal } from '../list/listed-row.js';
import type { RegisterRow } from '../list/register-row.js';
import { decryptMany } from './clear-texts.js';
import { appealView, mayReadCard, type Viewing } from './row-view.js';

/* What a person's file holds beside name and contact. */

const MAX_ANSWER_LENGTH = 400;

export function filedAppeal(row: RegisterRow, sameName: boolean, view: Viewing): FiledAppeal {
  const listed = listedAppeal(row);
  const { answers, atOnce } = row.clear;
  const { joined = [], isApart = false } = row.fold.appeal;
  const answer = mayReadCard(listed, view) ? (answers.at(-1) ?? atOnce) : undefined;
  return {
    row: appealView(listed, view),
    dueOn: row.dueOn ?? null,
    answer: answer?.slice(0, MAX_ANSWER_LENGTH) ?? null,
    sameName,
    open: isOpen(row.state),
    joined,
    apart: isApart,
  };
}

export function filedConsents(rows: readonly RegisterRow[], { zone }: District): readonly FiledConsent[] {
  return rows.flatMap((row) => {
    const { received, consentWithdrawnAt } = row.fold.appeal;
    const publication = received?.mayBePublished === true;
    const version = received?.consent?.version;
    if (version === undefined && !publication) return [];
    const given = { appeal: row.id, number: row.number ?? row.receipt, on: localDate(row.receivedAt, zone) };
    return [{ ...given, version: version ?? null, publication, withdrawnAt: consentWithdrawnAt ?? null }];
  });
}

interface Opened {
  readonly directory: Directory;
  readonly vault: Vault;
  readonly district: District;
  readonly language: Viewing['language'];
}

export async function filedOpenings(
  openings: readonly Opening[],
  { directory, vault, district, language }: Opened,
): Promise<readonly FiledOpening[]> {
  const sealed = openings.map(({ id, kind, reason }) => {
    return { sealed: kind === 'PRINT' ? undefined : reason, eventId: id, field: 'reason' };
  });
  const reasons = await decryptMany(vault, district.id, sealed);
  return openings.map(({ at, kind, official, reason = '' }, index) => ({
    at,
    official: officialOf(directory, district, official) ?? null,
    reason: kind === 'PRINT' ? titleOf(PrintReason, reason, language) : (reasons[index] ?? null),
  }));
}

/** The longest term of the regimes that the person's appeals have. */
export function keptMonths(rows: readonly RegisterRow[], { policy }: District): ApplicantFile['keptMonths'] {
  const terms = retentionOf({ policy });
  return Math.max(...rows.map(({ regime }) => terms[regime].months));
}
