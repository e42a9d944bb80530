import {
  AnswerPublished,
  AnswerUnpublished,
  ResponseDrafted,
  ResponseSigned,
} from '@otklik/contracts/responses.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { JudgeAnswer } from '../../application/judge-answer.js';
import { FollowedProposals } from '../../store/followed-proposals.js';
import { LivePublications } from '../../store/live-publications.js';
import { WrittenDrafts } from '../../store/written-drafts.js';

@Concern('routing.responses', { ResponseDrafted: 'NOW' })
export class ResponsesConcern {
  constructor(
    private readonly answer: JudgeAnswer,
    private readonly drafts: WrittenDrafts,
    private readonly publications: LivePublications,
    private readonly followed: FollowedProposals,
  ) {}

  @On(ResponseDrafted)
  drafted({ district, data, at }: EventOf<typeof ResponseDrafted>, { tx }: Reaction) {
    return this.drafts.keep(tx, { district, question: data.question, at });
  }

  @On(AnswerPublished)
  published({ district, data: { publication, question } }: EventOf<typeof AnswerPublished>, { tx }: Reaction) {
    return this.publications.released(tx, { district, publication, question });
  }

  @On(AnswerUnpublished)
  unpublished({ district, data: { publication } }: EventOf<typeof AnswerUnpublished>, { tx }: Reaction) {
    return this.publications.ended(tx, { district, publication });
  }

  @On(ResponseSigned)
  async signed({ district, data }: EventOf<typeof ResponseSigned>, { command, tx }: Reaction) {
    const { question, answer, department, promisedUntil, readyTexts = [], signedAt: at } = data;
    const promise = promisedUntil === undefined ? {} : { promisedUntil };
    const uses = readyTexts.map(({ kind, place, kept }) => ({
      kind,
      question,
      at,
      place: place === undefined ? undefined : place - 1,
      kept,
    }));
    if (uses.length > 0) await this.followed.keep(tx, district, uses);
    return this.answer.signed(command, { question, answer, department, ...promise }, tx);
  }
}
