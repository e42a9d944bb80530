import type { BodyLetter, BodyLetterContents } from '@otklik/contracts/generated/graphql';
import type { LocalDate } from '@otklik/kernel';
import type { Vault } from '@otklik/vault';
import { type BodyPart, linkOpens } from '@otklik/case/question-bodies';
import { type RequestPart, endOfRequest } from '@otklik/case/question-course';
import type { QuestionPart } from '@otklik/case/question';
import { reactionsView } from './bodies-view.js';
import { decryptMany, type Opened } from './clear-texts.js';
import { requestOpens } from './course-view.js';
import { givenTexts, placeView, topicView } from './given-view.js';
import type { RegisterRow } from '../list/register-row.js';
import type { DistrictView } from './row-view.js';

/** What a link names. */
interface LetterId {
  readonly question: string;
  readonly letter: string;
}

/** A letter whose page opens: of a question that was forwarded, or of a request. */
export type OpenLetter =
  | { readonly question: string; readonly body: BodyPart }
  /** `endedOn`: the question ended without it, and its page says so and shows nothing more. */
  | { readonly question: string; readonly request: RequestPart; readonly endedOn?: LocalDate };

/** Undefined for a letter that the question does not have, and for one whose page does not open any more. */
export function openLetter(
  { fold, erased }: Pick<RegisterRow, 'fold' | 'erased'>,
  { question, letter }: LetterId,
  today: LocalDate,
): OpenLetter | undefined {
  const part = fold.questions[question];
  if (!part || erased) return undefined;
  const body = part.atBodies?.bodies.find((one) => one.letter === letter);
  if (body) return linkOpens(part, body, today) ? { question, body } : undefined;
  const request = part.requests?.find((one) => one.request === letter && !one.isRevoked);
  return request && openRequest(part, question, request);
}

function openRequest(part: QuestionPart, question: string, request: RequestPart): OpenLetter | undefined {
  const endedOn = endOfRequest(part, request);
  if (endedOn !== undefined) return { question, request, endedOn };
  return requestOpens(part.state, request) ? { question, request } : undefined;
}

export function bodyName(letter: OpenLetter): string {
  return 'body' in letter ? letter.body.name : letter.request.body;
}

type Head = Omit<BodyLetter, 'contents' | 'stale' | 'number' | 'registeredOn' | 'regime'>;

/** Nothing of the applicant. What the body itself wrote it knows. */
export function letterHead(letter: OpenLetter, { fold }: Pick<RegisterRow, 'fold'>): Head {
  if ('request' in letter) {
    const { purpose = 'INFORMATION', at: sentAt, deadline } = letter.request;
    const open = { linkUntil: null, reactions: [], endedOn: letter.endedOn ?? null };
    return { task: purpose, body: bodyName(letter), sentAt, dueOn: deadline.dueOn, ...open };
  }
  const { forwardedAt, awaitedOn, linksUntil } = fold.questions[letter.question]!.atBodies!;
  return {
    task: 'FORWARDED',
    body: bodyName(letter),
    sentAt: forwardedAt,
    dueOn: awaitedOn ?? null,
    linkUntil: linksUntil,
    reactions: reactionsView(letter.body, () => undefined),
    endedOn: null,
  };
}

/** No more than the task needs: who is to answer the applicant learns whom; who is asked for information, what is asked. */
export async function letterContents(
  letter: OpenLetter,
  row: RegisterRow,
  view: Pick<DistrictView, 'district'>,
  vault: Vault,
): Promise<BodyLetterContents> {
  const { district, fold, clear } = row;
  const text = clear.questions[letter.question] ?? clear.text ?? null;
  if ('request' in letter) {
    const { purpose, asked } = letter.request;
    const [opened] = await decryptMany(vault, district, [{ sealed: asked, field: 'asked' }]);
    const question =
      purpose === 'DRAFT' ? { text, ...(await givenOf(row, view, vault)) } : { text: null, topicAnswers: [] };
    return { ...question, asked: opened ?? null, applicant: null, reachedAt: null };
  }
  const received = fold.appeal.received!;
  const placed = (['name', 'contact', 'address'] as const).map((field) => ({ sealed: received[field], field }));
  const [name, ...reached] = await decryptMany(vault, district, placed);
  const reachedAt = reached.filter((one) => one !== undefined).join(', ');
  const given = await givenOf(row, view, vault);
  return { text, ...given, asked: null, applicant: name ?? null, reachedAt: reachedAt || null };
}

/** Where it is, and what was answered about its topic: a body that deals with the question needs both. */
async function givenOf(
  row: RegisterRow,
  view: Pick<DistrictView, 'district'>,
  vault: Vault,
): Promise<Pick<BodyLetterContents, 'place' | 'topicAnswers'>> {
  const texts = givenTexts(row.fold.appeal);
  const opened = await decryptMany(vault, row.district, texts);
  const byToken = new Map(texts.map(({ sealed }, at) => [sealed, opened[at]]));
  const openedOf: Opened = (token) => byToken.get(token as (typeof texts)[number]['sealed']);
  return {
    place: placeView(row, view, openedOf),
    topicAnswers: topicView(row.fold.appeal, view, openedOf).topicAnswers,
  };
}
