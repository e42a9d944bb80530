import { Injectable } from '@nestjs/common';
import type {
  AddNoteInput,
  DraftResponseInput,
  ReadyTextUseInput,
  ResponseActInput,
  RevokeResponseInput,
  SendBackResponseInput,
} from '@otklik/contracts/generated/graphql';
import {
  domainEvent,
  EventStore,
  type ClientCommandContext,
  type Handled,
  type RecordedEvent,
} from '@otklik/event-store';
import { compact, fold, localDate, refuse } from '@otklik/kernel';
import { wordsLeft } from '@otklik/kernel/words-left';
import { response, type ActingOfficial, type ResponseCommand } from '../domain/response.decide.js';
import type { ReadyTextUse, ResponseEvent, ResponseState } from '../domain/response.js';
import { Assignments, type QuestionOf } from './assignments.js';
import { DraftFiles } from './draft-files.js';
import { KeepPersonalDraft } from './keep-personal-draft.js';
import { ResponseHandler } from './response-handler.js';
import { DraftSigning } from './sign-response.js';
import { permits, WaitForAssignment } from './wait-for-assignment.js';

type Changed = Promise<Handled<ResponseState, ResponseEvent>>;

/** The response as of the version that the official saw. */
interface SeenResponse extends QuestionOf {
  readonly events: readonly RecordedEvent[];
}

/** What officials do with a response. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class ChangeResponse {
  constructor(
    private readonly store: EventStore,
    private readonly responses: ResponseHandler,
    private readonly waiting: WaitForAssignment,
    private readonly signing: DraftSigning,
    private readonly assignments: Assignments,
    private readonly personalDrafts: KeepPersonalDraft,
    private readonly files: DraftFiles,
  ) {}

  async draft(ctx: ClientCommandContext, input: DraftResponseInput): Changed {
    const { text, outcome, promisedUntil } = input;
    const readyTexts = input.readyTexts?.map(readyTextUse);
    const said = { text, outcome, ...(promisedUntil && { promisedUntil }), ...compact({ readyTexts }) };
    const place = { district: ctx.district, response: input.id };
    const draft = async (official: ActingOfficial, { events }: SeenResponse) => {
      const files = await this.files.given(place, events, input.files ?? [], ctx.at);
      const before = await this.signing.lastText(ctx.district, events);
      const left = before === undefined ? {} : { left: wordsLeft(before, text) };
      return { type: 'DraftResponse', ...official, draft: ctx.commandId, ...said, ...files, ...left } as const;
    };
    const drafted = await this.change(ctx, input, draft, { executorOnly: true });
    await this.personalDrafts.submitted(ctx, input.id, text);
    return drafted;
  }

  addNote(ctx: ClientCommandContext, input: AddNoteInput): Changed {
    const { text } = input;
    return this.change(ctx, input, (official) => ({ type: 'AddNote', ...official, note: ctx.commandId, text }));
  }

  approve(ctx: ClientCommandContext, input: ResponseActInput): Changed {
    return this.change(ctx, input, (official) => ({ type: 'ApproveResponse', ...official }));
  }

  sendBack(ctx: ClientCommandContext, input: SendBackResponseInput): Changed {
    const { reason } = input;
    const code = input.code ?? 'OTHER';
    return this.change(ctx, input, (official) => ({ type: 'SendBackResponse', ...official, code, reason }));
  }

  sign(ctx: ClientCommandContext, input: ResponseActInput): Changed {
    const { district, at, commandId: answer, inDistrict } = ctx;
    const signing = { district, response: input.id, at, answer, inDistrict };
    return this.change(ctx, input, (official, { events }) => this.signing.commandFor(signing, official, events));
  }

  revoke(ctx: ClientCommandContext, input: RevokeResponseInput): Changed {
    const { reason } = input;
    return this.change(ctx, input, async (official, seen) => {
      const answered = await this.assignments.isAnswered(ctx.district, seen);
      return { type: 'RevokeResponse', ...official, reason, answered };
    });
  }

  private async change(
    ctx: ClientCommandContext,
    { id, expectedVersion }: ResponseActInput,
    command: (official: ActingOfficial, seenResponse: SeenResponse) => ResponseCommand | Promise<ResponseCommand>,
    { executorOnly = false } = {},
  ): Changed {
    const seenResponse = await this.seenResponse(ctx.district, id, expectedVersion);
    const official = await this.actingOfficial(ctx, seenResponse, executorOnly);
    return this.responses.handle(ctx, id, await command(official, seenResponse), { expectedVersion });
  }

  /** A later change of the response is a `VersionConflict` when the command is recorded. Refuses NOT_FOUND. */
  private async seenResponse(district: number, id: string, expectedVersion: number): Promise<SeenResponse> {
    const recorded = await this.store.read(district, id);
    const state = fold(response, recorded.map(domainEvent<ResponseEvent>));
    if (state.status === 'NONE') refuse('NOT_FOUND');
    const events = recorded.filter(({ version }) => version <= expectedVersion);
    return { appeal: recorded[0]!.correlationId, question: state.published.question, events };
  }

  private async actingOfficial(
    { district, sender, mayActIn, at, inDistrict, actor: { onBehalfOf } }: ClientCommandContext,
    question: QuestionOf,
    executorOnly: boolean,
  ): Promise<ActingOfficial> {
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const only = executorOnly ? [sender.id, onBehalfOf] : undefined;
    const assignment = await this.waiting.of(district, question, (known) => permits(known, mayActIn, only));
    const stead = onBehalfOf === undefined ? {} : { onBehalfOf };
    return { by: sender.id, ...stead, mayActIn, ...assignment, today: localDate(at, inDistrict.zone) };
  }
}

function readyTextUse({ kind, shown, place, kept }: ReadyTextUseInput): ReadyTextUse {
  return { kind, shown, ...compact({ place: place ?? undefined, kept: kept ?? undefined }) };
}
