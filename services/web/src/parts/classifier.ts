/** The beginning of a code of the common classifier, in whole parts, as an input's `pattern` takes it. */
export const CLASSIFIER_PATTERN = '\\d{4}(\\.\\d{4}){0,4}';
const beginning = new RegExp(`^${CLASSIFIER_PATTERN}$`);

/** Empty for what is no beginning of a code. */
export function beginningOfCode(text: string): string {
  return beginning.test(text) ? text : '';
}
