import { randomUUID } from 'node:crypto';
import { eventually } from '@otklik/testing';
import type { Answer, RequestOptions, World } from './world.js';

export type Fields = Record<string, unknown>;

/** A mutation's result: `Change`, `Receipt` or `Refusal`. */
export interface Outcome extends Fields {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly consistencyToken: string;
  /** The follow-up code of a receipt. */
  readonly followUpCode: string;
  /** Code of a refusal. */
  readonly refused?: string;
  readonly number: string;
}

const RESULTS: Readonly<Record<string, string>> = {
  submitAppeal: '... on Receipt { id number followUpCode receivedAt version consistencyToken token }',
  enterAppeal: '... on Receipt { id number followUpCode receivedAt version consistencyToken token }',
  openAppeal: '... on OpenedAppeal { token expiresAt }',
};
const CHANGE = '... on Change { id appeal number version consistencyToken }';

const CARD = `query Card($district: String!, $id: UUID!, $consistentWith: String) {
  appeal(district: $district, id: $id, consistentWith: $consistentWith) {
    text stale erased duplicateOf
    row {
      id receipt number registeredOn regime state version dueOn rating allowedActions
      questions {
        id state version
        topic { code } department { code }
        reason { rule ruleVersion words }
        executor { id }
        deadline { dueOn rule ruleVersion calendarVersion provisional source }
        response { id state outcome version }
      }
    }
    files { id type }
    responses { text draftedBy { name } approvedBy { name } signedBy { name } sentBackReason notes { text by { name } } }
    notices { id kind way state proof version }
    history { type title at actor role rule text by { name } }
  }
}`;

export interface Question extends Fields {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly executor: { readonly id: string } | null;
  readonly response: { readonly id: string; readonly state: string; readonly version: number } | null;
}

export interface Card extends Fields {
  readonly stale: boolean;
  readonly row: Fields & { readonly state: string; readonly version: number; readonly questions: readonly Question[] };
  readonly notices: readonly (Fields & { readonly id: string; readonly kind: string; readonly state: string })[];
  readonly history: readonly (Fields & { readonly type: string })[];
}

/** The steps of an appeal's journey in one district, as its residents and officials take them over GraphQL. */
export class Steps {
  constructor(
    private readonly world: Pick<World, 'ask'>,
    readonly district: string,
  ) {}

  /** Sends `input` to the mutation; errors of the request are thrown. `key` is generated when absent. */
  async mutate(mutation: string, input: Fields, options: RequestOptions = {}): Promise<Outcome> {
    const { data, errors } = await this.send(mutation, input, options);
    const [error] = errors;
    if (error || !data) throw new Error(`${mutation}: ${error?.extensions?.code} ${error?.message}`);
    return data[mutation] as Outcome;
  }

