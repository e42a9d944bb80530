import {
  AnswerPublished,
  AnswerUnpublished,
  DraftVoided,
  PublicationDropped,
  PublicationProposed,
  ResponseDrafted,
  ResponseReopened,
  ResponseRevoked,
  ResponseSigned,
  RevocationCameLate,
} from '@otklik/contracts/responses.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { AnswerFiles } from '../../../files/application/answer-files.js';
import { ClaimFiles } from '../../../files/application/claim-files.js';
import { ShowPhotos } from '../../../files/application/show-photos.js';

/** The files of answers: which appeal they belong to, whether its resident may open them, and which all may see. */
@Concern('intake.responses', 'PAST')
export class ResponsesConcern {
  constructor(
    private readonly claims: ClaimFiles,
    private readonly answers: AnswerFiles,
    private readonly photos: ShowPhotos,
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

  @On(PublicationProposed)
  async proposed({ district, appeal, stream, data }: EventOf<typeof PublicationProposed>, { tx }: Reaction) {
    const { publication, photos = [] } = data;
    if (photos.length > 0) await this.photos.propose(district, { publication, appeal, response: stream }, photos, tx);
  }

  @On(AnswerPublished)
  async published({ district, data }: EventOf<typeof AnswerPublished>, { tx }: Reaction) {
    const { publication, photos = [] } = data;
    if (photos.length > 0) await this.photos.release(tx, district, publication, photos);
  }

  @On(PublicationDropped)
  dropped({ district, data: { publication } }: EventOf<typeof PublicationDropped>, { tx }: Reaction) {
    return this.photos.end(tx, district, publication);
  }

  @On(AnswerUnpublished)
  unpublished({ district, data: { publication } }: EventOf<typeof AnswerUnpublished>, { tx }: Reaction) {
    return this.photos.end(tx, district, publication);
  }
}
