import type { DeadlineState } from './enumerations.js';
import type { Deadline } from './generated/graphql.js';
import type { DeadlineSetData } from './routing.events.js';
import { termStepText } from './term-words.js';
import type { TextLanguage } from './texts.js';

/** Of a question's term alone. */
interface Standing {
  readonly replacedBy?: string | undefined;
  readonly state?: DeadlineState | undefined;
  readonly metOn?: string | undefined;
}

/** A recorded term as the API shows it. */
export function deadlineView(set: DeadlineSetData, language: TextLanguage, standing: Standing = {}): Deadline {
  const { steps, by: _by, countedAt: _countedAt, dueAt, start, reason, before, ...deadline } = set;
  const { replacedBy, state, metOn } = standing;
  return {
    ...deadline,
    dueAt: dueAt ?? null,
    start: start ?? null,
    reason: reason ?? null,
    before: before ?? null,
    replacedBy: replacedBy ?? null,
    state: state ?? null,
    metOn: metOn ?? null,
    // Lists hold many terms, and few ask for the words of their count.
    get steps() {
      return steps.map((step) => ({ ...step, text: termStepText(step, language) }));
    },
  };
}
