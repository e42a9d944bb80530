import type { DataOf } from '@otklik/contracts/declare-event';
import type { Regime } from '@otklik/contracts/enumerations';
import type { DeadlineSet, QuestionOpened, QuestionRouted } from '@otklik/contracts/routing.events';
import type { RecordedEvent } from '@otklik/event-store';
import { compact } from '@otklik/kernel';
import type { Sealed } from '@otklik/vault';

/** What was made of a question when it was opened: its first route and its first term of the answer. */
export interface OpenedQuestion {
  readonly district: number;
  readonly appeal: string;
  readonly ordinal: number;
  readonly regime: Regime;
  /** Its own text, where the question is not the whole appeal. */
  readonly text?: Sealed;
  /** Absent: it was left to the coordinator. */
  readonly route?: { readonly topic: string; readonly department: string };
  readonly byOfficial: boolean;
  readonly deadline: DataOf<typeof DeadlineSet>;
  /** The instant of the registration, as it was recorded with the term. */
  readonly at: string;
}

type Begun = Pick<OpenedQuestion, 'district' | 'appeal' | 'ordinal' | 'regime' | 'text'> &
  Partial<Pick<OpenedQuestion, 'route' | 'byOfficial' | 'deadline' | 'at'>>;

/** Puts the first facts of each question together; keeps those alone that are not complete yet. */
export function openedQuestions(): { take(event: RecordedEvent): OpenedQuestion | undefined } {
  const begun = new Map<string, Begun>();
  return {
    take: (event) => {
      const known = event.type === 'QuestionOpened' ? opened(event) : begun.get(event.stream);
      if (!known) return undefined;
      const next = { ...known, ...learned(known, event) };
      if (isComplete(next)) {
        begun.delete(event.stream);
        return next;
      }
      begun.set(event.stream, next);
      return undefined;
    },
  };
}

function opened({ district, correlationId: appeal, data }: RecordedEvent): Begun {
  const { ordinal, regime, text } = data as DataOf<typeof QuestionOpened>;
  return compact({ district, appeal, ordinal, regime, text });
}

function learned(known: Begun, { type, data, at }: RecordedEvent): Partial<Begun> {
  if (type === 'QuestionRouted' && known.byOfficial === undefined) {
    const { topic, department, by } = data as DataOf<typeof QuestionRouted>;
    return { route: { topic, department }, byOfficial: by === 'OFFICIAL' };
  }
  if (type === 'QuestionLeftToCoordinator' && known.byOfficial === undefined) return { byOfficial: false };
  if (type === 'DeadlineSet' && known.deadline === undefined) {
    const deadline = data as DataOf<typeof DeadlineSet>;
    return deadline.duty === 'ANSWER' ? { deadline, at } : {};
  }
  return {};
}

function isComplete(begun: Begun): begun is OpenedQuestion {
  return begun.byOfficial !== undefined && begun.deadline !== undefined;
}
