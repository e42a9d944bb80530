import { textsOf, type QuestionScope } from '../card.js';
import type { Helpers, Parts } from '../dialogs/co-executor-fields.js';

/** Of the card, or of what else knows the question's texts. */
type HelpedScope = Pick<QuestionScope, 'card'> & { readonly question: { readonly id: string } };

/** Who works on the question with its executor, as its card has it. */
export function helpersOf(scope: HelpedScope): Helpers {
  const { coExecutors = [], coDepartments = [] } = textsOf(scope) ?? {};
  return { officials: coExecutors, departments: coDepartments, parts: partsOf(scope) };
}

/** The input that brings them back. What was done of a part would be lost with the part given again: then there is no way back. */
export function asHelpers(scope: HelpedScope) {
  if (textsOf(scope)?.parts.some(({ doneAt }) => doneAt)) return undefined;
  const { parts, ...helpers } = helpersOf(scope);
  const officials = helpers.officials.map(({ id }) => id);
  const departments = helpers.departments.map(({ code }) => code);
  return {
    officials,
    departments,
    parts: [
      ...officials.map((official) => ({ official, ...parts[official] })),
      ...departments.map((department) => ({ department, ...parts[department] })),
    ],
  };
}

function partsOf(scope: HelpedScope): Parts {
  const { parts = [] } = textsOf(scope) ?? {};
  return Object.fromEntries(
    parts.map(({ official, department, text, until }) => [
      official?.id ?? department?.code ?? '',
      { ...(text && { text }), ...(until && { until }) },
    ]),
  );
}
