import type { PublishedQuestion } from './question.js';

/* The first assignment of an executor, taken back. */

/** As before the assignment; what was said with it stays in the history alone. */
export function withoutAssignment(part: PublishedQuestion): PublishedQuestion {
  const { executor: _executor, assigned, resolutions = [], ...kept } = part;
  const others = resolutions.filter(({ at }) => at !== assigned?.at);
  return { ...kept, ...(others.length > 0 && { resolutions: others }) };
}
