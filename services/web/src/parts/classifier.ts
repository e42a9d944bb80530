import { anyLevelPattern, classifierPattern } from '@otklik/contracts/classifier-patterns';

const beginning = new RegExp(anyLevelPattern);
const whole = new RegExp(classifierPattern);

/** Empty for what is no beginning of a code, in whole parts. */
export function beginningOfCode(text: string): string {
  return beginning.test(text) ? text : '';
}

/** A question of the classifier, with or without its sub-question. */
export function isWholeCode(text: string): boolean {
  return whole.test(text);
}
