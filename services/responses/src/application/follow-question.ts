import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { uuidv5 } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { Assignments, type Assignment } from './assignments.js';
import { ResponseHandler } from './response-handler.js';

/** A question opens its response, which is closed with it; its assignment decides which official may write it. */
@Injectable()
export class FollowQuestion {
  constructor(
    private readonly responses: ResponseHandler,
    private readonly assignments: Assignments,
  ) {}

  async opened(command: CommandContext, question: string, person: string, tx: Transaction): Promise<void> {
    await this.responses.handle(command, responseOf(question), { type: 'OpenResponse', question, person }, { tx });
  }

  async assigned(
    { district }: CommandContext,
    { question, version }: { readonly question: string; readonly version: number },
    assignment: Assignment,
    tx: Transaction,
  ): Promise<void> {
    await this.assignments.keep(tx, district, question, version, assignment);
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async closed(command: CommandContext, question: string, tx: Transaction): Promise<void> {
    await this.responses.handle(command, responseOf(question), { type: 'CloseResponse' }, { tx });
  }
}

/** Each question has one response, whose id follows from its own. */
function responseOf(question: string): string {
  return uuidv5(question, 'response');
}
