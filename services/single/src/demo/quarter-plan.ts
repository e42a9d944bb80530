import {
  addDays,
  compact,
  localDate,
  mulberry32,
  termOf,
  termStart,
  workingDayFrom,
  type LocalDate,
} from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { createHash } from 'node:crypto';
import type { DemoAppeal } from './demo-appeal.js';
import { actsBetween, atWork, instant, later, latest, middle, promised, regimeOf } from './quarter-times.js';
import { waiting, type Waits } from './waiting-plan.js';

/** `deploy/districts/demo/quarter.yaml` */
export interface QuarterFile {
  /** Names of streets by the district's code. */
  readonly streets: Readonly<Record<string, readonly string[]>>;
  readonly people: readonly string[];
  readonly stories: readonly Story[];
}

export interface Story {
  readonly name: string;
  readonly text: string;
  readonly answer?: string;
  readonly outcome?: DemoAppeal['outcome'];
  /** With MEASURES_PROMISED: days from the signature. */
  readonly promiseDays?: number;
  /** Code of the organisation that is competent, or another district of the demonstration, and why. */
  readonly forwardTo?: string;
  readonly reason?: string;
  /** What all may read of it once it is answered, unless its sender is not satisfied. */
  readonly published?: DemoAppeal['published'];
  readonly photo?: string;
  readonly channel?: DemoAppeal['channel'];
  readonly identified?: boolean;
  /** The moderator's reason. */
  readonly spam?: string;
  readonly withdrawn?: boolean;
  /** Name of the story that this one duplicates. */
  readonly duplicateOf?: string;
  /** The worklist in which it waits at the quarter's end, so that each of them has something in each district. */
  readonly waits?: Waits;
}

export interface PlannedAppeal {
  readonly appeal: DemoAppeal;
  readonly sentAt: string;
  /** When each act happens, by mutation; an act that lies after the quarter's end has not happened yet. */
  readonly actAt: Readonly<Record<string, string>>;
}

const DAYS = 90;
/** So many places have most of what happened in the calendar quarter that has ended. */
const NAMED = 2;
/** Shares: of answers that come late, of questions that stay without an answer, of answers that are rated, of senders who identified themselves. */
const LATE = 0.06;
const STUCK = 0.07;
const RATED = 0.55;
const IDENTIFIED = 0.4;
/** A rating up to this one asks for the answer to be considered again. */
const DISSATISFIED = 2;

/**
 * A believable quarter that ends at `end` (ISO 8601): each story once in each district that has streets, some of them before, too. Depends on its input
 * only, so an interrupted run goes on with the same plan.
 */
