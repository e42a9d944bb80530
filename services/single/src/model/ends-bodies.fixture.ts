/** Bodies that send appeals on, as officials record them, and whom a letter about an end is to reach. */

/** Of which body it is known that it sent the appeal on, and what that asks. */
export interface SentOn {
  readonly receivedFrom?: {
    readonly kind: string;
    readonly organisation?: string;
    readonly number?: string;
    readonly term?: string;
    readonly wantsAnswer?: boolean;
  };
  readonly receivedFromBody?: string;
}

const ofProsecutor = { kind: 'PROSECUTOR', organisation: 'prosecutor', wantsAnswer: true };
const ofDeputy = { kind: 'DEPUTY', wantsAnswer: true };

/** From which an appeal may have come; some ask nothing. */
export const BODIES: readonly SentOn[] = [
  { receivedFrom: { ...ofProsecutor, number: '7-12' }, receivedFromBody: 'The prosecutor' },
  { receivedFrom: { ...ofProsecutor, number: '7-13' }, receivedFromBody: 'The prosecutor' },
  { receivedFrom: { ...ofProsecutor, number: '7-12', wantsAnswer: false }, receivedFromBody: 'The prosecutor' },
  { receivedFrom: { kind: 'STATE_BODY', organisation: 'ministry', wantsAnswer: true }, receivedFromBody: 'Ministry' },
  { receivedFrom: ofDeputy, receivedFromBody: 'The deputy Ivanov' },
  { receivedFrom: { ...ofDeputy, term: '2027-01-12' }, receivedFromBody: 'The deputy Ivanov' },
  { receivedFrom: ofDeputy, receivedFromBody: 'The deputy Petrov' },
];

/** Whom the letter about an end is to reach by now, and to which letter it replies; undefined where no body asks. */
export function bodyNow(sources: readonly SentOn[]): string | undefined {
  const { receivedFrom: letter, receivedFromBody: name } = sources.at(-1)!;
  if (letter?.wantsAnswer !== true) return undefined;
  return addresseeOf(letter.organisation ?? nameSince(sources, name), letter.number);
}

/** Of a name that the directory does not have it is seen alone that it has not changed: it is sealed. */
export function nameSince(sources: readonly SentOn[], name: string | undefined): string {
  return `${name} since ${sources.findLastIndex(({ receivedFromBody }) => receivedFromBody !== name)}`;
}

export function addresseeOf(body: string, number = 'none'): string {
  return `${body}, to its letter ${number}`;
}
