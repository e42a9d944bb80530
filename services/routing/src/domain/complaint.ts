import type { ForwardedTo } from '@otklik/contracts/routing.events';
import { isNamedIn } from './body-name.js';

/** Beginnings of words by which a text says that it complains: «жалоба», «жалуюсь», «бездействие», … */
const COMPLAINS =
  /(?<!\p{L})(жалоб|жалу[юе]|пожалова|пожалуюсь|пожалуемся|обжалу|обжалова|бездейств|неправомерн|халатн|отписк)/iu;

/**
 * 59-FZ art. 4: it asks to restore rights that were violated, by its own words; «звонили в Водоканал» alone is no
 * complaint.
 */
export function isComplaint(text: string): boolean {
  return COMPLAINS.test(text);
}

/** Letters to the bodies that a complaint names, of which it may complain (59-FZ art. 8(6)). */
export function lettersNamedIn(text: string, to: readonly ForwardedTo[]): readonly string[] {
  if (!isComplaint(text)) return [];
  return to.filter(({ name }) => isNamedIn(text, name)).map(({ letter }) => letter);
}

/** Codes of those that the text names, of which it may complain. */
export function codesNamedIn(
  text: string,
  bodies: readonly { readonly code: string; readonly name: string }[],
): readonly string[] {
  return bodies.filter(({ name }) => isNamedIn(text, name)).map(({ code }) => code);
}
