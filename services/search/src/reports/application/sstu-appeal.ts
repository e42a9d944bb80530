import { responseTo } from '@otklik/case/response-status';
import type { Case } from '@otklik/case/case';
import { givenAnswers } from '@otklik/case/given-answers';
import type { District } from '@otklik/tenancy';
import type { QuestionValues } from '../../register/application/list/column-values.js';
import type { RegisterRow } from '../../register/application/list/register-row.js';
import type { SstuAnswer, SstuAppeal, SstuPerson, SstuQuestion, SstuSource } from './sstu-facts.js';

/** Says that there is a value, and not which. */
export const GIVEN = '…';

type Bodies = Pick<District, 'organisations'>;

/** What the register knows of an appeal and of these of its questions. `person`: opened; else what there is of it. */
export function sstuAppeal(
  row: RegisterRow,
  questions: ReadonlySet<string>,
  { organisations }: Bodies,
  person: SstuPerson = personGiven(row),
): SstuAppeal {
  const { fold, id, number, receivedOn, registeredOn } = row;
  const source = sourceOf(row, organisations);
  return {
    id,
    number,
    receivedOn,
    registeredOn,
    isDirect: source === undefined,
    // By what it came to us: no fact says that a body used МЭДО.
    deliveredBy: source && fold.appeal.received?.channel,
    source: source ?? {},
    person,
    questions: row.questions
      .filter((one) => questions.has(one.id))
      .map((one) => sstuQuestion(one, fold, organisations)),
  };
}

function personGiven({ fold, erased }: RegisterRow): SstuPerson {
  const { name, address, contactKind } = fold.appeal.received ?? {};
  const given = (sealed: string | undefined) => (sealed === undefined || erased ? undefined : GIVEN);
  return { name: given(name), address: given(address), email: contactKind === 'EMAIL' && !erased ? GIVEN : undefined };
}

/** Undefined: it came of the applicant, through ПОС or not. */
function sourceOf({ fold }: RegisterRow, organisations: District['organisations']): SstuSource | undefined {
  const { receivedFrom, forwardedBy, original } = fold.appeal.received ?? {};
  if (receivedFrom && receivedFrom.kind !== 'POS') {
    const { organisation, number, date } = receivedFrom;
    return { number, date, sstuId: organisations.find(({ code }) => code === organisation)?.sstuId };
  }
  return forwardedBy === undefined ? undefined : { number: original?.number, date: original?.date };
}

function sstuQuestion(
  { id, ordinal, result, extension, classifier, answeredOn }: QuestionValues,
  fold: Case,
  organisations: District['organisations'],
): SstuQuestion {
  const part = fold.questions[id]!;
  return {
    id,
    ordinal: ordinal ?? 1,
    classifier,
    result,
    isJoined: part.state === 'CLOSED' && result === undefined,
    isExtended: extension === 'IN_FORCE',
    endedOn: answeredOn ?? part.endedOn,
    measuresTaken:
      result === 'MEASURES_TAKEN' || (result === 'MEASURES_PROMISED' && part.promise?.keptOn !== undefined),
    isOral: givenAnswers(fold).findLast(({ question }) => question === id)?.isOral ?? false,
    answer: answerOf(id, fold),
    body: bodyOf(id, fold, organisations),
  };
}

/** The last letter with its answer that left. */
function answerOf(question: string, fold: Case): SstuAnswer | undefined {
  if (!responseTo(fold, question)) return undefined;
  const letters = Object.entries(fold.notices).flatMap(
    ([notice, { kind, state, about, outgoing, dispatchedAt = '' }]) =>
      kind === 'ANSWERED' && state === 'DISPATCHED' && about === question && outgoing
        ? [{ notice, number: outgoing.number, on: outgoing.on, dispatchedAt }]
        : [],
  );
  const [last] = letters.toSorted((one, other) => (one.dispatchedAt < other.dispatchedAt ? 1 : -1));
  return last && { notice: last.notice, number: last.number, on: last.on };
}

/** The first body to which it was forwarded, and the number of its covering letter. */
function bodyOf(question: string, fold: Case, organisations: District['organisations']): SstuQuestion['body'] {
  const [to] = fold.questions[question]?.forwardedTo ?? [];
  if (!to) return undefined;
  const known = organisations.find(({ code }) => code === to.organisation);
  const covering = Object.values(fold.notices).find(
    ({ kind, about, details }) =>
      kind === 'COVERING' &&
      about === question &&
      (to.organisation === undefined || details?.organisation === to.organisation),
  );
  return { name: known?.name ?? to.name, sstuId: known?.sstuId, number: covering?.outgoing?.number };
}
