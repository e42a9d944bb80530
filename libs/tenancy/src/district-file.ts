import { ClassifierCode } from '@otklik/contracts/classifier-code';
import { Channel, Danger, OrganisationKind } from '@otklik/contracts/enumerations';
import { termUnits } from '@otklik/kernel';
import Type, { type Static } from 'typebox';
import { officialRoles } from './actor.js';
import { Communities } from './communities.js';
import { DistrictLetters } from './district-letters.js';
import { Open311Body } from './open311-body.js';
import { EmailAddress, PublicInformation, TopicQuestion } from './public-information.js';

/** `deploy/districts/<code>.yaml`: everything about a district except its officials. */

const strict = { additionalProperties: false };
const Code = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' });
const Text = Type.String({ minLength: 1, maxLength: 300 });
/** Of the map, in degrees (WGS 84). */
const GeoPoint = Type.Object(
  { latitude: Type.Number({ minimum: -90, maximum: 90 }), longitude: Type.Number({ minimum: -180, maximum: 180 }) },
  strict,
);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const DayKind = Type.Enum(['WORKING', 'OFF', 'SHORTENED']);

/** A rule of `deploy/law`; the fields beside it replace the law's. */
const Term = Type.Object(
  {
    rule: Type.String({ pattern: '^[A-Z0-9-]{2,30}$' }),
    term: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
    unit: Type.Optional(Type.Enum([...termUnits])),
    endOnDayOff: Type.Optional(Type.Enum(['NEXT', 'PREVIOUS'])),
    /** The district's order by which it gives less. */
    source: Type.Optional(Text),
  },
  strict,
);
const Terms = Type.Object(
  {
    APPEAL_59FZ: Term,
    SOCIAL_MESSAGE: Term,
    ORAL_RECEPTION: Term,
    /** Absent: the district takes no messages of the platform in, or has no term of its own to decide about them. */
    POS_MESSAGE: Type.Optional(Term),
  },
  strict,
);

const ClassifierCodes = Type.Array(ClassifierCode, { minItems: 1, maxItems: 10, uniqueItems: true });

/** Months after the end of the case, and the order or rule that says so. */
const Kept = Type.Object({ months: Type.Integer({ minimum: 1, maximum: 1_200 }), source: Text }, strict);

/** A body as ССТУ.РФ knows it. */
const SstuId = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const WorkingDay = Type.Object(
  {
    from: Clock,
    to: Clock,
    breaks: Type.Array(Type.Object({ from: Clock, to: Clock }, strict), { maxItems: 5 }),
    /** Minutes by which a shortened day ends earlier. */
    shortenedBy: Type.Integer({ minimum: 0, maximum: 240 }),
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
    letters: Type.Optional(DistrictLetters),
    communities: Type.Optional(Communities),
    policy: Type.Object(
      {
        numberPrefix: Type.String({ pattern: '^\\p{Lu}{1,6}$' }),
        /** The administration in ССТУ.РФ, for its monthly report. */
        sstuId: Type.Optional(SstuId),
        autoRegisterMessages: Type.Boolean(),
        reopenWithinDays: Type.Integer({ minimum: 0, maximum: 365 }),
        /** Shares of a term, in percent, after which its question is warned of: 50 and 80 where there are none. */
        reminderShares: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 99 }), { maxItems: 5 })),
        /** When no letter goes by e-mail that can wait for the morning within its term. */
        quietHours: Type.Optional(Type.Object({ from: Clock, to: Clock }, strict)),
        /** The share, in percent, of the term from which the controller and the head are alerted: 80 by default. */
        escalationShare: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
        /** Words (patterns of libs/text-analysis, without its dictionary) of danger to life, by which a message is proposed as urgent. */
        urgentWords: Type.Optional(
          Type.Array(Type.Object({ danger: Type.Enum([...Danger.values]), words: Type.Array(Text) }, strict)),
        ),
        /** How long a case is kept after its end, by regime; `usualRetention` where it is silent. */
        retention: Type.Optional(
          Type.Object(
            {
              APPEAL_59FZ: Type.Optional(Kept),
              SOCIAL_MESSAGE: Type.Optional(Kept),
              POS_MESSAGE: Type.Optional(Kept),
              ORAL_RECEPTION: Type.Optional(Kept),
            },
            strict,
          ),
        ),
        /** How long evidence and drafts are kept; `usualRecordTerms` where it is silent. */
        recordRetention: Type.Optional(
          Type.Object(
            { OPENINGS: Type.Optional(Kept), SIGN_INS: Type.Optional(Kept), DRAFTS: Type.Optional(Kept) },
            strict,
          ),
        ),
        /** Officials with one of these roles sign in with a second factor. */
        secondFactorRoles: Type.Optional(Type.Array(Type.Enum([...officialRoles]))),
      },
      strict,
    ),
    /** From the registration to the answer, by regime. */
    answerTerms: Type.Object(
      {
        ...Terms.properties,
        /** Of a message that was declared urgent before its registration; absent: as of any message. */
        SOCIAL_MESSAGE_URGENT: Type.Optional(Term),
      },
      strict,
    ),
    /** From the arrival to the registration, or of a message to the moderator's decision. */
    receptionTerms: Terms,
    /** Of rules that begin within a case (EXT, REQ, SOC-FINAL), where the district's differ from the law's. */
    caseTerms: Type.Optional(Type.Array(Term, { maxItems: 10 })),
    /** The hours of a working day. */
    workingDay: WorkingDay,
    /** Days on which the district differs from the decree's calendar. */
    ownDays: Type.Object(
      { source: Text, days: Type.Array(Type.Object({ date: Day, kind: DayKind, name: Text }, strict)) },
      strict,
    ),
    departments: Type.Array(Type.Object({ code: Code, name: Text }, strict), { minItems: 1 }),
    /** Bodies and firms outside the administration: to whom a question is forwarded. */
    organisations: Type.Array(
      Type.Object(
        {
          code: Code,
          name: Text,
          /** Absent: OTHER. A court and a body of inquiry are asked for nothing (59-FZ art. 10(1)2). */
          kind: Type.Optional(Type.Enum([...OrganisationKind.values])),
          email: Type.Optional(EmailAddress),
          address: Type.Optional(Text),
          sstuId: Type.Optional(SstuId),
          open311: Type.Optional(Open311Body),
        },
        strict,
      ),
    ),
    topics: Type.Array(
      Type.Object(
        {
          code: Code,
          name: Text,
          nameSah: Type.Optional(Text),
          department: Type.Optional(Code),
          /** Codes of the common classifier that are proposed for its questions, the likeliest first; that one is set with the topic. */
          classifier: Type.Optional(Type.Union([ClassifierCode, ClassifierCodes])),
          questions: Type.Optional(Type.Array(TopicQuestion, { maxItems: 5 })),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    settlements: Type.Array(
      Type.Object({ code: Code, name: Text, nameSah: Type.Optional(Text), point: Type.Optional(GeoPoint) }, strict),
    ),
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
