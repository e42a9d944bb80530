/** The numbers of a review beside its title. */
export interface ReviewFigures {
  /** Registered. */
  readonly appeals: number;
  /** In them. */
  readonly questions: number;
  /** Questions answered in the period: all, in time, after the term. */
  readonly answered: number;
  readonly inTime: number;
  readonly late: number;
}

interface Table {
  readonly code: string;
  readonly lines: readonly { readonly code: string; readonly now: number }[];
}

/** Where they are in the tables; editions that were kept without their figures have these names for ever. */
const PLACES = {
  appeals: ['VOLUME', 'APPEALS'],
  questions: ['VOLUME', 'QUESTIONS'],
  answered: ['TERMS', 'ANSWERED'],
  inTime: ['TERMS', 'KEPT'],
  late: ['TERMS', 'LATE'],
} as const;

/** 0 of a line that is not there. */
export function figuresOf(tables: readonly Table[]): ReviewFigures {
  const count = ([table, code]: readonly [string, string]): number =>
    tables.find((one) => one.code === table)?.lines.find((one) => one.code === code)?.now ?? 0;
  return {
    appeals: count(PLACES.appeals),
    questions: count(PLACES.questions),
    answered: count(PLACES.answered),
    inTime: count(PLACES.inTime),
    late: count(PLACES.late),
  };
}

/** Of the text in which an edition keeps its tables: the first ones were kept without their figures. */
export function keptNumbers<Kept extends Table>(
  text: string,
): { readonly tables: readonly Kept[]; readonly figures: ReviewFigures } {
  const read = JSON.parse(text) as readonly Kept[] | ReturnType<typeof keptNumbers<Kept>>;
  return 'tables' in read ? read : { tables: read, figures: figuresOf(read) };
}
