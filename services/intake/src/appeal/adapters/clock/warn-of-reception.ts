import { Injectable } from '@nestjs/common';
import { TermWarner, type PassedShare } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../application/appeal-handler.js';
import type { AppealCommand } from '../../domain/appeal.decide.js';
import type { AppealState } from '../../domain/appeal.js';

/** Records in an appeal that so much of the term to register it, or to decide about a message, has passed. */
@Injectable()
export class WarnOfReception implements TermWarner<AppealState, AppealCommand> {
  constructor(private readonly appeals: AppealHandler) {}

  commandsIn(tx: Transaction) {
    return this.appeals.commandsIn(tx);
  }

  warning(passed: PassedShare): AppealCommand {
    return { type: 'WarnOfReception', ...passed };
  }
}
