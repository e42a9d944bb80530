import type { ErrorCode } from '@otklik/contracts/error-codes';
import type {
  AnswerWasEnoughInput,
  BodyLetter,
  BookedReception,
  BookReceptionInput,
  BodyReaction,
  ConfirmedSubscription,
  EndedSubscription,
  JoinOwnMessageInput,
  KnownIssue,
  MarkAnswerInput,
  MarkedAnswer,
  MutationOpenOwnAppealArgs,
  OwnAppeals,
  OwnReception,
  OwnReceptionInput,
  PublicDistrict,
  PublishedAnswer,
  PublishedAnswerList,
  PublishedAnswerPage,
  PublishedReviewPage,
  PublishedReviewSummary,
  QueryNearestAnswersArgs,
  Reception,
  Receipt,
  ResidentAppeal,
  ResidentData,
  ResidentLetter,
  SameDayAnswers,
  SubmitAppealInput,
  SubscribeToAnswersInput,
  SubscriptionLinkInput,
} from '@otklik/contracts/generated/graphql';
import type { OperationContext } from '@otklik/host/graphql';
import { accessDocuments } from './access-documents.js';
import type { Challenge } from './form-values.js';
import type { AnswersAsked } from './public-answers-pages.js';
import { publicDocuments } from './public-documents.js';
import { isRefusal, Refused, refusedBy } from './refused.js';

export { Refused };
export type { RefusedField } from './refused.js';

/** Runs an operation of the public GraphQL API with the rights and limits of the context. */
export type ExecuteOperation = (
  request: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  context: OperationContext,
) => Promise<{ readonly body: OperationAnswer }>;

interface OperationAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const place = 'place { settlement { name } text point { latitude longitude } }';
const topicAnswers = 'topicAnswers { question answer }';
const bodyLetter =
  'task body number registeredOn sentAt dueOn linkUntil endedOn reactions { reaction number reactedOn }';
const told = '... on BodyReactionRecorded { consistencyToken } ... on Refusal { message }';
const change = '... on Change { consistencyToken } ... on Refusal { message }';
/** By the name of the root field, or by that which it is given in the answer. */
export const documents = {
  submitAppeal: `mutation ($input: SubmitAppealInput!) {
    submitAppeal(input: $input) {
      ... on Receipt { number followUpCode receivedAt registerBy answerBy token consistencyToken }
      ... on Refusal { code message faults { message path } }
    }
  }`,
  ...accessDocuments,
  residentAppeal: `query ($consistentWith: String) {
    residentAppeal(consistentWith: $consistentWith) {
      receipt number registeredOn state regime receivedAt receivedOn registerBy registerAt text supplements { text at replies { text at } } dueOn dueAt departments rating ratingComment
      ${place} chosenTopic { code name } ${topicAnswers} files { id type size }
      questions {
        id ordinal excerpt topic department state routedAt dueOn dueAt answeredOn forwardedTo mergedInto ground endedOn
        extendedUntil extensionReason interimAnswer
        promise { until promisedUntil missed keptOn text photo }
        publication { allowed publishedAs }
        handovers { to district number registeredOn end endedOn }
      }
      answers { question text outcome signedBy signedAt files { id name type size } }
      notices { kind way state number outcome } atOnce
      reopening { request question requestedAt decision decidedAt reason }
      registeredBefore { number journal registeredOn } struck { ground number }
      reopenUntil allowedActions steps { type title at question way notice } stale
    }
  }`,
  residentLetters: '{ residentLetters { id kind number on question size } }',
  residentData: `{
    residentData {
      erased name contact phone address point mapPoint { latitude longitude } identified consent channel fileNames openings { at kind role }
    }
  }`,
  rateAppeal: `mutation ($input: RateAppealInput!) { rateAppeal(input: $input) { ${change} } }`,
  supplementAppeal: `mutation ($input: SupplementAppealInput!) { supplementAppeal(input: $input) { ${change} } }`,
  withdrawAppeal: `mutation ($input: ResidentActInput!) { withdrawAppeal(input: $input) { ${change} } }`,
  withdrawConsent: `mutation ($input: ResidentActInput!) { withdrawConsent(input: $input) { ${change} } }`,
  allowPublication: `mutation ($input: PublicationConsentInput!) { allowPublication(input: $input) { ${change} } }`,
  disallowPublication: `mutation ($input: PublicationConsentInput!) { disallowPublication(input: $input) { ${change} } }`,
  ...publicDocuments,
  joinOwnMessage: `mutation ($input: JoinOwnMessageInput!) { joinOwnMessage(input: $input) { ${change} } }`,
  requestReopening: `mutation ($input: RequestReopeningInput!) { requestReopening(input: $input) { ${change} } }`,
  bodyLetter: `query ($district: String!, $link: String!, $consistentWith: String) {
    bodyLetter(district: $district, link: $link, consistentWith: $consistentWith) { ${bodyLetter} }
  }`,
  openBodyLetter: `query ($district: String!, $link: String!) {
    openBodyLetter: bodyLetter(district: $district, link: $link) {
      ${bodyLetter} contents { text asked ${place} ${topicAnswers} applicant reachedAt }
    }
  }`,
  reactAsBody: `mutation ($input: ReactAsBodyInput!) { reactAsBody(input: $input) { ${told} } }`,
  informAsBody: `mutation ($input: InformAsBodyInput!) { informAsBody(input: $input) { ${told} } }`,
} as const;

