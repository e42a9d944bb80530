import { actingOn } from '@otklik/case/case-actions';
import type { AppealPart } from '@otklik/case/appeal';
import { givenAnswers } from '@otklik/case/given-answers';
import { forwardingView, originView, withdrawnAtView } from './handover-view.js';
import { isRoutedByWholeText, noQuestion } from '@otklik/case/question';
import { addressedBody } from './addressed-body.js';
import type { NoticePart } from '@otklik/case/notice';
import type { ResponsePart } from '@otklik/case/response';
import { holdView } from './hold-view.js';
import { sourceTexts, sourceView, supplementView } from './source-view.js';
import { ReactionsMeasured } from '@otklik/contracts/intake.events';
import type { TextLanguage } from '@otklik/contracts/texts';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type {
  AppealCard,
  AttachedFile,
  HistoryItem,
  QuestionCard,
  ResponseCard,
} from '@otklik/contracts/generated/graphql';
import type { Vault } from '@otklik/vault';
import { answerFiles, fileView, namesRef } from './answer-files-view.js';
import { courseView, courseTexts } from './course-view.js';
import { decryptMany, type Opened, type SealedRef } from './clear-texts.js';
import { proposedQuestions } from '../../domain/proposed-questions.js';
import { officialOf } from '../list/directory-names.js';
import { controlTitles } from '../fold/control-titles.js';
import { changedTexts } from '../fold/history-changes.js';
import { historyItem, sealedText } from '../fold/history-item.js';
import { givenTexts, placeView, topicView } from './given-view.js';
import { controlTexts, controlView } from './question-control-view.js';
import { noticeView } from './notice-view.js';
import type { RegisterRow } from '../list/register-row.js';

import { answerView, correctionView, registeredBefore, reopeningView, strikeView } from './second-look-view.js';
import { bodiesView, reactionTexts, reportTexts } from './bodies-view.js';
import { publicationTexts, publicationView } from './publication-view.js';
import { internalClock } from '../fold/internal-clock.js';
import { entryView, fileNames, receivedFromView } from './entry-view.js';
import { filesOf, listedResponse, listedRow } from '../list/listed-row.js';
import { responseView, rowView, type DistrictView, type Viewing } from './row-view.js';

export interface CardReader {
  readonly language: TextLanguage;
  /** Drafts, notes and officials' reasons: not for analysts. */
  readonly seesWork: boolean;
}

/** The card of an appeal: its row, its texts, and every fact of it in the order of time. */
export async function cardView(
  row: RegisterRow,
  history: readonly PublicEvent[],
  reader: CardReader,
  view: Viewing,
  vault: Pick<Vault, 'openAll'>,
): Promise<Omit<AppealCard, 'stale' | 'earlier' | 'earlierTotal' | 'proposedRepeat' | 'reactions'>> {
  const sealed = row.erased ? [] : sealedTexts(row, history, reader);
  const texts = await decryptMany(vault, row.district, sealed);
  const byToken = new Map(sealed.map((one, index) => [one.sealed, texts[index]]));
  const opened: Opened = (token) => (token === undefined ? undefined : byToken.get(token));
  const { appeal, responses, notices } = row.fold;
  const telling = { opened, language: reader.language, view, titles: controlTitles(history, reader.language) };
  return {
    row: rowView(listedRow(row), view),
    text: row.clear.text ?? null,
    place: placeView(row, view, opened),
    ...topicView(appeal, view, opened),
    files: filesView(row, view, opened),
    letters: lettersView(row, view),
    supplements: appeal.supplements.map((one, index) => supplementView(one, row.clear.supplements[index], opened)),
    source: sourceView(appeal, opened),
    responses: Object.keys(responses).map((id) => responseCard(row, id, { history, opened, view })),
    questions: row.questions.map((question) => questionCard(question.id, row, opened, view)),
    notices: Object.entries(notices).map(([id, notice]) => noticeView({ id, appeal: row.id, notice }, row, view)),
    history: history.filter(isTold).map((event) => ({
      ...historyItem(event, row, telling),
      ...noticeOf(notices[event.stream]),
    })),
    answers: givenAnswers(row.fold).map((answer, at) => answerView(answer, row.clear.answers[at], opened, view)),
    reopening: reopeningView(appeal, opened),
    correction: correctionView(appeal, opened),
    strikeProposal: strikeView(appeal, opened, view),
    legalHold: holdView(appeal, opened),
    consentWithdrawnAt: appeal.consentWithdrawnAt ?? null,
    consentWithdrawnFrom: withdrawnAtView(appeal, view.directory),
    registeredBefore: registeredBefore(appeal),
    duplicateOf: appeal.duplicateOf ?? null,
    atOnce: appeal.atOnce ? { text: row.clear.atOnce ?? null, leavesAt: appeal.atOnce.leavesAt } : null,
    ratingComment: opened(appeal.rating?.comment) ?? null,
    entry: entryView(appeal, opened),
    receivedFrom: receivedFromView(appeal, opened),
    ...repeatView(appeal),
    origin: originView(appeal, opened, view.directory),
    erased: row.erased,
    isAnonymous: isAnonymous(appeal),
  };
}

