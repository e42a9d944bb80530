import { Channel } from '@otklik/contracts/enumerations';
import { patternFault, tokenise } from '@otklik/text-analysis';
import Type, { type Static } from 'typebox';
import { officialRoles } from './actor.js';
import { checkedYaml, DirectoryFileError } from './checked-file.js';
import { colourFault, PublicInformation, TopicQuestion } from './public-information.js';

/** `deploy/districts/<code>.yaml`: everything about a district except its officials. */

const strict = { additionalProperties: false };
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' });
const Text = Type.String({ minLength: 1, maxLength: 300 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const DayKind = Type.Enum(['WORKING', 'OFF', 'SHORTENED']);

const Term = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z0-9-]{2,30}$' }),
    term: Type.Integer({ minimum: 1, maximum: 1_000 }),
    unit: Type.Enum(['CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS']),
    endOnDayOff: Type.Enum(['NEXT', 'PREVIOUS']),
    source: Text,
  },
  strict,
);

/** Each a list of words and phrases that mean the same. */
const SynonymGroups = Type.Array(Type.Array(Text, { minItems: 2 }));
const SynonymsFile = Type.Object({ synonyms: SynonymGroups }, strict);

const DistrictFile = Type.Object(
  {
    /** Number of the district in every key; never changed and never reused. */
    id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    code: Code,
    name: Text,
    zone: Type.String(),
    public: PublicInformation,
    policy: Type.Object(
      {
        numberPrefix: Type.String({ pattern: '^\\p{Lu}{1,6}$' }),
        autoRegisterMessages: Type.Boolean(),
        reopenWithinDays: Type.Integer({ minimum: 0, maximum: 365 }),
        /** Officials with one of these roles sign in with a second factor. */
        secondFactorRoles: Type.Optional(Type.Array(Type.Enum([...officialRoles]))),
      },
      strict,
    ),
    answerTerms: Type.Object(
      { APPEAL_59FZ: Term, SOCIAL_MESSAGE: Term, POS_MESSAGE: Term, ORAL_RECEPTION: Term },
      strict,
    ),
    /** Days on which the district differs from the decree's calendar. */
    ownDays: Type.Object(
      { source: Text, days: Type.Array(Type.Object({ date: Day, kind: DayKind, name: Text }, strict)) },
      strict,
    ),
    departments: Type.Array(Type.Object({ code: Code, name: Text }, strict), { minItems: 1 }),
    organisations: Type.Array(Type.Object({ code: Code, name: Text }, strict)),
    topics: Type.Array(
      Type.Object(
        {
          code: Code,
          name: Text,
          nameSah: Type.Optional(Text),
          department: Type.Optional(Code),
          questions: Type.Optional(Type.Array(TopicQuestion, { maxItems: 5 })),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    settlements: Type.Array(Type.Object({ code: Code, name: Text, nameSah: Type.Optional(Text) }, strict)),
    synonyms: Type.Optional(SynonymGroups),
    /** The first that fits wins. */
    routingRules: Type.Array(
      Type.Object(
        {
          id: Code,
          words: Type.Array(Text),
          without: Type.Optional(Type.Array(Text, { minItems: 1 })),
          settlements: Type.Optional(Type.Array(Code, { minItems: 1 })),
          channels: Type.Optional(Type.Array(Type.Enum([...Channel.values]), { minItems: 1 })),
          topic: Code,
          department: Code,
        },
        strict,
      ),
    ),
  },
  strict,
);
export type DistrictFile = Static<typeof DistrictFile>;

/** Throws `DirectoryFileError` with file and path. */
export function readDistrictFile(file: string, text: string): DistrictFile {
  const district = checkedYaml(DistrictFile, file, text);
  const wrong = (place: string, why: string): never => {
    throw new DirectoryFileError(file, place, why);
  };
  if (!isZone(district.zone)) wrong('/zone', `${district.zone} is not an IANA time zone`);
  publicInformation(district, wrong);
  distinct(district, wrong);
  references(district, wrong);
  patterns(district, wrong);
  synonymsAreWords(district.synonyms ?? [], wrong);
  return district;
}

/** `deploy/synonyms.yaml`: the synonyms of the platform. Throws `DirectoryFileError` with file and path. */
export function readSynonymsFile(file: string, text: string): readonly (readonly string[])[] {
  const { synonyms } = checkedYaml(SynonymsFile, file, text);
  synonymsAreWords(synonyms, (place, why) => {
    throw new DirectoryFileError(file, place, why);
  });
  return synonyms;
}

type Wrong = (place: string, why: string) => never;

function publicInformation({ public: shown }: DistrictFile, wrong: Wrong): void {
  const fault = colourFault(shown.colour);
  if (fault) wrong(`/public/colour/${fault[0]}`, fault[1]);
  if (!isDate(shown.consent.version)) wrong('/public/consent/version', `${shown.consent.version} is not a date`);
}

function distinct(district: DistrictFile, wrong: Wrong): void {
  const lists: Record<string, readonly string[]> = {
    departments: district.departments.map((one) => one.code),
    organisations: district.organisations.map((one) => one.code),
    topics: district.topics.map((one) => one.code),
    settlements: district.settlements.map((one) => one.code),
    routingRules: district.routingRules.map((one) => one.id),
    'ownDays/days': district.ownDays.days.map((one) => one.date),
  };
  district.topics.forEach(({ questions = [] }, at) => {
    Object.assign(lists, { [`topics/${at}/questions`]: questions.map((one) => one.code) });
  });
  for (const [list, names] of Object.entries(lists)) {
    const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
    if (twice >= 0) wrong(`/${list}/${twice}`, `${names[twice]} is listed twice`);
  }
  district.ownDays.days.forEach(({ date }, at) => {
    if (!isDate(date)) wrong(`/ownDays/days/${at}/date`, `${date} is not a date`);
  });
}

function references(district: DistrictFile, wrong: Wrong): void {
  const among = (list: 'departments' | 'topics' | 'settlements', code: string | undefined, place: string): void => {
    if (code !== undefined && !district[list].some((one) => one.code === code)) {
      wrong(place, `${code} is not one of ${list}`);
    }
  };
  district.topics.forEach((topic, at) => among('departments', topic.department, `/topics/${at}/department`));
  district.routingRules.forEach((rule, at) => {
    const place = `/routingRules/${at}`;
    among('topics', rule.topic, `${place}/topic`);
    among('departments', rule.department, `${place}/department`);
    rule.settlements?.forEach((code, of) => among('settlements', code, `${place}/settlements/${of}`));
    if (rule.words.length === 0 && !rule.settlements && !rule.channels) wrong(place, 'it has no condition');
  });
}

function patterns(district: DistrictFile, wrong: Wrong): void {
  district.routingRules.forEach(({ id, words, without = [] }) => {
    for (const [list, sources] of Object.entries({ words, without })) {
      for (const source of sources) {
        const fault = patternFault(source);
        if (fault !== undefined) wrong(`/routingRules/${id}/${list}`, fault);
      }
    }
  });
}

function synonymsAreWords(groups: readonly (readonly string[])[], wrong: Wrong): void {
  groups.forEach((group, at) => {
    const empty = group.find((phrase) => tokenise(phrase).length === 0);
    if (empty !== undefined) wrong(`/synonyms/${at}`, `«${empty}» has no word`);
  });
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/');
  } catch {
    return false;
  }
}

export function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