export type SubmittedReceipt = Pick<
  Receipt,
  'number' | 'followUpCode' | 'receivedAt' | 'registerBy' | 'answerBy' | 'token' | 'consistencyToken'
>;
export type DistrictName = Pick<PublicDistrict, 'code' | 'name' | 'zone'>;

type ShownOfLetter = 'task' | 'body' | 'number' | 'registeredOn' | 'sentAt' | 'dueOn' | 'linkUntil' | 'endedOn';
/** `contents`: once the reader has asked for them, which is recorded. */
export type ShownLetter = Pick<BodyLetter, ShownOfLetter> &
  Partial<Pick<BodyLetter, 'contents'>> & {
    readonly reactions: readonly Pick<BodyLetter['reactions'][number], 'reaction' | 'number' | 'reactedOn'>[];
  };

/** What the resident may save. */
export type SavedLetter = Pick<ResidentLetter, 'id' | 'kind' | 'number' | 'on' | 'question' | 'size'>;

/** A link to a body's page. */
export interface BodyLink {
  readonly district: string;
  readonly link: string;
}

interface Changed {
  readonly consistencyToken: string;
}

/** What the residents' pages ask of the API. All throw `Refused`. */
export class ResidentOperations {
  constructor(private readonly execute: ExecuteOperation) {}

  districts(context: OperationContext): Promise<readonly DistrictName[]> {
    return this.run(context, 'districts', {});
  }

  district(context: OperationContext, code: string): Promise<PublicDistrict> {
    return this.run(context, 'district', { code });
  }

  submit(context: OperationContext, input: SubmitAppealInput): Promise<SubmittedReceipt> {
    return this.run(context, 'submitAppeal', { input });
  }

  open(
    context: OperationContext,
    opening: { readonly district: string; readonly number: string; readonly code: string },
  ): Promise<{ readonly token: string }> {
    return this.run(context, 'openAppeal', opening);
  }

  /** Of the one who signed in. */
  ownAppeals(context: OperationContext, district: string): Promise<OwnAppeals> {
    return this.run(context, 'ownAppeals', { district });
  }

  openOwn(context: OperationContext, opening: MutationOpenOwnAppealArgs): Promise<{ readonly token: string }> {
    return this.run(context, 'openOwnAppeal', opening);
  }

  async requestLink(
    context: OperationContext,
    input: { readonly district: string; readonly key: string; readonly number: string; readonly contact: string },
  ): Promise<void> {
    await this.run(context, 'requestFollowUpLink', { input });
  }

  openByLink(
    context: OperationContext,
    input: { readonly district: string; readonly key: string; readonly link: string },
  ): Promise<{ readonly token: string; readonly followUpCode: string }> {
    return this.run(context, 'openAppealByLink', { input });
  }

  follow(context: OperationContext, consistentWith: string | undefined): Promise<ResidentAppeal | null> {
    return this.run(context, 'residentAppeal', { consistentWith });
  }

  letters(context: OperationContext): Promise<readonly SavedLetter[]> {
    return this.run(context, 'residentLetters', {});
  }

  ownData(context: OperationContext): Promise<ResidentData | null> {
    return this.run(context, 'residentData', {});
  }

  rate(context: OperationContext, input: { key: string; score: number; comment: string }): Promise<Changed> {
    return this.run(context, 'rateAppeal', { input });
  }

  supplement(
    context: OperationContext,
    input: { key: string; text: string; files: readonly string[] },
  ): Promise<Changed> {
    return this.run(context, 'supplementAppeal', { input });
  }

  withdraw(context: OperationContext, input: { key: string }): Promise<Changed> {
    return this.run(context, 'withdrawAppeal', { input });
  }

  withdrawConsent(context: OperationContext, input: { key: string }): Promise<Changed> {
    return this.run(context, 'withdrawConsent', { input });
  }

  allowPublication(context: OperationContext, input: { key: string; question: string }): Promise<Changed> {
    return this.run(context, 'allowPublication', { input });
  }

  disallowPublication(context: OperationContext, input: { key: string; question: string }): Promise<Changed> {
    return this.run(context, 'disallowPublication', { input });
  }