/** Null before a decision. */
function repeatView({ repeat }: AppealPart): Pick<AppealCard, 'isRepeat'> {
  return { isRepeat: repeat?.isRepeat ?? null };
}

/** As routing sees the ground of article 11(1). */
function isAnonymous({ received }: AppealPart): boolean {
  if (!received) return false;
  const { name, surname, contact, phone, address, subject, source, mail } = received;
  return [name, surname, contact, phone, address, subject, source, mail].every((one) => one === undefined);
}

/** Counts are a series of their own. */
function isTold({ type }: PublicEvent): boolean {
  return type !== ReactionsMeasured.type;
}

function questionCard(id: string, { fold, clear }: RegisterRow, opened: Opened, view: Viewing): QuestionCard {
  const part = fold.questions[id]!;
  const { mergedInto, complainedOf = [] } = part;
  const text = clear.questions[id];
  return {
    id,
    text: text ?? null,
    proposedParts: proposedQuestions(text ?? clear.text ?? ''),
    complainedOf,
    mergedInto: mergedInto ?? null,
    ...endView(part),
    ...forwardingView(part, view.directory),
    ...bodiesView(part, fold.notices, opened, view),
    routedByWholeText: isRoutedByWholeText(part),
    internalClock: internalClock(part, view.today, view.district.calendar),
    ...courseView(part, opened, view),
    ...controlView(part, opened, view),
  };
}

type EndOfQuestion = Pick<QuestionCard, 'ground' | 'earlierAnswers' | 'publishedAt' | 'endedOn'>;

/** Of an end that is no answer. */
function endView({ unanswered, endedOn }: RegisterRow['fold']['questions'][string]): EndOfQuestion {
  const { ground = null, earlier = [], address = null } = unanswered ?? {};
  return { ground, earlierAnswers: earlier, publishedAt: address, endedOn: endedOn ?? null };
}

/** What officials wrote is theirs; what the applicant wrote is for every reader of the card. */
const ofApplicant = new Set([
  'AppealRated',
  'ReopeningRequested',
  'AppealSupplemented',
  'EditedAtSource',
  'OwnMessageSeen',
]);

