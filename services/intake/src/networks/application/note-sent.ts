import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import type { CapturedMessage, Ref, ThreadKind } from '@otklik/networks';
import type { Transaction } from '@otklik/tenancy';
import { WatchReactions } from './reactions/watch-reactions.js';
import { InboundAccounts } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { InboundIds } from './inbound-ids.js';
import { InboundMessages } from '../store/inbound-messages.js';
import { Moves } from '../store/moves.js';

export interface SentNotice {
  readonly notice: NoticeKind;
  readonly kind: ThreadKind;
  /** The network's, of each part. */
  readonly ids: readonly string[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Of these people make something; a number of registration is no answer. */
const ANSWERS: readonly NoticeKind[] = ['ANSWERED', 'ANSWERED_AT_ONCE', 'INTERIM_ANSWER', 'REPLIED'];

/** Our own messages are recorded where a network does not echo them, so that a reply finds its case. */
@Injectable()
export class NoteSent {
  constructor(
    private readonly heard: InboundMessages,
    private readonly accounts: InboundAccounts,
    private readonly reactions: WatchReactions,
    private readonly moves: Moves,
    private readonly ids: InboundIds,
    private readonly box: InboundBox,
  ) {}

  /** Nothing for an appeal that did not come from a network, or an answer that was published elsewhere. */
  async note(tx: Transaction, district: number, appeal: string, sent: SentNotice): Promise<void> {
    const began = await this.heard.beginningOf(tx, district, appeal);
    if (!began) return;
    const { ref } = JSON.parse(this.box.open(began.ref, began.sealed)) as CapturedMessage;
    if (ref.kind !== sent.kind) return;
    const there = await this.whereSent(tx, district, ref, sent.at);
    const refs = sent.ids.map((id): Ref => ({ ...there, id }));
    for (const one of refs) {
      const place = this.ids.ref(district, one);
      const lane = one.kind === 'DIRECT' ? this.ids.thread(district, one) : place;
      await this.heard.sent(tx, district, { ref: place, lane, account: one.account, appeal });
    }
    // Of several parts the first is the one that people see.
    const [first] = refs;
    const of = this.accounts.find(ref.account);
    if (first && of && ANSWERS.includes(sent.notice)) await this.reactions.answered(tx, of, appeal, first);
  }

  /** A message sent after the thread had moved is at its new place. */
  private async whereSent(tx: Transaction, district: number, ref: Ref, at: string): Promise<Ref> {
    const move = await this.moves.from(tx, district, this.ids.thread(district, ref));
    return move && move.at <= at ? { ...ref, thread: this.box.open(move.origin, move.place) } : ref;
  }
}
