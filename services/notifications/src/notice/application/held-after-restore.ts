import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '@otklik/kernel';
import { Database, Directory, type Transaction } from '@otklik/tenancy';
import { byDispatch } from './by-dispatch.js';
import { Deliveries } from './deliveries.js';
import { HeldDeliveries, type HeldDelivery } from '../store/held-deliveries.js';
import { NoticeHandler } from './notice-handler.js';

/** The operator's word is the proof. */
const PROOF = 'SEEN_THERE';

/**
 * A restored database does not know what was sent after its moment. So nothing that was unsent by then is sent
 * automatically: the operator, who has the mail server's log, decides whether it was sent or is sent now.
 */
@Injectable()
export class HeldAfterRestore {
  constructor(
    private readonly waiting: HeldDeliveries,
    private readonly deliveries: Deliveries,
    private readonly notices: NoticeHandler,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Before any service runs on the restored database. Answers how many are held. */
  async hold(): Promise<number> {
    let count = 0;
    for (const { id } of this.directory.districts()) count += await this.in(id, (tx) => this.waiting.hold(tx, id));
    return count;
  }

  /** Of one district whose past comes from elsewhere, in the transaction that brings it. Answers how many are held. */
  holdIn(tx: Transaction, district: number): Promise<number> {
    return this.waiting.hold(tx, district);
  }

  /** Not what waits for its sheet: nothing is to be decided of that. */
  async list(): Promise<readonly HeldDelivery[]> {
    const held: HeldDelivery[] = [];
    for (const { id } of this.directory.districts())
      held.push(...(await this.in(id, (tx) => this.waiting.held(tx, id))));
    return held.filter(({ reason }) => reason === 'RESTORED');
  }

  /** It did not leave: it goes now. */
  async send({ district, notice }: HeldDelivery): Promise<void> {
    await this.in(district, (tx) => this.waiting.release(tx, district, notice));
  }

  /**
   * It left before the loss: it is recorded as dispatched, and does not go again. Answers false where nothing is recorded: it is not held
   * by a restore, or demands a signature that it lacks.
   */
  async stands(held: HeldDelivery): Promise<boolean> {
    const { district, notice, way } = held;
    const at = this.clock.now();
    const command = { type: 'RecordSent', way, proof: PROOF, isWord: true, at } as const;
    return this.in(district, async (tx) => {
      if (!(await this.waiting.isHeld(tx, district, notice))) return false;
      await this.notices.handle(byDispatch(held, command, at), notice, command, { tx });
      await this.deliveries.finish(district, notice, tx);
      return true;
    }).catch(unsigned);
  }

  private in<Result>(district: number, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.database.scope(district).transaction(work);
  }
}

const ofSignatures: ReadonlySet<string> = new Set(['LETTER_NOT_SIGNED', 'NOTICE_WAITS_FOR_SIGNATORY']);

function unsigned(error: unknown): false {
  if (error instanceof Refusal && ofSignatures.has(error.code)) return false;
  throw error;
}
