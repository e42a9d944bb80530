import { Injectable } from '@nestjs/common';
import { Directory, type Transaction } from '@otklik/tenancy';
import { AssignmentLetters, type AssignmentLetter } from './assignment-letters.js';
import { wantsAssignmentLetter } from './wants-assignment-letter.js';

/** Officials who chose so are notified by e-mail at once of what was assigned to them. */
@Injectable()
export class TellAssigned {
  constructor(
    private readonly waiting: AssignmentLetters,
    private readonly directory: Directory,
  ) {}

  async tell(district: number, letters: readonly AssignmentLetter[], tx: Transaction): Promise<void> {
    const wanted = letters.filter(({ official }) =>
      wantsAssignmentLetter(this.directory.officialById(official), district),
    );
    if (wanted.length > 0) await this.waiting.set(tx, district, wanted);
  }
}
