import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@otklik/kernel';
import { Directory, recordRetentionOf, recordsPastTerm } from '@otklik/tenancy';
import { type DraftCount, PersonalDrafts } from '../store/personal-drafts.js';

export interface KeptDrafts extends DraftCount {
  /** Their term. */
  readonly months: number;
}

/** Unsent texts past their term of storage go: it runs from the last save. */
@Injectable()
export class EndDrafts {
  constructor(
    private readonly drafts: PersonalDrafts,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Of all districts. Answers how many went. */
  async runAll(): Promise<number> {
    let count = 0;
    for (const { id } of this.directory.districts()) count += await this.run(id);
    return count;
  }

  /** Of one district. Answers how many went. */
  run(district: number): Promise<number> {
    return this.drafts.removeBefore(district, this.termOf(district).before);
  }

  async counts(district: number): Promise<KeptDrafts> {
    const { months, before } = this.termOf(district);
    return { months, ...(await this.drafts.counts(district, before)) };
  }

  private termOf(id: number): { readonly months: number; readonly before: string } {
    const district = this.directory.districtById(id);
    if (!district) throw new TypeError(`District ${id} is unknown`);
    const { DRAFTS: term } = recordRetentionOf(district);
    return { months: term.months, before: recordsPastTerm(localDate(this.clock.now(), district.zone), term) };
  }
}
