/** As `maskPersonalData` writes what it took out: one word in brackets. */
const MARK = /\[(\p{L}+)\]/gu;

/** What is left of it. */
export function withoutMarks(masked: string): string {
  return masked.replace(MARK, ' ');
}

/** Places from which personal data was taken, as fields that are to be filled in: no letter leaves while one is open. */
export function asOpenFields(masked: string): string {
  return masked.replace(MARK, '{{$1}}');
}
