import { Injectable } from '@nestjs/common';
import { publicationAt } from '@otklik/contracts/public-address';
import { compact } from '@otklik/kernel';
import type { District, Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { isAnsweredInWriting, type EarlierAnswer, type LeaveUnanswered } from '../domain/question-ends.decide.js';
import { placeOf } from '../domain/question-state.js';
import { QuestionHandler } from './question-handler.js';
import { LivePublications } from '../store/live-publications.js';
import { ReceivedAppeals, type ReceivedApplicant } from '../store/received-appeals.js';

type Shown = Pick<LeaveUnanswered, 'applicant' | 'earlier'>;
type Published = Pick<LeaveUnanswered, 'isLive' | 'publishedTopic'>;

const unknown: ReceivedApplicant = {
  isNamed: undefined,
  isReachable: undefined,
  receivedOn: undefined,
  name: null,
  contact: null,
  address: null,
  subject: null,
};

/** The facts by which a question may be left without an answer: who sent it, what that person was answered before, and what all may read. */
@Injectable()
export class UnansweredGrounds {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly received: ReceivedAppeals,
    private readonly vault: Vault,
    private readonly publications: LivePublications,
  ) {}

  async of(tx: Transaction, district: number, id: string, earlier: readonly string[]): Promise<Shown> {
    const { appeal } = await this.questions.load(district, id, tx);
    const applicant = await this.applicantOf(tx, district, appeal);
    const keys = await this.keysOf(district, applicant);
    const wanted = [...new Set(earlier.map((one) => one.toLowerCase()))];
    const answers: EarlierAnswer[] = [];
    for (const question of wanted) {
      const { state, appeal: other } = await this.questions.load(district, question, tx);
      const others = await this.keysOf(district, await this.applicantOf(tx, district, other));
      answers.push({
        question,
        isAnswered: isAnsweredInWriting(state),
        isOfAnother: other !== appeal,
        isSamePerson: others.some((key) => keys.includes(key)),
      });
    }
    const { isNamed, isReachable } = applicant;
    return { applicant: { isNamed, isReachable }, earlier: answers };
  }

  /** What all may read at that address now: the topic of the question that it answers, as the topic is by now. */
  async published(tx: Transaction, { id, code }: Pick<District, 'id' | 'code'>, address: string): Promise<Published> {
    const publication = publicationAt(address, code);
    const question = publication && (await this.publications.questionOf(tx, { district: id, publication }));
    if (!question) return { isLive: false };
    const { state } = await this.questions.load(id, question, tx);
    return {
      isLive: true,
      ...compact({ publishedTopic: state.status === 'NONE' ? undefined : placeOf(state.published).topic }),
    };
  }

  /** The day on which the question's appeal was received; undefined where it is not known. */
  async receivedOn(tx: Transaction, district: number, id: string): Promise<ReceivedApplicant['receivedOn']> {
    const { appeal } = await this.questions.load(district, id, tx);
    return (await this.applicantOf(tx, district, appeal)).receivedOn;
  }

  private async applicantOf(tx: Transaction, district: number, appeal: string | undefined): Promise<ReceivedApplicant> {
    const received = appeal === undefined ? undefined : await this.received.of(tx, district, appeal);
    return received?.applicant ?? unknown;
  }

  /** Blind indices by which a person is recognised; none for one who gave nothing, or was erased. */
  private async keysOf(district: number, applicant: ReceivedApplicant): Promise<readonly string[]> {
    const [name, contact, address, subject] = await Promise.all(
      (['name', 'contact', 'address', 'subject'] as const).map(async (field) => {
        const sealed = applicant[field];
        return sealed === null ? undefined : this.vault.open(district, sealed, { field });
      }),
    );
    const home = name !== undefined && address !== undefined ? plain(`${name} ${address}`) : undefined;
    const given = [contact, subject && `subject ${subject}`, home && `home ${home}`].filter((one) => one !== undefined);
    return Promise.all(given.map((one) => this.vault.blindIndex(district, one)));
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
