import Type, { type Static } from 'typebox';
import { contrastRatio } from './contrast-ratio.js';

/** `public:` of a district's file: what the residents' pages show of the administration. */

const strict = { additionalProperties: false };
const Line = Type.String({ minLength: 1, maxLength: 300 });
export const EmailAddress = Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', maxLength: 200 });
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$' });

const ClockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** From Monday on. */
export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

/** When one official receives, and where. */
export const ReceptionHours = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }),
    official: Line,
    post: Line,
    /** What the official is responsible for. */
    about: Type.Optional(Line),
    place: Line,
    /** On working days alone. */
    weekdays: Type.Optional(Type.Array(Type.Enum([...weekdays]), { minItems: 1, uniqueItems: true })),
    /** Which of these weekdays of a month; absent: each. */
    weeks: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 5 }), { minItems: 1, uniqueItems: true })),
    /** Single days, whatever day it is. */
    dates: Type.Optional(
      Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), { minItems: 1, maxItems: 100 }),
    ),
    from: ClockTime,
    to: ClockTime,
    /** Of one visitor. */
    minutes: Type.Integer({ minimum: 5, maximum: 120 }),
    video: Type.Optional(Type.Boolean()),
    /** Without booking, as they come: the all-Russian day of reception, 12 December. */
    queue: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type ReceptionHours = Static<typeof ReceptionHours>;

export const PublicInformation = Type.Object(
  {
    /** The district's name in Sakha. */
    nameSah: Type.Optional(Line),
    /** Residents, for numbers per 1,000 of them. */
    population: Type.Integer({ minimum: 1 }),
    address: Line,
    hours: Line,
    phones: Type.Array(Type.Object({ name: Line, phone: Type.String({ pattern: '^[0-9+() -]{3,30}$' }) }, strict), {
      minItems: 1,
      maxItems: 12,
    }),
    email: Type.Optional(EmailAddress),
    /** Where residents write to the district through «ПОС»: the pages link to it, and load nothing of it. */
    pos: Type.Optional(
      Type.String({ pattern: '^https://([a-z0-9-]+\\.)+[a-z]{2,}(/[A-Za-z0-9._~/?#=&%-]*)?$', maxLength: 300 }),
    ),
    /** Receptions in person: place, days and hours are announced (59-FZ art. 13(1)). */
    reception: Type.Optional(Type.Array(ReceptionHours, { maxItems: 60 })),
    /**
     * Hosts of the administration's own sites, each with its subdomains, for published answers (59-FZ art. 11(5.1)).
     */
    sites: Type.Optional(
      Type.Array(Type.String({ pattern: '^([a-z0-9\\p{Ll}-]+\\.)+[a-z0-9\\p{Ll}-]{2,}$', maxLength: 200 }), {
        maxItems: 10,
      }),
    ),
    /** The emblem's colour and that of the stripe over the pages' head. */
    colour: Type.Object({ light: Colour, dark: Colour }, strict),
    /** Path data of a one-colour emblem in a box of 44 × 52; no other SVG, so that a file brings no script. */
    emblem: Type.Optional(Type.String({ pattern: '^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$', maxLength: 6_000 })),
    /** Consent to the processing of personal data (152-FZ art. 9). The version is the day of the text. */
    consent: Type.Object(
      {
        version: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
        text: Type.String({ minLength: 1, maxLength: 5_000 }),
        textSah: Type.Optional(Type.String({ minLength: 1, maxLength: 5_000 })),
      },
      strict,
    ),
  },
  strict,
);
export type PublicInformation = Static<typeof PublicInformation>;

/** A question that the form asks about a topic; with `options` one of them is chosen, without them a line is typed. */
export const TopicQuestion = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }),
    text: Line,
    textSah: Type.Optional(Line),
    options: Type.Optional(Type.Array(Line, { minItems: 2, maxItems: 10 })),
  },
  strict,
);
export type TopicQuestion = Static<typeof TopicQuestion>;

/** Surfaces of the pages on which the district's colour is seen: paper and ground. */
const SURFACES = { light: ['#fffefc', '#f4f2ed'], dark: ['#192023', '#11171a'] } as const;
/** WCAG 2.2, 1.4.11: graphical objects. */
const MIN_CONTRAST = 3;

/** The theme whose colour cannot be used, and why; undefined when both can. */
export function colourFault(
  colour: PublicInformation['colour'],
):
  { readonly theme: 'light' | 'dark'; readonly ratio: string; readonly min: number; readonly why: string } | undefined {
  for (const theme of ['light', 'dark'] as const) {
    const lowest = Math.min(...SURFACES[theme].map((surface) => contrastRatio(colour[theme], surface)));
    if (lowest >= MIN_CONTRAST) continue;
    const ratio = lowest.toFixed(2);
    const why = `its contrast with the page is ${ratio}, at least ${MIN_CONTRAST} is needed`;
    return { theme, ratio, min: MIN_CONTRAST, why };
  }
  return undefined;
}
