import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { TermWarner, type PassedShare } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../application/appeal-handler.js';

/** Records in an appeal that so much of the term to register it, or to decide about a message, has passed. */
@Injectable()
export class WarnOfReception implements TermWarner {
  constructor(private readonly appeals: AppealHandler) {}

  warn(context: CommandContext, appeal: string, passed: PassedShare, tx: Transaction): Promise<unknown> {
    return this.appeals.handle(context, appeal, { type: 'WarnOfReception', ...passed }, { tx });
  }
}
