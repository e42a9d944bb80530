import type { Case } from '@otklik/case/case';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { DeadlineState, Duty } from '@otklik/contracts/enumerations';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { Table } from '@otklik/documents';
import { dottedDate, localMoment } from '@otklik/kernel';
import { dueUntil } from '../../register/application/fold/question-deadline.js';
import { termStanding } from '../../register/application/fold/term-standing.js';

/** What does not oblige says nothing of whether the answer came in time. */
const SILENT = ['CONDITIONAL', 'OFF'];

/** «ответить до 11.01.2027, 59-ФЗ, ст. 12 ч. 1»: what a term obliges to, until when, by which article. */
export function termWords({ duty, source, ...due }: Pick<DeadlineSetData, 'duty' | 'source' | TermEnd>): string {
  return `${titleOf(Duty, duty, 'ru')} до ${endOf(due)}, ${source}`;
}

type TermEnd = 'dueOn' | 'dueAt' | 'zone';

/** A term in hours ends at its minute. */
function endOf({ dueOn, dueAt, zone }: Pick<DeadlineSetData, TermEnd>): string {
  if (dueAt === undefined) return dottedDate(dueOn);
  const [on = '', clock = ''] = localMoment(dueAt, zone).split('T');
  return `${dottedDate(on)} ${clock}`;
}

/** The terms that bind, and whether each was kept: what an inspection asks first. `at`: when the sheet is made. */
export function caseTerms({ questions }: Pick<Case, 'questions'>, at: string): Table {
  const parts = Object.values(questions).toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
  return {
    title: 'Сроки',
    head: ['Вопрос', 'Что сделать', 'До', 'Чем кончилось', 'Основание'],
    rows: parts.flatMap((part) =>
      (part.deadlines ?? []).flatMap((set) => {
        const { state, metOn } = termStanding(part, set);
        if (SILENT.includes(state)) return [];
        const isMissed = state === 'RUNNING' && dueUntil(set)! < localMoment(at, set.zone);
        const end = titleOf(DeadlineState, isMissed ? 'MISSED' : state, 'ru');
        return [
          [
            String(part.ordinal ?? 1),
            titleOf(Duty, set.duty, 'ru'),
            endOf(set),
            metOn === undefined ? end : `${end}, ${dottedDate(metOn)}`,
            set.source,
          ],
        ];
      }),
    ),
  };
}