export function planQuarter(file: QuarterFile, districts: readonly District[], end: string): readonly PlannedAppeal[] {
  const settled = districts.filter(({ code }) => file.streets[code]);
  const planned = settled.flatMap((district, index) => {
    const neighbour = settled[(index + 1) % settled.length]!.code;
    return planDistrict(file, district, end, neighbour);
  });
  return planned.sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

function planDistrict(file: QuarterFile, district: District, end: string, neighbour: string): readonly PlannedAppeal[] {
  const streets = file.streets[district.code]!;
  const sent = new Map<string, { readonly day: number; readonly street: string }>();
  const stories: readonly Told[] = [...file.stories, ...pastOf(file.stories)];
  return stories.map((story, index) => {
    const random = randomOf(`${district.code} ${story.name}`);
    const original = story.duplicateOf === undefined ? undefined : sent.get(story.duplicateOf);
    const day = original ? Math.max(0, original.day - 1) : dayOf(end, district, story.past !== undefined, random);
    const street = original?.street ?? pick(streets, random);
    sent.set(story.name, { day, street });
    const person = file.people[(index * 7 + district.id * 11) % file.people.length]!;
    const appeal = appealOf({ story, district, neighbour, street, person, random, index });
    return story.waits
      ? waiting(story.waits, { appeal, district, end, random })
      : timesOf(appeal, { day, end, district, random });
  });
}

/** `past`: the how manieth story of the calendar quarter that has ended it is. */
type Told = Story & { readonly past?: number };

/** What is answered happened in the calendar quarter that has ended, too: its review has something to tell. */
function pastOf(stories: readonly Story[]): readonly Told[] {
  const answered = stories.filter(({ answer, waits, duplicateOf }) => answer && !waits && duplicateOf === undefined);
  // A photo belongs to one appeal.
  return answered.map(({ photo: _, ...story }, at) => ({ ...story, name: `${story.name}, before`, past: at }));
}

/** Days before the end. The last weeks are the fullest: most of what is in work came lately. */
function dayOf(end: string, { zone }: District, isPast: boolean, random: () => number): number {
  const share = random();
  if (!isPast) return Math.floor(DAYS * share ** 2.6);
  const today = localDate(end, zone);
  const [first, last] = endedQuarter(today).map((date) => daysBetween(date, today)) as [number, number];
  return last + Math.floor((first - last + 1) * share);
}

/** The first and the last day of the calendar quarter before that of the day. */
function endedQuarter(day: LocalDate): readonly [LocalDate, LocalDate] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const firstOf = (at: number): LocalDate => new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
  const begins = month - 1 - ((month - 1) % 3);
  return [firstOf(begins - 3), addDays(firstOf(begins), -1)];
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

interface StoryContext {
  readonly story: Told;
  readonly district: District;
  readonly neighbour: string;
  readonly street: string;
  readonly person: string;
  readonly random: () => number;
  readonly index: number;
}

/** Of the quarter that has ended two of three happen in two places, so that its review names these. */
function settlementOf({ story: { past }, district: { settlements }, random }: StoryContext): string {
  const any = pick(settlements, random);
  return (past === undefined ? any : (settlements.slice(0, NAMED)[past % (NAMED + 1)] ?? any)).code;
}

function isIdentified({ story, random }: StoryContext, isPlain: boolean): boolean {
  if (!isPlain) return story.identified ?? false;
  const byChance = random() < IDENTIFIED;
  return story.identified ?? (byChance || story.past !== undefined);
}

function appealOf(context: StoryContext): DemoAppeal {
  const { story, district, neighbour, street, person, random, index } = context;
  const house = String(1 + Math.floor(random() * 60));
  const fill = (text: string | undefined) => text?.replaceAll('{улица}', street).replaceAll('{дом}', house);
  const name = (of: string | undefined) => of && `quarter ${district.code} ${of}`;
  const { photo, channel, outcome, promiseDays } = story;
  const isPlain = channel === undefined && story.answer !== undefined;
  const identified = isIdentified(context, isPlain);
  const isAnonymous = story.spam !== undefined || (isPlain && !identified && random() < 0.2);
  const isRated = channel === undefined && random() < RATED;
  const settlement = settlementOf(context);
  const rating = pick([5, 5, 5, 4, 4, 3, 2, 1], random);
  return known<DemoAppeal>({
    name: name(story.name)!,
    district: district.code,
    until: goalOf(story, isRated),
    text: fill(story.text)!,
    settlement,
    place: story.text.includes('{улица}') ? `ул. ${street}, ${house}` : undefined,
    ...(!isAnonymous && { from: person, contact: contactOf(channel, index, district.id, random) }),
    photo,
    channel,
    identified,
    answer: fill(story.answer),
    outcome,
    promiseDays,
    ...goesTo(story, neighbour),
    of: name(story.duplicateOf),
    ...ratingOf(rating),
    published: publishedOf(story, rating, fill),
  });
}

/** Why the moderator puts it aside, or to whom it is forwarded and why. */
function goesTo({ spam, forwardTo, reason }: Story, neighbour: string): Pick<DemoAppeal, 'forwardTo' | 'reason'> {
  if (forwardTo === undefined) return spam === undefined ? {} : { reason: spam };
  const to = forwardTo === 'NEIGHBOUR' ? { district: neighbour } : { organisation: forwardTo };
  return compact({ forwardTo: to, reason });
}

function publishedOf(
  { published }: Story,
  rating: number,
  fill: (text: string | undefined) => string | undefined,
): DemoAppeal['published'] {
  if (!published || rating <= DISSATISFIED) return undefined;
  return { title: fill(published.title)!, matter: fill(published.matter)! };
}

function ratingOf(rating: number): Pick<DemoAppeal, 'rating' | 'comment' | 'reopening'> {
  if (rating > DISSATISFIED) return { rating };
  return {
    rating,
    comment: 'Обещали и не сделали.',
    reopening: 'Ответ получен, а на месте ничего не изменилось.',
  };
}

/** Without the fields that are undefined. */
function known<Item>(item: { readonly [Name in keyof Item]: Item[Name] | undefined }): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;
}

function goalOf(story: Story, isRated: boolean): DemoAppeal['until'] {
  if (story.spam !== undefined) return 'SPAM';
  if (story.withdrawn) return 'WITHDRAWN';
  if (story.duplicateOf !== undefined) return 'DUPLICATE';
  if (story.forwardTo !== undefined) return 'ANSWERED';
  return isRated ? 'RATED' : 'ANSWERED';
}

