import { Channel } from '@otklik/contracts/enumerations';
import Type, { type Static } from 'typebox';
import { officialRoles } from './actor.js';
import { PublicInformation, TopicQuestion } from './public-information.js';

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
export const SynonymGroups = Type.Array(Type.Array(Text, { minItems: 2 }));

export const DistrictFile = Type.Object(
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

export function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
