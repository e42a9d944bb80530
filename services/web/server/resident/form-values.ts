/** The values of the form, as text; shown again when something has to be corrected. */
export interface FormValues {
  readonly text: string;
  /** A settlement's code, `other`, or nothing. */
  readonly settlement: string;
  readonly otherSettlement: string;
  readonly place: string;
  /** `<latitude>,<longitude>`, filled in by the page's script. */
  readonly point: string;
  readonly topic: string;
  /** Answers to the topics' own questions, by `<topic>.<question>`. */
  readonly answers: Readonly<Record<string, string>>;
  /** `message`, `appeal`, or nothing. */
  readonly kind: string;
  readonly name: string;
  readonly contact: string;
  /** Postal: filled in by one who wants a letter. */
  readonly address: string;
  readonly consent: boolean;
}

export interface FormError {
  /** Id of the field; absent: of the whole form. */
  readonly field?: string | undefined;
  readonly message: string;
  /** Beyond a limit: its answer lets the form pass. */
  readonly challenge?: Challenge | undefined;
}

/** What the edge asks a caller beyond a limit: work for a script, or a sum. */
export interface Challenge {
  readonly token: string;
  readonly zeroBits: number;
  readonly sum: readonly [number, number];
}

export const emptyForm: FormValues = {
  text: '',
  settlement: '',
  otherSettlement: '',
  place: '',
  point: '',
  topic: '',
  answers: {},
  kind: '',
  name: '',
  contact: '',
  address: '',
  consent: false,
};

const ANSWER = 'q.';

/** The name of the form's field for a topic's question. */
export function answerField(topic: string, question: string): string {
  return `${ANSWER}${topic}.${question}`;
}

export function formValues(fields: ReadonlyMap<string, string>): FormValues {
  // Browsers send line ends as CRLF, but count them as one character.
  const field = (name: string): string => (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const answers = [...fields.keys()].filter((name) => name.startsWith(ANSWER) && field(name) !== '');
  return {
    text: (fields.get('text') ?? '').replaceAll('\r\n', '\n'),
    settlement: field('settlement'),
    otherSettlement: field('otherSettlement'),
    place: field('place'),
    point: field('point'),
    topic: field('topic'),
    answers: Object.fromEntries(answers.map((name) => [name.slice(ANSWER.length), field(name)])),
    kind: field('kind'),
    name: field('name'),
    contact: field('contact'),
    address: field('address'),
    consent: fields.has('consent'),
  };
}
