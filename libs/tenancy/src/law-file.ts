import { Duty, NoticeKind } from '@otklik/contracts/enumerations';
import { startFacts, termUnits } from '@otklik/kernel';
import Type, { type Static } from 'typebox';
import { checkedYaml, DirectoryFileError } from './checked-file.js';
import { isDate } from './district-file.js';
import { placeOf } from './rule-places.js';

/** `deploy/law/<id>.yaml`: the rules of one act, the same in every district. */
const strict = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 300 });

const Rule = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z0-9-]{2,30}$' }),
    version: Type.Integer({ minimum: 1 }),
    article: Text,
    /** `LAW` binds every district; an `EXAMPLE` is another region's order or a target, which a district may replace. */
    binding: Type.Enum(['LAW', 'EXAMPLE']),
    /** How its text is known: compared with the official publication, read in a secondary source, or general knowledge alone. */
    text: Type.Enum(['COMPARED', 'SECONDARY', 'UNREAD']),
    /** What was compared or read; none of what is unread. */
    source: Type.Optional(Text),
    validFrom: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    duty: Type.Enum([...Duty.values]),
    /** A rule without a term has no unit, start and end on a day off either. */
    term: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
    unit: Type.Optional(Type.Enum([...termUnits])),
    start: Type.Optional(Type.Enum([...startFacts])),
    endOnDayOff: Type.Optional(Type.Enum(['NEXT', 'PREVIOUS'])),
    /** The notice that the applicant is owed. */
    notice: Type.Optional(Type.Enum([...NoticeKind.values])),
  },
  strict,
);

const LawFile = Type.Object(
  {
    act: Text,
    rules: Type.Array(Rule, { minItems: 1 }),
  },
  strict,
);

/** A rule with the act that it belongs to. */
export type LawRule = Static<typeof Rule> & { readonly act: string };

/** The rules of the platform, by id. */
export type Law = Readonly<Record<string, LawRule>>;

/** Throws `DirectoryFileError` with file and path. `today`: a rule comes with the release of the day on which it is in force. */
export function readLawFile(file: string, text: string, today: string): readonly LawRule[] {
  const { act, rules } = checkedYaml(LawFile, file, text);
  rules.forEach((rule, at) => {
    const place = `/rules/${at}`;
    const { term, unit, endOnDayOff, validFrom, start, source } = rule;
    if (!isDate(validFrom)) throw new DirectoryFileError(file, `${place}/validFrom`, `${validFrom} is not a date`);
    if (validFrom > today) throw new DirectoryFileError(file, `${place}/validFrom`, `${validFrom} has not come yet`);
    if ((source === undefined) !== (rule.text === 'UNREAD'))
      throw new DirectoryFileError(
        file,
        `${place}/source`,
        'names what was compared or read, and nothing of what is unread',
      );
    const given = [term, unit, endOnDayOff, start].filter((part) => part !== undefined).length;
    if (given !== 0 && given !== 4)
      throw new DirectoryFileError(file, place, 'a term has a unit, a start and an end on a day off');
    if (term === 0 && unit !== 'WORKING_DAYS')
      throw new DirectoryFileError(file, `${place}/term`, 'only working days may be none: the same day');
    if (start !== undefined && placeOf(rule) === undefined)
      throw new DirectoryFileError(file, `${place}/start`, `nothing begins a term of ${rule.id} from ${start}`);
  });
  return rules.map((rule) => ({ ...rule, act }));
}

/** All rules of all files by id. Throws `DirectoryFileError` where two have one id. */
export function lawOf(files: readonly { readonly name: string; readonly rules: readonly LawRule[] }[]): Law {
  const law: Record<string, LawRule> = {};
  for (const { name, rules } of files) {
    for (const rule of rules) {
      if (law[rule.id]) throw new DirectoryFileError(name, '/rules', `${rule.id} is listed twice`);
      law[rule.id] = rule;
    }
  }
  return law;
}
