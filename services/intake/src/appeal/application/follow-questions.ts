import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';
import { endOfAppeal, type QuestionStanding } from '../domain/end-of-appeal.js';
import { AppealHandler } from './appeal-handler.js';
import { AppealQuestions, type QuestionDue, type QuestionPlace, type Workers } from '../store/appeal-questions.js';

/** An appeal is answered once every one of its questions has its end: then the resident may rate, and ask for reopening. */
@Injectable()
export class FollowQuestions {
  constructor(
    private readonly questions: AppealQuestions,
    private readonly appeals: AppealHandler,
  ) {}

  has(places: readonly QuestionPlace[], tx: Transaction): Promise<void> {
    return this.questions.has(tx, places);
  }

  /** `opened`: those that are new. The last of the places and of the terms counts. */
  async placed(
    opened: ReadonlySet<string>,
    { places, dues }: { readonly places: readonly QuestionPlace[]; readonly dues: readonly QuestionDue[] },
    tx: Transaction,
  ): Promise<void> {
    const last = [...new Map(places.map((place) => [place.question, place])).values()];
    const due = new Map(dues.map((one) => [one.question, one]));
    const withDue = (place: QuestionPlace) => ({ ...place, ...due.get(place.question) });
    await this.questions.open(tx, last.filter(({ question }) => opened.has(question)).map(withDue));
    await this.questions.has(
      tx,
      last.filter(({ question }) => !opened.has(question)),
    );
    await this.questions.due(
      tx,
      [...due.values()].filter(({ question }) => !opened.has(question)),
    );
  }

  helped(place: Omit<QuestionPlace, 'department'>, by: Workers, tx: Transaction): Promise<void> {
    return this.questions.helped(tx, place, by);
  }

  /** A fact that came late or twice changes nothing. */
  async stands(
    command: CommandContext,
    { appeal, version }: { readonly appeal: string; readonly version: number },
    standing: QuestionStanding,
    tx: Transaction,
  ): Promise<void> {
    await this.questions.keep(tx, { district: command.district, appeal, version, standing });
    if (standing.state === 'OPEN') return;
    const end = endOfAppeal(await this.questions.of(tx, command.district, appeal));
    if (end) await this.appeals.handle(command, appeal, { type: 'AnswerAppeal', ...end }, { tx });
  }

  /** Every body gave it back after it had its end: where that was the last one, the appeal is considered again. */
  async takenBack(
    command: CommandContext,
    of: { readonly appeal: string; readonly version: number },
    question: string,
    tx: Transaction,
  ): Promise<void> {
    await this.stands(command, of, { question, state: 'OPEN' }, tx);
    const questions = await this.questions.of(tx, command.district, of.appeal);
    if (questions.some(({ state }) => state === 'OPEN'))
      await this.appeals.handle(command, of.appeal, { type: 'ResumeConsideration', question }, { tx });
  }
}
