import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '@otklik/contracts/enumerations';
import type {
  BodyInput,
  InformAsBodyInput,
  RecordInformationInput,
  RequestInformationInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, CommandContext, Handled } from '@otklik/event-store';
import { localDate, refuse, type LocalDate, type StartedRule } from '@otklik/kernel';
import { caseRule, Directory, type District, type Transaction } from '@otklik/tenancy';
import { readBodyLink, Secrets } from '@otklik/vault';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { bodyOf, lacksAddress } from './end-question.js';
import { isOf } from './district-routes.js';
import { QuestionHandler } from './question-handler.js';
import type { Proof } from './record-answer.js';

const DAY_MS = 86_400_000;

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/** Information of other bodies, and drafts of organisations outside the administration. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class RequestInformationOf {
  private readonly linkKey: Buffer;

  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
    secrets: Secrets,
  ) {
    this.linkKey = secrets.of('body-link');
  }

  isUnaddressed({ inDistrict }: ClientCommandContext, of: BodyInput): boolean {
    return lacksAddress(of, inDistrict, this.directory.districts());
  }

  request(ctx: ClientCommandContext, input: RequestInformationInput): Changed {
    const { id, expectedVersion, of, asked } = input;
    const purpose = input.purpose ?? 'INFORMATION';
    const { mayActIn, inDistrict, at, commandId: request } = ctx;
    const { calendar, zone, organisations } = inDistrict;
    const { organisation, name: body, address } = bodyOf(of, inDistrict, this.directory.districts());
    const kind = kindOf(organisation, of.kind, inDistrict);
    const organisationKnown = organisation === undefined || isOf(organisations, organisation);
    const today = localDate(at, zone);
    const legal = caseRule(inDistrict, 'REQ') ?? refuse('TERM_NOT_EXTENDABLE');
    const rule = purpose === 'DRAFT' && input.until ? givenTerm(today, input.until) : legal;
    const when = { rule, calendar, zone, today, at, ...(input.until && { until: input.until }) };
    const asking = { request, body, kind, purpose, organisationKnown, asked, mayActIn } as const;
    const command = { type: 'RequestInformation', ...asking, ...when } as const;
    const code = organisation === undefined ? {} : { organisation };
    const place = address === undefined ? {} : { address };
    return this.questions.handle(ctx, id, { ...command, ...code, ...place }, { expectedVersion });
  }

  /** Refuses NOT_FOUND when the question's opening has not been consumed yet. */
  async proved(
    command: CommandContext,
    { question, notice: request, dispatchedAt: sentAt }: Proof,
    tx: Transaction,
  ): Promise<void> {
    const district = this.directory.districtById(command.district);
    if (!district) throw new TypeError(`The directory has no district ${command.district}`);
    const { calendar } = district;
    await this.questions.handle(command, question, { type: 'ProveRequest', request, sentAt, calendar }, { tx });
  }

  record(ctx: ClientCommandContext, input: RecordInformationInput): Changed {
    const { id, expectedVersion, request, text, number } = input;
    const { mayActIn, at, inDistrict } = ctx;
    const receivedOn = input.receivedOn ?? localDate(at, inDistrict.zone);
    const said = { ...(text && { text }), ...(number && { number }) };
    const command = { type: 'RecordInformation', request, receivedOn, source: 'LETTER', mayActIn, ...said } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  /** By the body itself. Refuses NOT_FOUND for every link that does not open its page, whatever the reason. */
  async inform(
    ctx: ClientCommandContext,
    { link, text, number }: InformAsBodyInput,
  ): Promise<{ readonly question: string; readonly version: number }> {
    const { question, letter: request } = readBodyLink(this.linkKey, ctx.district, link) ?? refuse('NOT_FOUND');
    const receivedOn = localDate(ctx.at, ctx.inDistrict.zone);
    const said = { text, ...(number && { number }) };
    const page = { source: 'PAGE', mayActIn: 'ALL', record: ctx.commandId } as const;
    const command = { type: 'RecordInformation', request, receivedOn, ...said, ...page } as const;
    const { version } = await this.questions.handle(ctx, question, command);
    return { question, version };
  }
}

function kindOf(
  organisation: string | undefined,
  typed: OrganisationKind | null | undefined,
  { organisations }: District,
): OrganisationKind {
  const known = organisations.find(({ code }) => code === organisation);
  return (known ? known.kind : typed) ?? 'OTHER';
}

/** A day that an official sets, which no law does. */
function givenTerm(today: LocalDate, until: LocalDate): StartedRule {
  const term = (Date.parse(until) - Date.parse(today)) / DAY_MS;
  return {
    id: 'DRAFT',
    version: 1,
    term,
    unit: 'CALENDAR_DAYS',
    endOnDayOff: 'NEXT',
    duty: 'SUPPLY',
    start: 'REQUEST_RECEIVED',
    source: 'поручение администрации',
  };
}