function sealedTexts(
  row: RegisterRow,
  history: readonly PublicEvent[],
  { seesWork }: CardReader,
): readonly SealedRef[] {
  const { rating, reopening, correction, strike, legalHold, received, supplements } = row.fold.appeal;
  const answers = givenAnswers(row.fold).flatMap((one) => [{ sealed: one.text, field: 'text' }, namesRef(one)]);
  const work = seesWork
    ? [...Object.values(row.fold.responses).flatMap(workTexts), ...givenTexts(row.fold.appeal)]
    : [];
  const questions = Object.values(row.fold.questions);
  const control = questions.flatMap((part) => controlTexts(part, seesWork));
  const ofFold = [
    { sealed: received?.forwardedBy, field: 'forwardedBy' },
    { sealed: received?.receivedFromBody, field: 'receivedFromBody' },
    { sealed: received?.originReason, field: 'originReason' },
    ...[received, ...supplements].map((part) => ({ sealed: part?.fileNames, field: 'fileNames' })),
    ...sourceTexts(row.fold.appeal),
    { sealed: rating?.comment, field: 'comment' },
    { sealed: reopening?.reason, field: 'reason' },
    { sealed: reopening?.decided?.reason, field: 'reason' },
    ...[correction, strike, legalHold].map((part) => ({ sealed: part?.reason, field: 'reason' })),
    ...Object.values(row.fold.questions).flatMap(({ atBodies }) => reactionTexts(atBodies)),
    ...reportTexts(row.fold.notices),
    ...answers,
    ...work,
    ...Object.values(row.fold.questions).flatMap(courseTexts),
    ...control,
  ];
  // A text of the fold that a fact of the history holds too is opened as that fact's.
  const ofHistory = history
    .filter(({ type }) => seesWork || ofApplicant.has(type))
    .flatMap((event) => [sealedText(event), ...changedTexts(event)]);
  const published = seesWork ? publicationTexts(history) : [];
  return [
    ...new Map([...ofFold, ...ofHistory, ...published].map((sealedRef) => [sealedRef.sealed, sealedRef])).values(),
  ];
}

function workTexts(part: RegisterRow['fold']['responses'][string]): readonly SealedRef[] {
  const texts = [part.draft?.text, ...part.notes.map(({ text }) => text)];
  const names = part.draft === undefined ? [] : [namesRef(part.draft)];
  const reason = { sealed: part.sentBackReason, field: 'reason' };
  return [reason, ...texts.map((sealed) => ({ sealed, field: 'text' })), ...names];
}

/** With their names where `opened` opens them. */
export function filesView(
  { fold, erased }: RegisterRow,
  { district }: DistrictView,
  opened: Opened = () => undefined,
): readonly AttachedFile[] {
  if (erased) return [];
  const names = fileNames(fold.appeal, opened);
  return filesOf(fold.appeal).map(({ id, type, size }, at) =>
    fileView(district.code, { id, type, size }, names[at] || null),
  );
}

function lettersView({ fold: { appeal }, erased }: RegisterRow, { district }: DistrictView): readonly AttachedFile[] {
  const letters = [appeal.received, ...appeal.supplements].flatMap((part) => part?.mail?.original ?? []);
  return erased ? [] : letters.map(({ id, type, size }) => fileView(district.code, { id, type, size }, null));
}

interface ResponseOf {
  readonly history: readonly PublicEvent[];
  readonly opened: Opened;
  readonly view: Viewing;
}

function responseCard(row: RegisterRow, id: string, { history, opened, view }: ResponseOf): ResponseCard {
  const { directory, district } = view;
  const part = row.fold.responses[id]!;
  const question = row.fold.questions[part.question] ?? noQuestion;
  const official = (of: string | undefined) => officialOf(directory, district, of) ?? null;
  return {
    question: part.question,
    row: responseView(listedResponse(row, { id, part }), question, actingOn(row.state, question.state, view.acting)),
    ...saidIn(part, opened, district.code),
    ...publicationView(part, { fold: row.fold, history, opened, official, district: district.code }),
    draftedBy: official(part.draft?.by),
    approvedBy: official(part.approval?.by),
    signedBy: official(part.answer?.signatory),
    signedAt: part.answer?.signedAt ?? null,
    sentBackReason: opened(part.sentBackReason) ?? null,
    notes: part.notes.map(({ text, by, at }) => ({ text: opened(text) ?? null, by: official(by), at })),
  };
}

/** The text of the answer, or of the current draft. */
function saidIn(
  { answer, draft }: ResponsePart,
  opened: Opened,
  district: string,
): Pick<ResponseCard, 'text' | 'promisedUntil' | 'files'> {
  const said = answer ?? draft;
  const text = opened(said?.text) ?? null;
  // Who may not read the text, of a draft or of an erased person, does not learn of its files.
  const files = text === null || !said ? [] : answerFiles(district, said, opened);
  return { text, promisedUntil: said?.promisedUntil ?? null, files };
}

function noticeOf(notice: NoticePart | undefined): Pick<HistoryItem, 'notice' | 'body'> {
  return notice ? { notice: notice.kind, body: addressedBody(notice) } : {};
}
