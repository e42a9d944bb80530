import { noticeActions } from '@otklik/contracts/allowed-actions';
import { eventTypeCode } from '@otklik/contracts/event-type';
import { eventTitle, type TextLanguage } from '@otklik/contracts/texts';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type {
  AppealCard,
  AttachedFile,
  HistoryItem,
  NoticeRow,
  Place,
  ResponseCard,
  Role,
} from '@otklik/contracts/generated/graphql';
import type { Vault } from '@otklik/vault';
import { decryptMany, type Opened, type SealedRef } from './clear-texts.js';
import { officialOf, settlementOf } from './directory-names.js';
import { noQuestion } from './question-part.js';
import type { NoticePart } from './notice-part.js';
import type { RegisterRow } from './register-row.js';
import { entryView, fileNames } from './entry-view.js';
import { filesOf, listedQuestionRow, listedResponse, listedRow } from './listed-row.js';
import { questionRowView, responseView, rowView, type DistrictView, type Viewing } from './row-view.js';

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
): Promise<Omit<AppealCard, 'stale' | 'earlier'>> {
  const sealed = row.erased ? [] : sealedTexts(row, history, reader);
  const texts = await decryptMany(vault, row.district, sealed);
  const byToken = new Map(sealed.map((one, index) => [one.sealed, texts[index]]));
  const opened: Opened = (token) => (token === undefined ? undefined : byToken.get(token));
  const { appeal, responses, notices } = row.fold;
  return {
    row: rowView(listedRow(row), view),
    text: row.clear.text ?? null,
    place: placeView(row, view),
    files: filesView(row, view, opened),
    supplements: appeal.supplements.map(({ at }, index) => ({ at, text: row.clear.supplements[index] ?? null })),
    responses: Object.keys(responses).map((id) => responseCard(row, id, opened, view)),
    notices: Object.entries(notices).map(([id, notice]) => noticeView({ id, appeal: row.id, notice }, row, view)),
    history: history.map((event) => historyItem(event, opened, reader, view)),
    duplicateOf: appeal.duplicateOf ?? null,
    ratingComment: opened(appeal.rating?.comment) ?? null,
    entry: entryView(appeal, opened),
    erased: row.erased,
  };
}

/** What officials wrote is theirs; what the applicant wrote is for every reader of the card. */
const ofApplicant = new Set(['AppealRated', 'ReopeningRequested', 'AppealSupplemented']);

function sealedTexts(
  row: RegisterRow,
  history: readonly PublicEvent[],
  { seesWork }: CardReader,
): readonly SealedRef[] {
  const { rating, reopening, received, supplements } = row.fold.appeal;
  const answers = Object.values(row.fold.responses).map(({ answer }) => ({ sealed: answer?.text, field: 'text' }));
  const work = seesWork ? Object.values(row.fold.responses).flatMap(workTexts) : [];
  const ofFold = [
    { sealed: received?.forwardedBy, field: 'forwardedBy' },
    ...[received, ...supplements].map((part) => ({ sealed: part?.fileNames, field: 'fileNames' })),
    { sealed: rating?.comment, field: 'comment' },
    { sealed: reopening?.reason, field: 'reason' },
    ...answers,
    ...work,
  ];
  // A text of the fold that a fact of the history holds too is opened as that fact's.
  const ofHistory = history.filter(({ type }) => seesWork || ofApplicant.has(type)).map(sealedText);
  return [...new Map([...ofFold, ...ofHistory].map((sealedRef) => [sealedRef.sealed, sealedRef])).values()];
}

function workTexts(part: RegisterRow['fold']['responses'][string]): readonly SealedRef[] {
  const texts = [part.draft?.text, ...part.notes.map(({ text }) => text)];
  return [{ sealed: part.sentBackReason, field: 'reason' }, ...texts.map((sealed) => ({ sealed, field: 'text' }))];
}

const textFields = ['text', 'reason', 'comment', 'said', 'identifiedBy'];

/** The text that goes with a fact; the appeal's own stands above the history already. */
function sealedText({ id, type, data }: PublicEvent): SealedRef {
  const texts = data as Readonly<Record<string, string | undefined>>;
  const field = type === 'AppealReceived' ? undefined : textFields.find((name) => texts[name] !== undefined);
  return field === undefined ? { sealed: undefined } : { sealed: texts[field], eventId: id, field };
}

