import type { ReactNode } from 'react';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, dayMonth, timeOfDay, weekdayDate } from '../../../parts/dates.js';
import { Deadline } from '../../../parts/deadline.js';
import { language, t, type WordId } from '../../../words/words.js';
import { conditionWords } from '../questions/condition-words.js';
import type { Card, Question } from '../../../acts/card.js';

type Deadlined = NonNullable<Card['row']['deadline']>;

interface Due {
  readonly key: string;
  readonly what: string;
  readonly deadline: Deadlined;
  readonly standing: Standing;
  /** What became of it, once it runs no more. */
  readonly end: string;
}

/** `OTHERWISE`: it binds only if the question is decided otherwise. */
type Standing = 'RUNS' | 'OTHERWISE' | 'ENDED';

/** All terms of the case: of its registration or moderation while it waits for them, then of each question. */
export function Terms({ card }: { readonly card: Card }) {
  const dues = duesOf(card);
  if (dues.length === 0) return null;
  const others = dues.filter(({ standing }) => standing === 'OTHERWISE');
  return (
    <section>
      <h2>{t('card.terms')}</h2>
      <TermTable dues={dues.filter(({ standing }) => standing !== 'OTHERWISE')}>
        {card.questions.map(
          ({ id, internalClock }) =>
            internalClock && <OwnCount key={id} clock={internalClock} ordinal={ordinalIn(card, id)} />,
        )}
      </TermTable>
      {others.length > 0 && (
        <details className="why">
          <summary>{t('card.otherTerms', { count: others.length })}</summary>
          <TermTable dues={others} />
        </details>
      )}
    </section>
  );
}

/** The terms, and under them why each ends on its day. */
function TermTable({ dues, children }: { readonly dues: readonly Due[]; readonly children?: ReactNode }) {
  return (
    <>
      <table className="clock">
        <thead>
          <tr>
            <th scope="col">{t('card.whatToDo')}</th>
            <th scope="col">{t('card.until')}</th>
            <th scope="col">{t('card.left')}</th>
            <th scope="col">{t('card.ground')}</th>
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <TermRow key={due.key} due={due} />
          ))}
        </tbody>
      </table>
      {children}
      {dues.map(({ key, what, deadline }) => (
        <Why key={key} what={dues.length > 1 ? what : undefined} deadline={deadline} />
      ))}
    </>
  );
}

type InternalClock = NonNullable<Card['questions'][number]['internalClock']>;

/** The district's own count beside the term of the law; nothing of a question that has taken no day yet. */
function OwnCount(props: { readonly clock: InternalClock; readonly ordinal: number | null }) {
  const { clock, ordinal } = props;
  const { used, paused } = clock;
  const counted = [
    ...(used > 0 ? [t('card.daysUsed', { count: used })] : []),
    ...(paused > 0 ? [t('card.daysPaused', { count: paused })] : []),
  ];
  if (counted.length === 0) return null;
  const what = counted.join(' ');
  return <p className="muted">{ordinal === null ? what : t('card.historyOfQuestion', { ordinal, what })}</p>;
}

/** Null where there is no other question to distinguish it from. */
function ordinalIn({ row: { questions } }: Card, id: string): number | null {
  return (questions.length > 1 ? questions.find((question) => question.id === id)?.ordinal : undefined) ?? null;
}

function duesOf({ row, questions: questionTexts }: Card): readonly Due[] {
  const { deadline, questions } = row;
  const ofReception = deadline
    ? [{ key: 'reception', what: t(`card.duty${deadline.duty}`), deadline, standing: 'RUNS', end: '' } as const]
    : [];
  const textsOf = ({ id }: Question) => questionTexts.find((one) => one.id === id);
  const ofQuestions = questions.flatMap((question) =>
    question.deadlines.map((one) => ({
      key: `${question.id} ${one.rule}`,
      what: dutyOf(one, question, questions.length > 1),
      deadline: one,
      standing: standingOf(one),
      end: endOf(one, question.state, conditionWords(question, textsOf(question))),
    })),
  );
  return [...ofReception, ...ofQuestions, ...requests(questionTexts)];
}

const byRule: Readonly<Record<string, WordId>> = {
  COMPLAINT: 'card.ruleCOMPLAINT',
  COURT: 'card.ruleCOURT',
  UNREADABLE: 'card.ruleUNREADABLE',
  UNCLEAR: 'card.ruleUNCLEAR',
  PUBLISHED: 'card.rulePUBLISHED',
};

