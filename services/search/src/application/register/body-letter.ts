import type { BodyLetter, BodyLetterContents } from '@otklik/contracts/generated/graphql';
import type { LocalDate } from '@otklik/kernel';
import type { Vault } from '@otklik/vault';
import { linkOpens, type BodyPart } from './bodies-part.js';
import { reactionsView } from './bodies-view.js';
import { decryptMany } from './clear-texts.js';
import { requestOpens } from './course-view.js';
import type { RequestPart } from './question-course.js';
import type { RegisterRow } from './register-row.js';

/** What a link names. */
interface LetterId {
  readonly question: string;
  readonly letter: string;
}

/** A letter whose page opens: of a question that was forwarded, or of a request. */
export type OpenLetter =
  { readonly question: string; readonly body: BodyPart } | { readonly question: string; readonly request: RequestPart };

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
  const request = part.requests?.find((one) => one.request === letter);
  return request && requestOpens(part.state, request) ? { question, request } : undefined;
}

export function bodyName(letter: OpenLetter): string {
  return 'body' in letter ? letter.body.name : letter.request.body;
}

type Head = Omit<BodyLetter, 'contents' | 'stale' | 'number' | 'registeredOn' | 'regime'>;

/** Nothing of the applicant. What the body itself wrote it knows. */
export function letterHead(letter: OpenLetter, { fold }: Pick<RegisterRow, 'fold'>): Head {
  if ('request' in letter) {
    const { purpose = 'INFORMATION', at: sentAt, deadline } = letter.request;
    const open = { linkUntil: null, reactions: [] };
    return { task: purpose, body: bodyName(letter), sentAt, dueOn: deadline.dueOn, ...open };
  }
  const { forwardedAt, awaitedOn, linksUntil } = fold.questions[letter.question]!.atBodies!;
  return {
    ...{ task: 'FORWARDED', body: bodyName(letter), sentAt: forwardedAt },
    ...{ dueOn: awaitedOn ?? null, linkUntil: linksUntil },
    reactions: reactionsView(letter.body, () => undefined),
  };
}

/** No more than the task needs: who is to answer the applicant learns whom; who is asked for information, what is asked. */
export async function letterContents(
  letter: OpenLetter,
  { district, fold, clear }: RegisterRow,
  vault: Vault,
): Promise<BodyLetterContents> {
  const text = clear.questions[letter.question] ?? clear.text ?? null;
  if ('request' in letter) {
    const { purpose, asked } = letter.request;
    const [opened] = await decryptMany(vault, district, [{ sealed: asked, field: 'asked' }]);
    return { text: purpose === 'DRAFT' ? text : null, asked: opened ?? null, applicant: null, reachedAt: null };
  }
  const received = fold.appeal.received!;
  const placed = (['name', 'contact', 'address'] as const).map((field) => ({ sealed: received[field], field }));
  const [name, ...reached] = await decryptMany(vault, district, placed);
  const reachedAt = reached.filter((one) => one !== undefined).join(', ');
  return { text, asked: null, applicant: name ?? null, reachedAt: reachedAt || null };
}
