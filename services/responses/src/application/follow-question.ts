import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { uuidv5 } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { RefuseAnswer } from '../domain/response.decide.js';
import { AnsweredQuestions } from '../store/answered-questions.js';
import { type Assignment, Assignments } from './assignments.js';
import { ResponseHandler } from './response-handler.js';

/** A question opens its response, which is closed with it; its assignment decides which official may write it. */
@Injectable()
export class FollowQuestion {
  constructor(
    private readonly responses: ResponseHandler,
    private readonly assignments: Assignments,
    private readonly answered: AnsweredQuestions,
  ) {}

  async opened(command: CommandContext, question: string, person: string, tx: Transaction): Promise<void> {
    await this.responses.handle(command, responseOf(question), { type: 'OpenResponse', question, person }, { tx });
  }

  /** A merged question stands for itself again. */
  async restored(
    command: CommandContext,
    { question, version }: { readonly question: string; readonly version: number },
    { person, ...assignment }: Assignment & { readonly person: string },
    tx: Transaction,
  ): Promise<void> {
    const open = { type: 'OpenResponse', question, person, again: true } as const;
    await this.responses.handle(command, responseOf(question), open, { tx });
    await this.assigned(command, { question, version }, assignment, tx);
  }

  async assigned(
    { district }: CommandContext,
    { question, version }: { readonly question: string; readonly version: number },
    assignment: Assignment,
    tx: Transaction,
  ): Promise<void> {
    await this.assignments.keep(tx, district, question, version, assignment);
  }

  /** The draft of a department that the question left is of no force. */
  async moved(
    command: CommandContext,
    { question, version }: { readonly question: string; readonly version: number },
    department: string | undefined,
    tx: Transaction,
  ): Promise<void> {
    await this.assignments.keep(tx, command.district, question, version, { department, executor: undefined });
    await this.responses.handle(command, responseOf(question), { type: 'LeaveDepartment', department }, { tx });
  }

  async answerRefused(
    command: CommandContext,
    question: string,
    refused: Pick<RefuseAnswer, 'answer' | 'ended'>,
    tx: Transaction,
  ): Promise<void> {
    await this.responses.handle(command, responseOf(question), { type: 'RefuseAnswer', ...refused }, { tx });
  }

  async answerSent(
    command: CommandContext,
    question: string,
    answer: string | undefined,
    tx: Transaction,
  ): Promise<void> {
    await this.answered.keep(tx, command.district, question);
    await this.responses.handle(command, responseOf(question), { type: 'ConfirmDispatch', answer }, { tx });
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async closed(command: CommandContext, question: string, tx: Transaction): Promise<void> {
    await this.responses.handle(command, responseOf(question), { type: 'CloseResponse' }, { tx });
  }

  /** Another round, given to whom routing names. Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async reopened(
    command: CommandContext,
    of: { readonly question: string; readonly version: number },
    assignment: Assignment,
    tx: Transaction,
  ): Promise<void> {
    await this.assigned(command, of, assignment, tx);
    await this.answered.remove(tx, command.district, of.question);
    await this.responses.handle(command, responseOf(of.question), { type: 'ReopenResponse' }, { tx });
  }
}

/** Each question has one response, whose id follows from its own. */
function responseOf(question: string): string {
  return uuidv5(question, 'response');
}
