import { Injectable } from '@nestjs/common';
import type {
  BodyInput,
  ForwardQuestionInput,
  LeaveUnansweredInput,
  NoteComplainedOfInput,
  QuestionReasonInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { addDays, compact, localDate, namesPlace, uuidv5 } from '@otklik/kernel';
import type { ForwardedTo } from '@otklik/contracts/routing.events';
import { caseRule, Database, Directory, type District, type Organisation } from '@otklik/tenancy';
import { isSameName } from '../domain/body-name.js';
import { lettersNamedIn } from '../domain/complaint.js';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import type { RegisteredTerm } from '../domain/registered-term.js';
import { isOf } from './district-routes.js';
import { QuestionHandler } from './question-handler.js';
import { QuestionText } from './question-text.js';
import { UnansweredGrounds } from './unanswered-grounds.js';

/** For so long a body's page opens. */
const LINK_DAYS = 60;

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/** The ends of a question that are no answer. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class EndQuestionOtherwise {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
    private readonly texts: QuestionText,
    private readonly grounds: UnansweredGrounds,
  ) {}

  /** Which of the bodies have no address to which a letter could go. */
  unaddressed({ inDistrict }: ClientCommandContext, bodies: readonly BodyInput[]): readonly number[] {
    const others = this.directory.districts();
    const served = inDistrict.organisations.filter(({ open311 }) => open311).map(({ code }) => code);
    return bodies.flatMap((body, index) =>
      lacksAddress(body, inDistrict, others) && !served.includes(body.organisation ?? '') ? [index] : [],
    );
  }

  noteComplainedOf(ctx: ClientCommandContext, { id, expectedVersion, of }: NoteComplainedOfInput): Changed {
    const { departments, organisations } = ctx.inDistrict;
    const others = this.directory.districts().filter((one) => one.id !== ctx.inDistrict.id);
    const allKnown = of.every((code) => [departments, organisations, others].some((among) => isOf(among, code)));
    const command = { type: 'NoteComplainedOf', of, allKnown, ...returning(ctx.inDistrict) } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  async forward(ctx: ClientCommandContext, input: ForwardQuestionInput): Changed {
    const { mayActIn, inDistrict, commandId, at } = ctx;
    const { id, expectedVersion, reason, isNoComplaint, isMigration } = input;
    // The letters hold the text: of a question that is not the whole appeal, its own.
    const text = await this.texts.own(ctx.district, id);
    const others = this.directory.districts().filter((one) => one.id !== inDistrict.id);
    const known = {
      allKnown: input.to.every(({ organisation }) => !organisation || isOf(inDistrict.organisations, organisation)),
      directoryNames: namesIn(inDistrict),
      districtsKnown: input.to.every(({ district }) => !district || isOf(others, district)),
    };
    const more = { ...(reason && { reason }), ...controlOf(input), ...compact({ text }) };
    const to = input.to.map((body, index) => ({
      ...bodyOf(body, inDistrict, others),
      letter: uuidv5(commandId, `letter ${index}`),
    }));
    const forwardedOn = localDate(at, inDistrict.zone);
    const days = { forwardedOn, linksUntil: addDays(forwardedOn, LINK_DAYS) };
    const namedInComplaint = lettersNamedIn(text ?? (await this.texts.whole(ctx.district, id)) ?? '', to);
    const said = { namedInComplaint, isNoComplaint: isNoComplaint === true };
    const migration = isMigration ? registeredTermOf(inDistrict, 'FWD-MIG') : undefined;
    const term = migration ? { migration } : {};
    const command = { type: 'ForwardQuestion', to, ...known, ...said, ...term, mayActIn, ...days, ...more } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  withdrawForwarding(ctx: ClientCommandContext, { id, expectedVersion, reason }: QuestionReasonInput): Changed {
    const { mayActIn } = ctx;
    return this.questions.handle(ctx, id, { type: 'WithdrawForwarding', reason, mayActIn }, { expectedVersion });
  }

  leaveUnanswered(ctx: ClientCommandContext, input: LeaveUnansweredInput): Changed {
    const { mayActIn, inDistrict, at } = ctx;
    const { ground, address, reason } = input;
    const details = { ...(address && { address }), ...(reason && { reason }) };
    const today = { today: localDate(at, inDistrict.zone), zone: inDistrict.zone };
    const isOnOwnSite = address !== null && address !== undefined && isOnSite(address, inDistrict.public.sites ?? []);
    return this.database.scope(ctx.district).transaction(async (tx) => {
      const shown = await this.grounds.of(tx, ctx.district, input.id, input.earlier ?? []);
      const published = await this.grounds.published(tx, inDistrict, address ?? '');
      const command = {
        type: 'LeaveUnanswered',
        ground,
        ...shown,
        isOnOwnSite,
        ...published,
        mayActIn,
        ...returning(inDistrict),
        ...details,
        ...today,
      } as const;
      return this.questions.handle(ctx, input.id, command, { expectedVersion: input.expectedVersion, tx });
    });
  }
}

/** The term of a complaint for which no competent body remains (59-FZ art. 8(7)). */
function returning(district: District) {
  const toReturn = registeredTermOf(district, 'COMPLAINT');
  return toReturn ? { toReturn } : {};
}

function registeredTermOf(district: District, id: 'COMPLAINT' | 'FWD-MIG'): RegisteredTerm | undefined {
  const rule = caseRule(district, id);
  return rule && { rule, calendar: district.calendar };
}

/** The page's host is one of the sites, or of their subdomains. */
export function isOnSite(address: string, sites: readonly string[]): boolean {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
  const host = url.hostname.toLowerCase();
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/** Who wants to know by a day how it ended, watches it. */
function controlOf({ keepControl, awaitedOn }: ForwardQuestionInput) {
  if (awaitedOn) return { keepControl: true, awaitedOn };
  return keepControl ? { keepControl } : {};
}

type Body = Omit<ForwardedTo, 'letter'>;

/** By code, of whom a complaint may be noted. */
function namesIn({ departments, organisations }: District): Readonly<Record<string, string>> {
  return Object.fromEntries([...departments, ...organisations].map(({ code, name }) => [code, name]));
}

/** As the directory calls it now, or as it was typed; the resolver has checked that one of them is given. */
export function bodyOf(body: BodyInput, { organisations }: District, others: readonly District[]): Body {
  const { district } = body;
  if (district) return districtBody(district, body.address, others);
  const known = organisations.find(body.organisation ? ({ code }) => code === body.organisation : isNamed(body.name));
  const organisation = body.organisation ?? known?.code;
  const address = typedAddress(body) ?? known?.address;
  return { ...(organisation && { organisation }), name: nameOf(known?.name, body), ...(address && { address }) };
}

function typedAddress({ address }: BodyInput): string | undefined {
  return address && namesPlace(address) ? address : undefined;
}

/** A letter to it goes on paper without an address: neither the directory nor the official has one. */
export function lacksAddress(body: BodyInput, district: District, others: readonly District[]): boolean {
  const { district: to, organisation, address } = bodyOf(body, district, others);
  const known = district.organisations.find(({ code }) => code === organisation);
  return to === undefined && address === undefined && known?.email === undefined;
}

/** Typed by the name that the directory has: it is that organisation, with its kind, and no way round a ban (art. 8(6)). */
function isNamed(typed: string | null | undefined): (one: Organisation) => boolean {
  return ({ name }) => isSameName(name, typed ?? '');
}

function nameOf(known: string | undefined, { name, organisation }: BodyInput): string {
  return known ?? name ?? organisation ?? '';
}

function districtBody(district: string, address: BodyInput['address'], others: readonly District[]): Body {
  const other = others.find(({ code }) => code === district);
  const at = address ?? other?.public.address;
  return { district, name: other?.name ?? district, ...(at && { address: at }) };
}
