import type { Duty } from '@otklik/contracts/enumerations';
import {
  DeadlineSet,
  InformationRequested,
  InformationRequestSent,
  QuestionForwarded,
  QuestionLeftUnanswered,
  QuestionRestored,
  QuestionReturned,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import { Concern, On, OnBatch, WatchTerms, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { ProvisionalTerms } from '../../store/provisional-terms.js';
import { BodyTerms } from '../../application/body-terms.js';
import { QuestionHandler } from '../../application/question-handler.js';
import { warnedOf } from '../../domain/question-terms.decide.js';
import { termKey } from '../../domain/warned-key.js';

type Resuming =
  | typeof QuestionRestored
  | typeof QuestionTakenBack
  | typeof QuestionReturned
  | typeof QuestionForwarded
  | typeof QuestionLeftUnanswered;

const told: readonly Duty[] = ['RETURN', 'TELL'];

@Concern('routing.terms')
export class TermsConcern {
  constructor(
    private readonly terms: WatchTerms,
    private readonly provisional: ProvisionalTerms,
    private readonly bodies: BodyTerms,
    private readonly questions: QuestionHandler,
  ) {}

  @OnBatch(DeadlineSet)
  async set(events: readonly EventOf<typeof DeadlineSet>[], tx: Transaction) {
    const terms = events.map(({ district, stream, appeal, data: deadline }) => ({
      district,
      stream,
      appeal,
      deadline,
    }));
    // The notice that there is no answer is due once that was decided: its term is watched from then on.
    const watched = terms.filter(({ deadline }) => deadline.reason !== undefined || !told.includes(deadline.duty));
    await this.terms.keep([...watched, ...(await this.bodies.beside(terms, tx))], tx);
    await this.provisional.keep(
      tx,
      terms.map(({ stream: question, ...term }) => ({ ...term, question })),
    );
  }

  /** Their term runs beside ours. */
  @On(InformationRequested, InformationRequestSent)
  async requested(event: EventOf<typeof InformationRequested | typeof InformationRequestSent>, { tx }: Reaction) {
    const { district, stream, appeal } = event;
    const { deadline, request } = event.data;
    const rule = termKey({ rule: deadline.rule, request });
    await this.terms.keep([{ district, stream, appeal, deadline: { ...deadline, rule } }], tx);
  }

  /** Its terms ran on without warnings while it was merged, or at the bodies, or while they obliged to nothing. */
  @On(QuestionRestored, QuestionTakenBack, QuestionReturned, QuestionForwarded, QuestionLeftUnanswered)
  async openAgain(event: EventOf<Resuming>, { tx }: Reaction) {
    const { district, stream, appeal } = event;
    const { state } = await this.questions.load(district, stream, tx);
    const terms = state.status === 'NONE' ? [] : warnedOf(state, await this.bodies.askedBy(event, tx));
    await this.terms.keep(
      terms.map((deadline) => ({ district, stream, appeal, deadline: { ...deadline, rule: termKey(deadline) } })),
      tx,
    );
  }
}