function dutyOf({ rule, duty }: Deadlined, { ordinal, state }: Question, isOneOfSeveral: boolean): string {
  if (duty === 'ANSWER' && isOneOfSeveral) return t('card.answerQuestion', { ordinal });
  const isUndecided = duty === 'FORWARD' && !forwarded.includes(state);
  const what = t(isUndecided ? 'card.forwardIfNotOurs' : (byRule[rule] ?? `card.duty${duty}`));
  return isOneOfSeveral ? t('card.dutyOfQuestion', { what, ordinal }) : what;
}

/** An official decided that it is of another body. */
const forwarded: readonly Question['state'][] = ['FORWARDING', 'FORWARDED'];

const ofDecision: readonly Deadlined['duty'][] = ['FORWARD', 'RETURN', 'TELL'];

function standingOf({ state, duty }: Deadlined): Standing {
  if (state === 'RUNNING' || state === 'MISSED') return 'RUNS';
  const isUnused = state === 'CONDITIONAL' || state === 'OFF';
  return isUnused && ofDecision.includes(duty) ? 'OTHERWISE' : 'ENDED';
}

/** Of other bodies: theirs, and not ours. */
function requests(texts: Card['questions']): readonly Due[] {
  return texts.flatMap((text) =>
    text.requests.map(({ id, body, purpose, deadline, receivedOn }) => ({
      key: id,
      what: t(purpose === 'DRAFT' ? 'course.supplyDraft' : 'course.supply', { body }),
      deadline,
      standing: receivedOn ? ('ENDED' as const) : ('RUNS' as const),
      end: receivedOn ? t('card.done') : '',
    })),
  );
}

function endOf({ state, replacedBy, metOn }: Deadlined, question: Question['state'], condition: string): string {
  switch (state) {
    case 'REPLACED':
      return t(replacedBy === 'EXT' ? 'course.extended' : 'course.metByInterim');
    case 'KEPT':
    case 'LATE':
      return t(state === 'KEPT' ? 'card.doneInTimeOn' : 'card.doneLateOn', { date: metOn ? dayMonth(metOn) : '' });
    case 'OFF':
      return t('card.termOff', { question, state: condition });
    default:
      return '';
  }
}

function TermRow({ due }: { readonly due: Due }) {
  const { what, deadline } = due;
  const { zone } = useDistrict();
  const { dueOn, dueAt, workBy, source, reason, before } = deadline;
  return (
    <tr>
      <td>
        <b>{what}</b>
      </td>
      <td className="num">
        <b>
          {weekdayDate(dueOn, language)}
          {dueAt && `, ${timeOfDay(dueAt, zone)}`}
        </b>
        {before && reason && (
          <div className="muted">
            {t('card.wasUntil', { date: weekdayDate(before, language), why: t(`card.reason${reason}`) })}
          </div>
        )}
        {workBy !== dueOn && <div className="muted">{t('card.workBy', { date: weekdayDate(workBy, language) })}</div>}
      </td>
      <td>
        <Left due={due} />
      </td>
      <td className="muted">{source}</td>
    </tr>
  );
}

/** What is left of it, or what became of it. A term that bound to nothing is not late. */
function Left({ due: { standing, end, deadline } }: { readonly due: Due }) {
  const { zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const { dueOn, dueAt, state } = deadline;
  if (end !== '') return <span className={state === 'LATE' ? 'late' : ''}>{end}</span>;
  if (standing === 'OTHERWISE' && dueOn < today) return <span className="muted">{t('card.termPassed')}</span>;
  return <Deadline dueOn={dueOn} dueAt={dueAt} today={today} />;
}

/** The count, step by step, in the server's words. */
function Why({ what, deadline }: { readonly what: string | undefined; readonly deadline: Deadlined }) {
  const { rule, ruleVersion: version, source, steps } = deadline;
  return (
    <details className="why">
      <summary>
        {what !== undefined && `${what}. `}
        {t('card.why', { date: longDay(deadline.dueOn) })}
      </summary>
      <ol>
        <li>
          <span>{t('card.whyRule')}</span>
          <span>{t('card.whyRuleText', { rule, version, source })}</span>
        </li>
        {steps.map(({ on, text }, at) => (
          <li key={at}>
            <time>{weekdayDate(on, language)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** «10 декабря». */
function longDay(date: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));
}