  /** As `mutate`, with the whole response. */
  send(mutation: string, input: Fields, options: RequestOptions = {}): Promise<Answer> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
    const result = `{ __typename ${RESULTS[mutation] ?? CHANGE} ... on Refusal { refused: code message current } }`;
    if (mutation === 'openAppeal') {
      const query = `mutation ($district: String!, $number: String!, $code: String!) {
        openAppeal(district: $district, number: $number, code: $code) ${result} }`;
      return this.world.ask(query, { district: this.district, ...input }, options);
    }
    const named = INPUTS[mutation] ?? `${type}Input`;
    const query = `mutation ($input: ${named}!) { ${mutation}(input: $input) ${result} }`;
    const isResident = RESIDENTS.includes(mutation);
    const consent = mutation === 'submitAppeal' ? { consent: CONSENT } : {};
    const whole = { ...(!isResident && { district: this.district }), key: randomUUID(), ...consent, ...input };
    return this.world.ask(query, { input: whole }, options);
  }

  /** The card as `as` sees it; undefined when there is none. */
  async card(id: string, as: string, consistentWith?: string): Promise<Card | undefined> {
    const { data, errors } = await this.world.ask(CARD, { district: this.district, id, consistentWith }, { as });
    if (errors[0]) throw new Error(`appeal: ${errors[0].extensions?.code} ${errors[0].message}`);
    return (data!['appeal'] as Card | null) ?? undefined;
  }

  /** The card once `ready` holds. */
  cardWhen(id: string, as: string, ready: (card: Card) => boolean): Promise<Card> {
    return eventually(async () => {
      const card = await this.card(id, as);
      if (card && ready(card)) return card;
      throw new Error(`the card is not as expected yet: ${JSON.stringify(card?.row)}`);
    }, 15_000);
  }

  /** The card once its first question is in that state. */
  cardWithQuestion(id: string, as: string, state: string): Promise<Card> {
    return this.cardWhen(id, as, (card) => card.row.questions[0]?.state === state);
  }

  /** A submission of the site form, taken up and registered; resolves when the card shows its number and its response. */
  async registered(text: string, more: Fields = {}): Promise<{ readonly receipt: Outcome; readonly card: Card }> {
    const receipt = await this.mutate('submitAppeal', { text, ...more });
    const { id, version } = receipt;
    const up = await this.mutate('takeUpMessage', { id, expectedVersion: version }, { as: this.login('moderator') });
    const whole = { id, expectedVersion: up.version };
    await this.mutate('registerAppeal', whole, { as: this.login('registrar') });
    // Facts of different services reach the card in any order.
    const opened = ({ row }: Card) => row.state === 'REGISTERED' && row.questions[0]?.response?.id !== undefined;
    return { receipt, card: await this.cardWhen(id, this.login('coordinator'), opened) };
  }

  /** As `mutate`, for an official of that role; a refusal is thrown. */
  async must(mutation: string, role: string, input: Fields): Promise<Outcome> {
    const done = await this.mutate(mutation, input, { as: this.login(role) });
    if (done.refused) throw new Error(`${mutation}: ${done.refused}`);
    return done;
  }

  /** Drafts as soon as `responses` has consumed the executor's assignment. */
  drafted(role: string, draft: Fields): Promise<Outcome> {
    return eventually(async () => {
      const done = await this.mutate('draftResponse', draft, { as: this.login(role) });
      if (done.refused) throw new Error(`draftResponse: ${done.refused}`);
      return done;
    }, 15_000);
  }

  /** Publishes the answer of the case, which touches everybody; the id under which all may read it. */
  async published(appeal: string, texts: Fields): Promise<string> {
    const isAnswered = ({ row }: Card) => row.questions[0]?.response?.state === 'DISPATCHED';
    const { id, version } = (await this.cardWhen(appeal, this.login('head'), isAnswered)).row.questions[0]!.response!;
    const proposal = { id, expectedVersion: version, ground: 'CIRCLE', ...texts };
    // As soon as `responses` knows that the answer was sent.
    const proposed = await eventually(() => this.must('proposePublication', 'coordinator', proposal), 15_000);
    const released = await this.must('publishAnswer', 'head', { id, expectedVersion: proposed.version });
    const query = `query ($id: UUID!, $token: String) { appeal(district: "${this.district}", id: $id, consistentWith: $token) {
      responses { publication { id } } } }`;
    return eventually(async () => {
      const asked = { id: appeal, token: released.consistencyToken };
      const { data } = await this.world.ask(query, asked, { as: this.login('head') });
      const card = data?.['appeal'] as { responses: readonly { publication: { id: string } | null }[] } | null;
      return card?.responses.find(({ publication }) => publication)?.publication?.id;
    }, 15_000);
  }

  /** Signs what was `approved`; resolves before the answer is dispatched. */
  async answered(card: Card, text: string, more: Fields = {}): Promise<Outcome> {
    const { id, version } = await this.approved(card, text, more);
    return this.must('signResponse', 'signatory', { id, expectedVersion: version });
  }

  /** Approves what was `proposed`. */
  async approved(card: Card, text: string, more: Fields = {}): Promise<Outcome> {
    const { id, version } = await this.proposed(card, text, more);
    return { ...(await this.must('approveResponse', 'approver', { id, expectedVersion: version })), id };
  }

  /** Routes the question unless a rule did, assigns and drafts; the result is the response's. `more`: of the draft. */
  async proposed({ row }: Card, text: string, more: Fields = {}): Promise<Outcome> {
    const [question] = row.questions as [Question];
    const executor = await this.officialId(this.login('executor'));
    let { version } = question;
    if (question.state === 'OPEN') {
      const route = { id: question.id, expectedVersion: version, topic: 'drugoe', department: 'obrashcheniya' };
      version = (await this.must('routeQuestion', 'coordinator', route)).version;
    }
    await this.must('assignExecutor', 'head', { id: question.id, expectedVersion: version, executor });
    const { id, version: from } = question.response!;
    const draft = { id, expectedVersion: from, text, outcome: 'EXPLAINED', ...more };
    return { ...(await this.drafted('executor', draft)), id };
  }

  /** `aldan.moderator`: an official of the demonstration world. */
  login(role: string): string {
    return `${this.district}.${role}`;
  }

  /** The id of the official with this login. */
  async officialId(login: string): Promise<string> {
    return (await this.official(login)).id;
  }

  /** Id and name of the official with this login. */
  async official(login: string): Promise<{ readonly id: string; readonly name: string }> {
    const { data } = await this.world.ask('{ viewer { id name } }', {}, { as: login });
    return data!['viewer'] as { id: string; name: string };
  }
}

/** Version of the districts' consent texts. */
export const CONSENT = '2026-09-01';
const RESIDENTS = ['rateAppeal', 'supplementAppeal', 'withdrawAppeal', 'requestReopening'];
const INPUTS: Readonly<Record<string, string>> = {
  withdrawForwarding: 'QuestionReasonInput',
  takeOffControl: 'QuestionActInput',
  takeBackQuestion: 'QuestionActInput',
  acknowledgeAssignment: 'QuestionActInput',
  revokeBodyLink: 'BodyLetterActInput',
  undoSplit: 'QuestionActInput',
  undoMerge: 'QuestionActInput',
  takeUpMessage: 'AppealActInput',
  markAsSpam: 'MarkAsSpamInput',
  answerAtOnce: 'AnswerAtOnceInput',
  escalateUrgently: 'EscalateUrgentlyInput',
  takeBackDecision: 'AppealReasonInput',
  registerAppeal: 'AppealActInput',
  acknowledgeSupplement: 'AppealActInput',
  refuseReopening: 'AppealReasonInput',
  withdrawAppeal: 'ResidentActInput',
  requestReopening: 'RequestReopeningInput',
  returnQuestion: 'QuestionReasonInput',
  refuseExtension: 'QuestionReasonInput',
  publishAnswer: 'PublishAnswerInput',
  approveResponse: 'ResponseActInput',
  signResponse: 'ResponseActInput',
};