export function placeView({ fold, clear }: RegisterRow, { district }: DistrictView): Place | null {
  const code = fold.appeal.received?.settlement;
  if (code === undefined && clear.place === undefined) return null;
  return { settlement: code === undefined ? null : settlementOf(district, code), text: clear.place ?? null };
}

/** With their names where `opened` opens them. */
export function filesView(
  { fold, erased }: RegisterRow,
  { district }: DistrictView,
  opened: Opened = () => undefined,
): readonly AttachedFile[] {
  if (erased) return [];
  const names = fileNames(fold.appeal, opened);
  return filesOf(fold.appeal).map(({ id, type, size }, at) => ({
    ...{ id, type, size },
    name: names[at] || null,
    url: `/files/${district.code}/${id}`,
  }));
}

function responseCard(row: RegisterRow, id: string, opened: Opened, view: Viewing): ResponseCard {
  const { directory, district } = view;
  const part = row.fold.responses[id]!;
  const official = (of: string | undefined) => officialOf(directory, district, of) ?? null;
  return {
    question: part.question,
    row: responseView(listedResponse(row, { id, part }), row.fold.questions[part.question] ?? noQuestion, view),
    text: opened((part.answer ?? part.draft)?.text) ?? null,
    draftedBy: official(part.draft?.by),
    approvedBy: official(part.approvedBy),
    signedBy: official(part.answer?.signatory),
    signedAt: part.answer?.signedAt ?? null,
    sentBackReason: opened(part.sentBackReason) ?? null,
    notes: part.notes.map(({ text, by, at }) => ({ text: opened(text) ?? null, by: official(by), at })),
  };
}

/** `row`: the register's, absent until it holds the appeal's first fact. */
export function noticeView(
  { id, appeal, notice }: { readonly id: string; readonly appeal: string; readonly notice: NoticePart },
  row: RegisterRow | undefined,
  view: Viewing,
): NoticeRow {
  const { kind, way, state, proof, dispatchedAt, about, version, attempts = [] } = notice;
  return {
    ...{ id, appeal, state, version, kind, way, allowedActions: noticeActions(notice, view.acting) },
    ...{ proof: proof ?? null, dispatchedAt: dispatchedAt ?? null, number: row?.number ?? null },
    ...(row && about !== undefined ? answeredQuestion(row, about, view) : {}),
    attempts: attempts.map(({ result, at, by, callAt }) => ({
      ...{ result, at, callAt: callAt ?? null },
      by: officialOf(view.directory, view.district, by) ?? null,
    })),
  };
}

function answeredQuestion(
  row: RegisterRow,
  about: string,
  view: Viewing,
): Pick<NoticeRow, 'question' | 'answer' | 'dueOn'> {
  const question = row.questions.find(({ id }) => id === about);
  if (!question) return {};
  return {
    question: questionRowView(listedQuestionRow(row, question), view),
    answer: answerTo(row, about) ?? null,
    dueOn: row.fold.questions[about]?.deadline?.dueOn ?? null,
  };
}

/** Clear answers stand in the order of the responses that are signed. */
function answerTo({ fold, clear }: RegisterRow, question: string): string | undefined {
  const signed = Object.values(fold.responses).filter(({ answer }) => answer);
  return clear.answers[signed.findIndex((part) => part.question === question)];
}

function historyItem(
  event: PublicEvent,
  opened: Opened,
  { language }: CardReader,
  { directory, district }: Viewing,
): HistoryItem {
  const { type, at, actor, data } = event;
  const { rule } = data as { readonly rule?: string };
  const by = actor.kind === 'official' ? officialOf(directory, district, actor.id) : undefined;
  return {
    type: eventTypeCode(type),
    title: eventTitle(type, language),
    at,
    by: by ?? null,
    actor: actor.kind.toUpperCase() as Uppercase<typeof actor.kind>,
    role: (actor.role as Role | undefined) ?? null,
    text: opened(sealedText(event).sealed) ?? null,
    rule: rule ?? null,
  };
}
