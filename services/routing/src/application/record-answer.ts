import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { localDate } from '@otklik/kernel';
import { Directory, type Transaction } from '@otklik/tenancy';
import { QuestionHandler } from './question-handler.js';

/** The proof that an answer was dispatched answers its question, on the local date of the district. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
  ) {}

  /** `dispatchedAt`: ISO 8601 UTC. Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async dispatched(
    command: CommandContext,
    {
      question,
      notice,
      dispatchedAt,
    }: { readonly question: string; readonly notice: string; readonly dispatchedAt: string },
    tx: Transaction,
  ): Promise<void> {
    const zone = this.directory.districtById(command.district)?.zone;
    if (zone === undefined) throw new TypeError(`The directory has no district ${command.district}`);
    const answeredOn = localDate(dispatchedAt, zone);
    await this.questions.handle(command, question, { type: 'RecordAnswer', notice, answeredOn, zone }, { tx });
  }
}
