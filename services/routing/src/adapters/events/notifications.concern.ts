import type { NoticeKind } from '@otklik/contracts/enumerations';
import { followedNotices } from '@otklik/contracts/followed-notices';
import { addresseeOf } from '@otklik/contracts/notices-to-bodies';
import { BodyReported, NoticeCancelled, NoticeDispatched, NoticePosted } from '@otklik/contracts/notifications.events';
import type { CommandContext } from '@otklik/event-store';
import { Concern, On, waitUntilFound, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { ExtendDeadline } from '../../application/extend-deadline.js';
import { FollowBodies } from '../../application/follow-bodies.js';
import { InterimAnswer } from '../../application/interim-answer.js';
import { JudgeAnswer } from '../../application/judge-answer.js';
import { RequestInformationOf } from '../../application/request-information.js';
import { RecordAnswer, type Proof } from '../../application/record-answer.js';

@Concern('routing.notifications')
export class NotificationsConcern {
  constructor(
    private readonly answer: RecordAnswer,
    private readonly signed: JudgeAnswer,
    private readonly extension: ExtendDeadline,
    private readonly interim: InterimAnswer,
    private readonly bodies: FollowBodies,
    private readonly requests: RequestInformationOf,
  ) {}

  /** The other grounds end the question as well. */
  @On(NoticeCancelled)
  async cancelled({ data }: EventOf<typeof NoticeCancelled>, { command, tx }: Reaction) {
    const { about: question, ground } = data;
    if (question === undefined) return;
    const opened = `Question ${question} opened`;
    if (ground === 'REVOKED') await waitUntilFound(opened, () => this.signed.cancelled(command, question, tx));
    if (ground === 'FORWARDING_WITHDRAWN')
      await waitUntilFound(opened, () => this.answer.forwardingCancelled(command, question, tx));
  }

  /** That a request is closed there tells no end: an official says what it was. */
  @On(BodyReported)
  async reported({ stream: letter, data }: EventOf<typeof BodyReported>, { command, tx }: Reaction) {
    const { about: question, status, number, reportedAt: at } = data;
    if (question === undefined || status !== 'OPEN') return;
    await waitUntilFound(`Question ${question} opened`, () =>
      this.bodies.takenUp(command, { question, letter, number, at }, tx),
    );
  }

  @On(NoticeDispatched, NoticePosted)
  async dispatched(event: EventOf<typeof NoticeDispatched | typeof NoticePosted>, { command, tx }: Reaction) {
    const { kind, about: question, dispatchedAt, again } = event.data;
    // The first dispatch was the end; since then the question may be considered again.
    if (question === undefined || again || !(kind === 'REQUEST' || followedNotices.has(kind))) return;
    const proof = { question, notice: event.stream, dispatchedAt };
    await waitUntilFound(`Question ${question} opened`, () => this.proved(kind, command, proof, tx));
  }

  private proved(kind: NoticeKind, command: CommandContext, proof: Proof, tx: Transaction): Promise<void> {
    switch (kind) {
      case 'ANSWERED':
        return this.answer.dispatched(command, proof, tx);
      case 'EXTENDED':
        return this.extension.proved(command, proof, tx);
      case 'REQUEST':
        return this.requests.proved(command, proof, tx);
      // The question has its end by then.
      case 'INFORMING':
        return Promise.resolve();
      case 'INTERIM_ANSWER':
        return this.interim.proved(command, proof, tx);
      default:
        return this.answer.ended(command, proof, addresseeOf(kind), tx);
    }
  }
}
