import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import { WorkQueue } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { OpenNotice } from '../domain/notice.decide.js';
import type { Applicant } from '../store/applicants.js';
import { owedNothing } from './applicants.js';
import { Deliveries, type Delivery } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';
import { NumberLetters } from './number-letters.js';

/** What it tells and by which ways, the first first. */
type Opening = Pick<OpenNotice, 'kind' | 'about' | 'details' | 'ways'>;

const ofSheets: readonly (NoticeWay | undefined)[] = ['EMAIL', 'PAPER', 'PAGE'];

/**
 * Opens a notice, gives it its outgoing number and queues its delivery and the making of its sheet, in one transaction. After a withdrawal or an erasure no notice is due: it is
 * cancelled with its opening, has no number, and is not sent.
 */
@Injectable()
export class OpenedNotices {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly numbers: NumberLetters,
    private readonly queue: WorkQueue,
  ) {}

  async open(
    command: CommandContext,
    applicant: Applicant,
    opening: Opening,
    delivery: Omit<Parameters<Deliveries['add']>[1], 'person' | 'way'> & Pick<Delivery, 'notice'>,
    tx: Transaction,
  ): Promise<void> {
    const { person } = applicant;
    const { district, notice } = delivery;
    const cancelled = owedNothing(applicant);
    const letter = { district, notice, kind: opening.kind, at: command.at };
    const outgoing = cancelled ? undefined : await this.numbers.outgoing(tx, letter);
    const demands = outgoing && this.numbers.demanded(district, opening.kind);
    const known = { type: 'OpenNotice', ...opening, person, at: command.at } as const;
    await this.notices.handle(command, notice, { ...known, ...compact({ outgoing, demands, cancelled }) }, { tx });
    const signed = delivery.signatory === null ? this.numbers.signedFor(letter) : undefined;
    await this.deliveries.add(tx, {
      ...delivery,
      ...signed,
      person,
      way: opening.ways[0]!,
      awaitsSignature: demands !== undefined,
    });
    if (cancelled) await this.deliveries.finish(district, notice, tx);
    else if (outgoing && ofSheets.includes(opening.ways[0]))
      await this.queue.add(tx, [{ district, kind: 'PAPER', key: notice, body: {} }]);
  }
}
