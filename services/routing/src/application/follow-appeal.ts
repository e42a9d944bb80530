import { Injectable } from '@nestjs/common';
import type { ClosingGround } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { PrerequisiteMissing } from '@otklik/messaging';
import { Directory, type District, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { Submission } from '../domain/routing-rules.js';
import { DistrictRoutes } from './district-routes.js';
import { openQuestion, questionId, type Registration } from './open-question.js';
import { QuestionHandler } from './question-handler.js';
import { ReceivedAppeals, type NewlyReceived } from './received-appeals.js';

/** The context of the command to the question of that ordinal. */
export type ContextOf = (ordinal: number) => CommandContext;

interface AppealKey {
  readonly district: number;
  readonly appeal: string;
}

/** A registered appeal opens its question; one that was withdrawn or erased closes all of them, and its text is deleted. */
@Injectable()
export class FollowAppeal {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly received: ReceivedAppeals,
    private readonly directory: Directory,
    private readonly routes: DistrictRoutes,
    private readonly vault: Vault,
  ) {}

  async keep(received: readonly NewlyReceived[], tx: Transaction): Promise<void> {
    await this.received.keep(tx, received);
  }

  /** Throws `PrerequisiteMissing` when the submission has not been consumed yet. */
  async registered(
    command: CommandContext,
    appeal: string,
    registration: Registration,
    tx: Transaction,
  ): Promise<void> {
    const district = this.districtOf(command);
    const submission = await this.submissionOf(district, appeal, tx);
    const open = openQuestion(district, registration, submission, this.routes.of(district));
    await this.questions.handle(command, questionId(appeal, 1), open, { tx });
  }

  async withdrawn(contextOf: ContextOf, { district, appeal }: AppealKey, tx: Transaction): Promise<void> {
    await this.received.deleteText(tx, district, appeal);
    await this.closeAll(contextOf, appeal, 'WITHDRAWN', tx);
  }

  async erased(contextOf: ContextOf, { district, appeal }: AppealKey, person: string, tx: Transaction): Promise<void> {
    await this.received.deleteTextsOf(tx, district, person);
    await this.closeAll(contextOf, appeal, 'ERASED', tx);
  }

  /** Ordinals have no gap, so the first id without a stream ends them; an appeal that was never registered has none. */
  private async closeAll(contextOf: ContextOf, appeal: string, ground: ClosingGround, tx: Transaction): Promise<void> {
    for (let ordinal = 1; ; ordinal += 1) {
      const command = { type: 'CloseQuestion', ground } as const;
      const { version } = await this.questions.handle(contextOf(ordinal), questionId(appeal, ordinal), command, { tx });
      if (version === 0) return;
    }
  }

  private districtOf({ district }: CommandContext): District {
    const known = this.directory.districtById(district);
    if (!known) throw new TypeError(`The directory has no district ${district}`);
    return known;
  }

  private async submissionOf(district: District, appeal: string, tx: Transaction): Promise<Submission> {
    const received = await this.received.of(tx, district.id, appeal);
    if (!received) throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    const { text: sealed, settlement, channel } = received;
    const text = sealed === null ? undefined : await this.vault.open(district.id, sealed, { field: 'text' });
    return { text: text ?? '', channel, ...(settlement === null ? {} : { settlement }) };
  }
}