  /** Without the words that are empty. */
  publishedAnswers(
    context: OperationContext,
    district: string,
    { words, topic, settlement, skip, first }: AnswersAsked & { readonly first?: number },
  ): Promise<PublishedAnswerList> {
    const given = { words: words || null, topic: topic || null, settlement: settlement || null };
    return this.run(context, 'publishedAnswers', { district, ...given, skip, first: first ?? null });
  }

  /** Of what one is about to send. */
  nearestAnswers(context: OperationContext, asked: QueryNearestAnswersArgs): Promise<readonly PublishedAnswer[]> {
    return this.run(context, 'nearestAnswers', asked);
  }

  answerWasEnough(context: OperationContext, input: AnswerWasEnoughInput): Promise<boolean> {
    return this.run(context, 'answerWasEnough', { input });
  }

  joinOwnMessage(context: OperationContext, input: JoinOwnMessageInput): Promise<Changed> {
    return this.run(context, 'joinOwnMessage', { input });
  }

  publishedAnswer(context: OperationContext, district: string, id: string): Promise<PublishedAnswerPage | null> {
    return this.run(context, 'publishedAnswer', { district, id });
  }

  markAnswer(context: OperationContext, input: MarkAnswerInput): Promise<MarkedAnswer> {
    return this.run(context, 'markAnswer', { input });
  }

  async subscribe(context: OperationContext, input: SubscribeToAnswersInput): Promise<void> {
    await this.run(context, 'subscribeToAnswers', { input });
  }

  confirmSubscription(context: OperationContext, input: SubscriptionLinkInput): Promise<ConfirmedSubscription> {
    return this.run(context, 'confirmSubscription', { input });
  }

  endSubscription(context: OperationContext, input: SubscriptionLinkInput): Promise<EndedSubscription> {
    return this.run(context, 'endSubscription', { input });
  }

  receptions(context: OperationContext, district: string): Promise<readonly Reception[]> {
    return this.run(context, 'receptions', { district });
  }

  ownReception(context: OperationContext, district: string, code: string): Promise<OwnReception | null> {
    return this.run(context, 'ownReception', { district, code });
  }

  bookReception(context: OperationContext, input: BookReceptionInput): Promise<Pick<BookedReception, 'bookingCode'>> {
    return this.run(context, 'bookReception', { input });
  }

  async cancelOwnReception(context: OperationContext, input: OwnReceptionInput): Promise<void> {
    await this.run(context, 'cancelOwnReception', { input });
  }

  sameDayAnswers(context: OperationContext, district: string): Promise<SameDayAnswers> {
    return this.run(context, 'sameDayAnswers', { district });
  }

  publishedReviews(context: OperationContext, district: string): Promise<readonly PublishedReviewSummary[]> {
    return this.run(context, 'publishedReviews', { district });
  }

  /** Without its files. */
  publishedReview(context: OperationContext, district: string, period: string): Promise<PublishedReviewPage | null> {
    return this.run(context, 'publishedReview', { district, period });
  }

  /** Its files alone. */
  reviewFiles(context: OperationContext, district: string, period: string): Promise<PublishedReviewPage | null> {
    return this.run(context, 'reviewFiles', { district, period });
  }

  knownIssues(context: OperationContext, district: string): Promise<readonly KnownIssue[]> {
    return this.run(context, 'knownIssues', { district });
  }

  reopen(context: OperationContext, input: { key: string; reason: string }): Promise<Changed> {
    return this.run(context, 'requestReopening', { input });
  }

  bodyLetter(context: OperationContext, link: BodyLink & { readonly consistentWith?: string }): Promise<ShownLetter> {
    return this.run(context, 'bodyLetter', { ...link });
  }

  /** With its contents, which is recorded. */
  openBodyLetter(context: OperationContext, link: BodyLink): Promise<ShownLetter> {
    return this.run(context, 'openBodyLetter', { ...link });
  }

  reactAsBody(
    context: OperationContext,
    input: BodyLink & { key: string; reaction: BodyReaction; reactedOn: string; number?: string; text?: string },
  ): Promise<Changed> {
    return this.run(context, 'reactAsBody', { input });
  }

  informAsBody(
    context: OperationContext,
    input: BodyLink & { key: string; text: string; number?: string },
  ): Promise<Changed> {
    return this.run(context, 'informAsBody', { input });
  }

  private async run<Answer>(
    context: OperationContext,
    field: keyof typeof documents,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const { body } = await this.execute({ query: documents[field], variables }, context);
    const [error] = body.errors ?? [];
    if (error) {
      const { code, path, challenge, district } = error.extensions ?? {};
      throw new Refused(
        error.message,
        code as ErrorCode,
        path as string | undefined,
        challenge as Challenge | undefined,
        district as Refused['district'],
      );
    }
    const answer = (body.data as Record<string, unknown>)[field];
    if (isRefusal(answer)) throw refusedBy(answer);
    return answer as Answer;
  }
}
