import { QuestionResult, Regime } from '@otklik/contracts/enumerations';
import Type, { type Static } from 'typebox';
import { checkedYaml, DirectoryFileError } from './checked-file.js';

/** `deploy/reports/sstu/<name>.yaml`: how appeals become the monthly report of a district. What of its format is unknown is data. */

const strict = { additionalProperties: false };
const Name = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)?$' });
const States = Type.Array(Type.String({ minLength: 1 }), { minItems: 1 });

/** Where a value of the report comes from. */
export const sstuSources = [
  ...['district.sstuId', 'appeal.isDirect', 'appeal.deliveredBy', 'appeal.number', 'appeal.receivedOn'],
  ...['appeal.registeredOn', 'appeal.source.number', 'appeal.source.date', 'appeal.source.sstuId'],
  ...['person.name', 'person.address', 'person.email'],
  ...['question.classifier', 'question.status', 'question.endedOn', 'question.measuresTaken', 'question.isExtended'],
  ...['question.answerNumber', 'question.body.sstuId', 'question.body.name', 'question.body.number'],
] as const;
const Source = Type.Enum([...sstuSources]);

const Field = Type.Object(
  {
    from: Type.Optional(Source),
    /** Of an appeal that another body sent on. */
    indirect: Type.Optional(Source),
    kind: Type.Optional(Type.Enum(['DATE', 'CODE'])),
    /** `*`: any other value, and none. */
    map: Type.Optional(Type.Record(Type.String(), Type.String())),
    in: Type.Optional(States),
    except: Type.Optional(States),
    need: Type.Enum(['ALWAYS', 'INDIRECT', 'NEVER']),
  },
  strict,
);
const Fields = Type.Record(Name, Field);

const Mapping = Type.Object(
  {
    name: Type.String({ pattern: '^[A-Za-z0-9-]{1,30}$' }),
    container: Type.Object(
      { entry: Type.String({ pattern: '\\{guid\\}' }), maxBytes: Type.Integer({ minimum: 1_000 }) },
      strict,
    ),
    select: Type.Object(
      {
        regimes: Type.Array(Type.Enum([...Regime.values]), { minItems: 1 }),
        /** Regular expressions. */
        exceptNumbers: Type.Array(Type.String({ minLength: 1 })),
      },
      strict,
    ),
    asOf: Type.Enum(['PERIOD_END', 'NOW']),
    code: Type.Enum(['FULL', 'QUESTION_NUMBER']),
    dates: Type.String({ pattern: '^(?=.*YYYY)(?=.*MM)(?=.*DD)[YMD. /-]+$' }),
    states: Type.Object(
      {
        unregistered: Type.String({ minLength: 1 }),
        open: Type.String({ minLength: 1 }),
        extended: Type.String({ minLength: 1 }),
        /** ASK: a person decides. */
        results: Type.Partial(
          Type.Object(
            Object.fromEntries(QuestionResult.values.map((one) => [one, Type.String({ minLength: 1 })])),
            strict,
          ),
        ),
      },
      strict,
    ),
    appeal: Fields,
    questions: Name,
    question: Fields,
    attachment: Type.Object(
      {
        field: Name,
        name: Name,
        content: Name,
        in: States,
        unlessOral: Type.Boolean(),
        maxBase64: Type.Integer({ minimum: 1_000 }),
      },
      strict,
    ),
    order: Type.Array(Type.Array(Name, { minItems: 2, maxItems: 2 })),
  },
  strict,
);

export type SstuMapping = Omit<Static<typeof Mapping>, 'states'> & {
  readonly states: {
    readonly unregistered: string;
    readonly open: string;
    readonly extended: string;
    readonly results: Readonly<Partial<Record<QuestionResult, string>>>;
  };
};
export type SstuField = Static<typeof Field>;

/** The state of a result about which a person decides. */
export const ASK = 'ASK';

/** Throws `DirectoryFileError` with file and path. */
export function readSstuMapping(file: string, text: string): SstuMapping {
  const mapping = checkedYaml(Mapping, file, text);
  for (const [at, pattern] of mapping.select.exceptNumbers.entries())
    if (!isPattern(pattern))
      throw new DirectoryFileError(file, `/select/exceptNumbers/${at}`, 'is no regular expression');
  const names = new Set([...Object.keys(mapping.appeal), ...Object.keys(mapping.question)]);
  for (const [at, pair] of mapping.order.entries()) {
    const unknown = pair.find((name) => !names.has(name));
    if (unknown !== undefined)
      throw new DirectoryFileError(file, `/order/${at}`, `${unknown} is no field of the report`);
  }
  return mapping as SstuMapping;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