/** Phones and addresses of unassigned ranges. */
function contactOf(
  channel: Story['channel'],
  index: number,
  district: number,
  random: () => number,
): string | undefined {
  if (channel === 'PAPER' && random() < 0.5) return undefined;
  const number = String(district * 100 + index).padStart(4, '0');
  const isPhone = channel === 'PHONE' || (channel !== 'PAPER' && random() < 0.15);
  return isPhone ? `+7 914 000-${number.slice(0, 2)}-${number.slice(2)}` : `zhitel-${number}@example.org`;
}

interface Timing {
  /** Days before the end on which it was sent. */
  readonly day: number;
  readonly end: string;
  readonly district: District;
  readonly random: () => number;
}

function timesOf(appeal: DemoAppeal, { day, end, district, random }: Timing): PlannedAppeal {
  const at = (date: LocalDate, hour: number) => instant(date, hour + random(), district.zone);
  const works = (date: LocalDate) => workingDayFrom(date, district.calendar);
  const sentOn = addDays(localDate(end, district.zone), -day);
  const byOfficial = appeal.channel !== undefined;
  const planned = byOfficial ? at(works(sentOn), 9 + random() * 6) : at(sentOn, 7 + random() * 14);
  const sentAt = planned > end && !byOfficial ? later(planned, -24) : planned;
  const moderatedOn = works(localDate(later(sentAt, 3), district.zone));
  const moderatedAt = latest(at(moderatedOn, 9 + random() * 7), later(sentAt, 0.2));
  const registeredAt = later(moderatedAt, 0.2 + random());
  const registeredOn = localDate(registeredAt, district.zone);
  const rule = district.policy.answerTerms[regimeOf(appeal)]!;
  const { dueOn, dueAt } = termOf(termStart(registeredOn, district.zone, registeredAt), rule, district.calendar);
  const assignedAt = latest(at(works(addDays(registeredOn, random() < 0.6 ? 0 : 1)), 10), later(registeredAt, 0.3));
  const signedAt = signing({ registeredAt, assignedAt, dueOn, dueAt, district, random });
  const [draftedAt, approvedAt] = actsBetween([assignedAt, signedAt], [0.6, 0.85], district) as [string, string];
  const ratedAt = later(signedAt, 20 + random() * 70);
  const told = (after: string, hours: number) => atWork(later(after, hours), after, district);
  const toldAt = told(signedAt, 2 + random() * 20);
  const preparedAt = told(ratedAt, 2);
  return {
    appeal: promised(appeal, localDate(signedAt, district.zone)),
    sentAt,
    actAt: {
      takeUpMessage: moderatedAt,
      markAsSpam: moderatedAt,
      markAsDuplicate: moderatedAt,
      withdrawAppeal: later(sentAt, 0.5),
      registerAppeal: registeredAt,
      routeQuestion: later(registeredAt, 0.2),
      assignExecutor: assignedAt,
      forwardQuestion: assignedAt,
      draftResponse: draftedAt,
      approveResponse: approvedAt,
      signResponse: signedAt,
      recordOralNotice: toldAt,
      recordPosting: told(signedAt, 3),
      rateAppeal: ratedAt,
      proposePublication: preparedAt,
      publishAnswer: told(preparedAt, 3),
    },
  };
}

interface Signing {
  readonly registeredAt: string;
  readonly assignedAt: string;
  readonly dueOn: LocalDate;
  /** The end of a term in hours. */
  readonly dueAt: string | undefined;
  readonly district: District;
  readonly random: () => number;
}

function signing({ registeredAt, assignedAt, dueOn, dueAt, district, random }: Signing): string {
  const fate = random();
  const last = dueAt ?? instant(dueOn, 17, district.zone);
  if (fate < STUCK) return atWork(later(last, 24 * 60), last, district);
  if (fate < STUCK + LATE) {
    const late = instant(workingDayFrom(addDays(dueOn, 1), district.calendar), 11, district.zone);
    return atWork(later(late, random() * 48), late, district);
  }
  const share = 0.35 + random() * 0.6;
  const earliest = later(assignedAt, 0.6);
  return atWork(latest(middle(registeredAt, last, share), earliest), earliest, district);
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** Numbers of [0, 1), the same for the same seed. */
function randomOf(seed: string): () => number {
  return mulberry32(createHash('sha256').update(seed).digest().readUInt32LE());
}
