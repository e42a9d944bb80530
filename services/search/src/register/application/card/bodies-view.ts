import type { BodyReacted, BodyRequest, QuestionCard } from '@otklik/contracts/generated/graphql';
import { type AtBodiesPart, type BodyPart, linkOpens } from '@otklik/case/question-bodies';
import type { NoticePart, ReportPart } from '@otklik/case/notice';
import type { QuestionPart } from '@otklik/case/question';
import type { Opened, SealedRef } from './clear-texts.js';
import { officialOf } from '../list/directory-names.js';
import type { Viewing } from './row-view.js';

type Notices = Readonly<Record<string, NoticePart>>;
type AtBodies = Pick<QuestionCard, 'bodies' | 'awaitedOn'>;

/** To whom a question was forwarded, and what they did with it. */
export function bodiesView(
  question: Pick<QuestionPart, 'state' | 'atBodies'>,
  notices: Notices,
  opened: Opened,
  { today, directory, district }: Pick<Viewing, 'today' | 'directory' | 'district'>,
): AtBodies {
  const { atBodies: part } = question;
  if (!part) return { bodies: [], awaitedOn: null };
  return {
    awaitedOn: part.awaitedOn ?? null,
    bodies: part.bodies.map((body) => ({
      letter: body.letter,
      name: body.name,
      address: body.address ?? null,
      linkOpens: linkOpens(question, body, today),
      linkUntil: part.linksUntil,
      noComplaintBy: officialOf(directory, district, body.noComplaintBy) ?? null,
      reactions: reactionsView(body, opened),
      request: requestView(notices[body.letter]?.reported, opened),
    })),
  };
}

export function reactionsView({ reactions }: BodyPart, opened: Opened): readonly BodyReacted[] {
  return reactions.map(({ text, number, ...reaction }) => ({
    ...reaction,
    number: number ?? null,
    text: opened(text) ?? null,
  }));
}

function requestView(report: ReportPart | undefined, opened: Opened): BodyRequest | null {
  if (!report) return null;
  const { notes, updates = [], ...told } = report;
  return {
    ...told,
    notes: opened(notes) ?? null,
    updates: updates.map(({ text, at }) => ({ text: opened(text) ?? null, at })),
  };
}

/** What the servers of bodies wrote. */
export function reportTexts(notices: Notices): readonly SealedRef[] {
  return Object.values(notices).flatMap(({ reported: { notes, updates = [] } = {} }) =>
    [notes, ...updates.map(({ text }) => text)].map((sealed) => ({ sealed, field: 'notes' })),
  );
}

/** What the bodies wrote. */
export function reactionTexts(part: AtBodiesPart | undefined): readonly SealedRef[] {
  return (part?.bodies ?? []).flatMap(({ reactions }) =>
    reactions.map(({ text: sealed }) => ({ sealed, field: 'text' })),
  );
}
