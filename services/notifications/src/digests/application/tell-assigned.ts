import { Injectable } from '@nestjs/common';
import { Directory, type Transaction } from '@otklik/tenancy';
import { AssignmentLetters, type Assigned, type AssignmentLetter } from './assignment-letters.js';
import { helpsIn } from './helps-in.js';
import { wantsAssignmentLetter } from './wants-assignment-letter.js';

/** Officials who chose so are notified by e-mail at once of what was assigned to them. */
@Injectable()
export class TellAssigned {
  constructor(
    private readonly waiting: AssignmentLetters,
    private readonly directory: Directory,
  ) {}

  async tell(district: number, assigned: readonly Assigned[], tx: Transaction): Promise<void> {
    const wanted = assigned
      .flatMap((one) => this.lettersOf(district, one))
      .filter(({ official }) => wantsAssignmentLetter(this.directory.officialById(official), district));
    if (wanted.length > 0) await this.waiting.set(tx, district, wanted);
  }

  /** A department's part is for each of its officials who may say that it is done. */
  private lettersOf(id: number, assigned: Assigned): readonly AssignmentLetter[] {
    if (assigned.what !== 'DEPARTMENT_PART') return [assigned];
    const district = this.directory.districtById(id);
    const officials = district?.officials ?? [];
    return officials
      .filter(({ assignments }) => helpsIn(assignments, district!).includes(assigned.department))
      .map((official) => ({ ...assigned, official: official.id }));
  }
}
