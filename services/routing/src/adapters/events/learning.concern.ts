import { TopicCorrected } from '@otklik/contracts/control.events';
import { PersonErased } from '@otklik/contracts/intake.events';
import { QuestionRouted } from '@otklik/contracts/routing.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { LearnRoutes } from '../../application/learn-routes.js';
import { QuestionHandler } from '../../application/question-handler.js';

/** What officials choose is learned from. */
@Concern('routing.learning', { QuestionRouted: 'NOW', TopicCorrected: 'NOW', PersonErased: 'NOW' })
export class LearningConcern {
  constructor(
    private readonly learn: LearnRoutes,
    private readonly questions: QuestionHandler,
  ) {}

  /** Of a part of an appeal the words are its own: only whole appeals are learned from. */
  @On(QuestionRouted, TopicCorrected)
  async decided(event: EventOf<typeof QuestionRouted | typeof TopicCorrected>, { tx }: Reaction) {
    const { district, stream: question, appeal, at, data } = event;
    if ('by' in data && data.by !== 'OFFICIAL') return;
    const { state } = await this.questions.load(district, question, tx);
    if (state.status === 'NONE') return;
    const { text, department, ordinal } = state.published;
    if (text !== undefined || department === undefined || ordinal !== 1) return;
    await this.learn.decide(tx, { district, question, appeal, topic: data.topic, department, at });
  }

  /** The texts are deleted: what was learned from them is learned without them. */
  @On(PersonErased)
  erased({ district }: EventOf<typeof PersonErased>, { tx }: Reaction) {
    return this.learn.again(tx, district);
  }
}
