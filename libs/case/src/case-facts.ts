import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import type { AppealPart } from './appeal.js';
import type { Case } from './case.js';
import type { NoticePart } from './notice.js';
import type { QuestionPart } from './question.js';
import type { ResponsePart } from './response.js';

type FieldsOf<Name extends string, Part> = `${Name}.${keyof Part & string}`;

/** A field of a case that a service may declare. */
export type CaseField =
  | FieldsOf<'appeal', AppealPart>
  | FieldsOf<'appeal.received', AppealReceivedData>
  | FieldsOf<'question', QuestionPart>
  | FieldsOf<'response', ResponsePart>
  | FieldsOf<'notice', NoticePart>;

/** What no cut takes away: what each part has from its first event on, except lists. */
const ALWAYS: readonly CaseField[] = [
  ...(['appeal.version', 'appeal.withdrawn', 'appeal.erased'] as const),
  ...(['question.version', 'question.state'] as const),
  ...(['response.version', 'response.question', 'response.state'] as const),
  ...(['notice.version', 'notice.kind', 'notice.way', 'notice.state', 'notice.openedAt'] as const),
];

/** Fields that the next value of a field depends on. */
const NEEDS: Partial<Record<CaseField, readonly CaseField[]>> = {
  'appeal.atSource': ['appeal.received.source'],
  'appeal.danger': ['appeal.decision'],
  'appeal.isHeardAgain': ['appeal.decision'],
  'appeal.registeredBefore': ['appeal.registered'],
  'appeal.supplementsAnswered': ['appeal.supplements'],
  'appeal.supplementsRead': ['appeal.supplements', 'appeal.registered'],
  'question.deadlines': ['question.replaced'],
  'question.extension': ['question.deadlines'],
  'question.interim': ['question.deadlines'],
  'question.met': ['question.deadlines', 'question.unanswered'],
  'question.replaced': ['question.interim'],
  'question.requests': ['question.answeredOn', 'question.endedOn'],
  'question.routedAfter': ['question.changes'],
  'response.answer': ['response.revoked'],
  'response.answers': ['response.answer'],
  'response.revoked': ['response.answer'],
  'response.sentBackReason': ['response.revoked'],
};

/** Lists that each part has from the first event on: emptied where they are not declared. */
const LISTS: ReadonlySet<string> = new Set<CaseField>(['appeal.supplements', 'response.notes']);

/**
 * A cut of a case to the declared fields, and to those by which they change. A case may be cut after each event: the declared fields
 * become the same as in the whole case.
 */
export function caseFacts(declared: readonly CaseField[]): (whole: Case) => Case {
  const kept = closure([...ALWAYS, ...declared]);
  const received = new Set([...kept].flatMap((field) => field.split('appeal.received.')[1] ?? []));
  const isWhole = kept.has('appeal.received');
  const part = <Part extends object>(of: string, all: Part): Part => picked(of, all, kept);
  return ({ appeal, questions, responses, notices }) => {
    const cut = part('appeal', appeal);
    const some =
      isWhole || received.size === 0 || !appeal.received
        ? {}
        : { received: pick(appeal.received, (name) => received.has(name)) };
    return {
      appeal: { ...cut, ...some },
      questions: each(questions, (one) => part('question', one)),
      responses: each(responses, (one) => part('response', one)),
      notices: each(notices, (one) => part('notice', one)),
    };
  };
}

function closure(fields: readonly CaseField[]): ReadonlySet<CaseField> {
  const all = new Set<CaseField>(fields);
  for (const field of all) for (const needed of NEEDS[field] ?? []) all.add(needed);
  return all;
}

function picked<Part extends object>(of: string, part: Part, kept: ReadonlySet<string>): Part {
  const cut = pick(part, (name) => kept.has(`${of}.${name}`));
  const emptied = Object.keys(part).filter((name) => LISTS.has(`${of}.${name}`) && !kept.has(`${of}.${name}`));
  return { ...cut, ...Object.fromEntries(emptied.map((name) => [name, []])) };
}

function pick<Value extends object>(value: Value, isKept: (name: string) => boolean): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => isKept(name))) as Value;
}

function each<Part>(parts: Readonly<Record<string, Part>>, cut: (part: Part) => Part): Readonly<Record<string, Part>> {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, cut(part)]));
}
