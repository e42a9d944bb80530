import { Injectable } from '@nestjs/common';
import { isOnSheet } from '@otklik/case/notice-conditions';
import type { CommandContext } from '@otklik/event-store';
import type { NoticeWay, SignatureLevel } from '@otklik/contracts/enumerations';
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

/** By the district's file of its day. */
type Given = Pick<OpenNotice, 'outgoing' | 'demands' | 'toSign'>;

/** What demands a signature may have to go as a letter, and is signed over its sheet then. */
export function hasSheet(way: NoticeWay | undefined, demands: SignatureLevel | undefined): boolean {
  return demands !== undefined || isOnSheet(way);
}

/**
 * Opens a notice, gives it its outgoing number and queues its delivery and the making of its sheet, in one transaction. What waits to be
 * signed has number and sheet once it is (`SignNotices`). After a withdrawal or an erasure no notice is due: it is cancelled with its
 * opening, has no number, and is not sent.
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
    const given = cancelled ? { cancelled } : await this.given(tx, letter, delivery.signatory);
    const known = { type: 'OpenNotice', ...opening, person, at: command.at } as const;
    await this.notices.handle(command, notice, { ...known, ...given }, { tx });
    const { outgoing, demands, toSign = false } = given as Given;
    const signed = toSign || delivery.signatory !== null ? undefined : this.numbers.signedFor(letter);
    await this.deliveries.add(tx, {
      ...delivery,
      ...signed,
      person,
      way: opening.ways[0]!,
      awaitsSignature: demands !== undefined,
      toSign,
    });
    if (cancelled) await this.deliveries.finish(district, notice, tx);
    else if (outgoing && hasSheet(opening.ways[0], demands))
      await this.queue.add(tx, [{ district, kind: 'PAPER', key: notice, body: {} }]);
  }

  /** Its number, or that it waits for a signatory before it has one; and the electronic signature that it waits for. */
  private async given(
    tx: Transaction,
    letter: Parameters<NumberLetters['outgoing']>[1],
    signatory: string | null,
  ): Promise<Given> {
    const { district, kind } = letter;
    const demands = this.numbers.demanded(district, kind);
    if (signatory === null && this.numbers.isToSign(district, kind)) return compact({ toSign: true as const, demands });
    return compact({ outgoing: await this.numbers.outgoing(tx, letter), demands });
  }
}
