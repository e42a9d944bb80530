import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { QuestionHandler } from './question-handler.js';
import { ReceivedAppeals } from '../store/received-appeals.js';

/** The words of a question: opened in memory, and kept nowhere. */
@Injectable()
export class QuestionText {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionHandler,
    private readonly received: ReceivedAppeals,
    private readonly vault: Vault,
  ) {}

  /** Its own part of the appeal; undefined where it is the whole. */
  async own(district: number, id: string): Promise<string | undefined> {
    const { state } = await this.questions.load(district, id);
    const text = state.status === 'NONE' ? undefined : state.published.text;
    return text === undefined ? undefined : this.vault.open(district, text, { field: 'text' });
  }

  /** Of the appeal; empty once it was deleted, undefined where there is no such question. */
  async whole(district: number, id: string): Promise<string | undefined> {
    const found = await this.database.scope(district).transaction(async (tx) => {
      const { appeal } = await this.questions.load(district, id, tx);
      return appeal === undefined ? undefined : { text: (await this.received.of(tx, district, appeal))?.text };
    });
    if (!found) return undefined;
    return (found.text && (await this.vault.open(district, found.text, { field: 'text' }))) ?? '';
  }
}
