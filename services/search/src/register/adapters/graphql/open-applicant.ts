import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Applicant } from '@otklik/contracts/generated/graphql';
import { openedBy, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { Openings } from '../../../records/application/openings.js';
import { applicantView } from '../../application/card/applicant-view.js';
import { actingIn, mayOpenContacts } from '../../application/fold/acting.js';
import type { RegisterRow } from '../../application/list/register-row.js';

/** Name and contact of an applicant, for an act at hand. */
@Injectable()
export class OpenApplicant {
  constructor(
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Recorded before it is shown: an opening that is not on record did not happen. Undefined where no act needs it. */
  async open(
    row: RegisterRow,
    reason: string,
    context: Pick<PermittedContext, 'actor' | 'rule'>,
    district: District,
  ): Promise<Applicant | undefined> {
    const at = this.clock.now();
    const today = localDate(at, district.zone);
    // As himself where he may, else in the stead of an absent one: on record is the role that permitted it.
    const by = openedBy(context, district.id, (sender) => mayOpenContacts(row, actingIn(sender, district, today)));
    if (!by) return undefined;
    const { person } = row.fold.appeal.received!;
    const id = randomUUID();
    const sealed = row.erased ? {} : { reason: await this.vault.seal(district.id, person, id, 'reason', reason) };
    await this.openings.record(district.id, { id, kind: 'CONTACT', appeal: row.id, ...by, at, ...sealed });
    return applicantView(this.vault, row);
  }
}
