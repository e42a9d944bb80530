import { QuestionClassified, TopicCorrected } from '@otklik/contracts/control.events';
import { PersonErased } from '@otklik/contracts/intake.events';
import { QuestionRouted } from '@otklik/contracts/routing.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { LearnDecisions } from '../../application/learn-decisions.js';
import { QuestionHandler } from '../../application/question-handler.js';

/** What officials choose is learned from. */
@Concern('routing.learning', {
  QuestionRouted: 'NOW',
  TopicCorrected: 'NOW',
  QuestionClassified: 'NOW',
  PersonErased: 'NOW',
})
export class LearningConcern {
  constructor(
    private readonly learn: LearnDecisions,
    private readonly questions: QuestionHandler,
  ) {}

  /** Of a part of an appeal the words are its own: only whole appeals are learned from. */
  @On(QuestionRouted, TopicCorrected)
  async decided(event: EventOf<typeof QuestionRouted | typeof TopicCorrected>, { tx }: Reaction) {
    const { district, stream: question, appeal, at, data } = event;
    if ('by' in data && data.by !== 'OFFICIAL') return;
    const department = (await this.whole(event, tx))?.department;
    if (department === undefined) return;
    const { topic, classifier: code } = data;
    const isOffered = await this.isFirst(event, tx);
    await this.learn.routed(tx, { district, question, appeal, topic, department, isOffered, at });
    if (code !== undefined) {
      await this.learn.classified(tx, { district, question, appeal, topic, code, isChosen: false, at });
    }
  }

  @On(QuestionClassified)
  async classified(event: EventOf<typeof QuestionClassified>, { tx }: Reaction) {
    const { district, stream: question, appeal, at, data } = event;
    const published = await this.whole(event, tx);
    if (!published) return;
    const { topic } = published;
    await this.learn.classified(tx, { district, question, appeal, topic, code: data.classifier, isChosen: true, at });
  }

  /** The texts are deleted: what was learned from them is learned without them. */
  @On(PersonErased)
  erased({ district }: EventOf<typeof PersonErased>, { tx }: Reaction) {
    return this.learn.again(tx, district);
  }

  /** Undefined: it is a part of its appeal. */
  private async whole({ district, stream }: Heard, tx: Transaction) {
    const { state } = await this.questions.load(district, stream, tx);
    if (state.status === 'NONE') return undefined;
    const { text, ordinal } = state.published;
    return text === undefined && ordinal === 1 ? state.published : undefined;
  }

  /** It had no topic before, for which another is never proposed. */
  private async isFirst({ district, stream }: Heard, tx: Transaction): Promise<boolean> {
    const recorded = await this.questions.read(district, stream, tx);
    return recorded.filter(({ type }) => type === 'QuestionRouted' || type === 'TopicCorrected').length === 1;
  }
}

type Heard = Pick<EventOf<typeof QuestionRouted>, 'district' | 'stream'>;
