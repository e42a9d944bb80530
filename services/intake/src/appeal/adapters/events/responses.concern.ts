import {
  DraftVoided,
  ResponseDrafted,
  ResponseReopened,
  ResponseRevoked,
  ResponseSigned,
  RevocationCameLate,
} from '@otklik/contracts/responses.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { AnswerFiles } from '../../../files/application/answer-files.js';
import { ClaimFiles } from '../../../files/application/claim-files.js';

/** The files of answers: which appeal they belong to, and whether its resident may open them. */
@Concern('intake.responses', 'PAST')
export class ResponsesConcern {
  constructor(
    private readonly claims: ClaimFiles,
    private readonly answers: AnswerFiles,
  ) {}

  @On(ResponseDrafted)
  async drafted({ district, appeal, stream, data: { files = [] } }: EventOf<typeof ResponseDrafted>, { tx }: Reaction) {
    const ids = files.map(({ id }) => id);
    if (ids.length > 0) await this.claims.claim({ district, appeal }, ids, tx, stream);
  }

  @On(ResponseSigned)
  async signed({ district, appeal, stream, data }: EventOf<typeof ResponseSigned>, { tx }: Reaction) {
    const { answer, files = [] } = data;
    if (files.length === 0) return;
    await this.answers.sign(tx, district, { appeal, response: stream, answer, files: files.map(({ id }) => id) });
  }

  @On(ResponseRevoked)
  revoked({ district, stream, data: { answer } }: EventOf<typeof ResponseRevoked>, { tx }: Reaction) {
    return this.answers.void(tx, district, { response: stream, answer });
  }

  @On(DraftVoided)
  voided({ district, stream }: EventOf<typeof DraftVoided>, { tx }: Reaction) {
    return this.answers.void(tx, district, { response: stream });
  }

  @On(RevocationCameLate)
  cameLate({ district, stream, data: { answer } }: EventOf<typeof RevocationCameLate>, { tx }: Reaction) {
    return this.answers.restore(tx, district, { response: stream, answer });
  }

  @On(ResponseReopened)
  reopened({ district, stream }: EventOf<typeof ResponseReopened>, { tx }: Reaction) {
    return this.answers.settle(tx, district, { response: stream });
  }
}
