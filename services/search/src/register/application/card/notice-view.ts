import { posStatesOf } from '@otklik/case/pos-states';
import { noticeActions } from '@otklik/case/allowed-actions';
import { givenAnswers } from '@otklik/case/given-answers';
import { addressedBody } from './addressed-body.js';
import { type NoticePart, type PostingPart, type SignaturePart, noticeFacts, signingFacts } from '@otklik/case/notice';
import { addresseeOf } from '@otklik/contracts/notices-to-bodies';
import type { LetterSignature, NoticeRow, Posting } from '@otklik/contracts/generated/graphql';
import { officialOf } from '../list/directory-names.js';
import { listedQuestionRow } from '../list/listed-row.js';
import { dueOfNotice } from '../fold/question-deadline.js';
import type { RegisterRow } from '../list/register-row.js';
import { questionRowView, type DistrictView, type Viewing } from './row-view.js';

/** `row`: the register's, absent until it holds the appeal's first fact. */
export function noticeView(
  held: { readonly id: string; readonly appeal: string; readonly notice: NoticePart },
  row: RegisterRow | undefined,
  view: Viewing,
): NoticeRow {
  const { id, appeal, notice } = held;
  const { kind, way, state, about, version, failed = [] } = notice;
  return {
    id,
    appeal,
    state,
    version,
    kind,
    way,
    failed,
    allowedActions: noticeActions(noticeFacts(notice, row?.fold.questions ?? {}), view.acting),
    ...dispatchView(notice, view),
    ...signingView(notice, view),
    number: row ? (row.number ?? row.receipt) : null,
    ...inPlatform(notice, row),
    ...(row && about !== undefined && answeredQuestion(row, about, id, view)),
    lateProof: notice.late ?? afterTheEnd(held, row) ?? null,
    addressee: addresseeOf(kind),
    body: addressedBody(notice),
    ...ofMainCase(notice),
  };
}

/** Of a message of the feedback platform: its number there, and what was entered. */
function inPlatform(
  { entered, way, kind }: NoticePart,
  row: RegisterRow | undefined,
): Pick<NoticeRow, 'senderNumber' | 'entered' | 'posStates'> {
  const senderNumber = row?.fold.appeal.received?.receivedFrom?.number ?? null;
  return { senderNumber, entered: entered ?? null, posStates: way === 'POS' ? [...posStatesOf(kind)] : [] };
}

/** The notice to the sender of a duplicate. */
function ofMainCase({ kind, details }: NoticePart): Pick<NoticeRow, 'mainNumber' | 'mainOutcome'> {
  const { number = null, outcome = null } = (kind === 'DUPLICATE' && details) || {};
  return { mainNumber: number, mainOutcome: outcome };
}

type OfNetwork = 'link' | 'attention' | 'found' | 'seenAt' | 'readAt' | 'removedAt' | 'soughtAt';

function networkView({
  link,
  attention,
  found = [],
  ...place
}: Pick<NoticePart, OfNetwork>): Pick<NoticeRow, OfNetwork> {
  const { seenAt = null, readAt = null, removedAt = null, soughtAt = null } = place;
  const waits = { attention: attention ?? null, found: [...found] };
  return { link: link ?? null, ...waits, seenAt, readAt, removedAt, soughtAt };
}

function dispatchView(
  { proof, dispatchedAt, cancelled, outgoing, attempts = [], postings = [], ...notice }: NoticePart,
  view: Viewing,
): Pick<NoticeRow, 'proof' | 'dispatchedAt' | 'cancelled' | 'attempts' | 'outgoing' | 'posting' | OfNetwork> {
  const official = (id: string | undefined) => officialOf(view.directory, view.district, id) ?? null;
  const posting = postings.at(-1);
  return {
    proof: proof ?? null,
    dispatchedAt: dispatchedAt ?? null,
    cancelled: cancelled ?? null,
    // It left after all where a clerk says so later.
    outgoing: outgoing ? { ...outgoing, annulled: cancelled !== undefined && posting === undefined } : null,
    posting: posting ? postingView(posting, view) : null,
    ...networkView(notice),
    attempts: attempts.map(({ result, at, by, callAt }) => ({ result, at, callAt: callAt ?? null, by: official(by) })),
  };
}

function signingView(
  notice: NoticePart,
  view: Viewing,
): Pick<NoticeRow, 'demandedSignature' | 'lacksSignature' | 'signatures' | 'isToSign'> {
  const { demands = null, signatures = [] } = notice;
  const { lacksSignature, isToSign = false } = signingFacts(notice);
  const attached = signatures.map((one) => signatureView(one, view));
  return { demandedSignature: demands, lacksSignature, isToSign, signatures: attached };
}

function signatureView(signed: SignaturePart, { directory, district }: DistrictView): LetterSignature {
  const { level, sheet, signature, algorithm, certificate, signedAt = null, at, by } = signed;
  const official = officialOf(directory, district, by) ?? null;
  return { level, sheet, signature, algorithm, ...certificate, signedAt, at, by: official };
}

export function postingView(
  { means, number, sentOn, track, by, after }: PostingPart,
  { directory, district }: DistrictView,
): Posting {
  const official = officialOf(directory, district, by) ?? null;
  return { means, number, sentOn, track: track ?? null, after: after ?? null, by: official };
}

/** The proof of the notice itself, where its question had another end before. */
function afterTheEnd(
  { id, notice }: { readonly id: string; readonly notice: NoticePart },
  row: RegisterRow | undefined,
): NoticePart['late'] {
  const { about, way, proof, dispatchedAt } = notice;
  const question = about === undefined ? undefined : row?.fold.questions[about];
  if (question?.provedLate !== id || proof === undefined || dispatchedAt === undefined) return undefined;
  return { way, proof, dispatchedAt };
}

function answeredQuestion(
  row: RegisterRow,
  about: string,
  notice: string,
  view: Viewing,
): Pick<NoticeRow, 'question' | 'answer' | 'dueOn' | 'dueAt'> {
  const question = row.questions.find(({ id }) => id === about);
  if (!question) return {};
  const deadline = dueOfNotice(row.fold.notices[notice]?.kind, row.fold.questions[about]!);
  return {
    question: questionRowView(listedQuestionRow(row, question), view),
    answer:
      (row.fold.notices[notice]?.kind === 'INTERIM_ANSWER'
        ? row.clear.interims[about]
        : answerTo(row, about, notice)) ?? null,
    dueOn: deadline?.dueOn ?? null,
    dueAt: deadline?.dueAt ?? null,
  };
}

/** Each signed answer has a notice of its own: the second tells the second. */
function answerTo({ fold, clear }: RegisterRow, question: string, notice: string): string | undefined {
  const of = Object.entries(fold.notices)
    .filter(([, { kind, about }]) => kind === 'ANSWERED' && about === question)
    .sort(([, one], [, other]) => (one.openedAt < other.openedAt ? -1 : 1));
  const round = of.findIndex(([id]) => id === notice);
  const answers = givenAnswers(fold).flatMap((answer, at) =>
    answer.question === question && !answer.isOral ? [clear.answers[at]] : [],
  );
  return answers[round];
}
