import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { compact, localDate, type LocalDate } from '@otklik/kernel';
import { Directory, type Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { EndQuestion } from '../domain/question-ends.decide.js';
import type { HandoverTexts } from '../domain/question-handover.decide.js';
import { QuestionHandler } from './question-handler.js';

export interface Proof {
  readonly question: string;
  readonly notice: string;
  /** ISO 8601 UTC. */
  readonly dispatchedAt: string;
}

/** The proof of a notice ends its question, on the local date of the district: by its answer, or by another end. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
    private readonly vault: Vault,
  ) {}

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async dispatched(command: CommandContext, { question, notice, dispatchedAt }: Proof, tx: Transaction): Promise<void> {
    const { zone, on: answeredOn } = this.dayOf(command, dispatchedAt);
    const answer = { type: 'RecordAnswer', notice, answeredOn, answeredAt: dispatchedAt, zone } as const;
    await this.questions.handle(command, question, answer, { tx });
  }

  /**
   * The applicant was notified that the question is forwarded, or left without an answer on the merits; or the letter
   * to a body was sent.
   */
  async ended(
    command: CommandContext,
    { question, notice, dispatchedAt }: Proof,
    addressee: EndQuestion['addressee'],
    tx: Transaction,
  ): Promise<void> {
    const { zone, on: endedOn } = this.dayOf(command, dispatchedAt);
    const texts = await this.textsFor(command.district, question, tx);
    const end = { type: 'EndQuestion', notice, addressee, endedOn, zone, texts } as const;
    await this.questions.handle(command, question, end, { tx });
  }

  /** The notice of a forwarding that is taken back has not left. Refuses NOT_FOUND for no question. */
  async forwardingCancelled(command: CommandContext, question: string, tx: Transaction): Promise<void> {
    await this.questions.handle(command, question, { type: 'ReleaseForwarding' }, { tx });
  }

  /** What another district of the platform gets to read of a question that is forwarded there, in clear. */
  private async textsFor(district: number, question: string, tx: Transaction): Promise<HandoverTexts> {
    const { state } = await this.questions.load(district, question, tx);
    if (state.status !== 'FORWARDING') return {};
    const { forwardedTo = [], text: own } = state.published;
    if (forwardedTo.every((body) => body.district === undefined)) return {};
    const [text, reason] = await Promise.all([
      this.opened(district, own, 'text'),
      this.opened(district, state.now.forwarding?.reason, 'reason'),
    ]);
    return compact({ text, reason });
  }

  private async opened(district: number, sealed: string | undefined, field: string): Promise<string | undefined> {
    return sealed === undefined ? undefined : this.vault.open(district, sealed, { field });
  }

  private dayOf({ district }: CommandContext, at: string): { readonly zone: string; readonly on: LocalDate } {
    const zone = this.directory.districtById(district)?.zone;
    if (zone === undefined) throw new TypeError(`The directory has no district ${district}`);
    return { zone, on: localDate(at, zone) };
  }
}
