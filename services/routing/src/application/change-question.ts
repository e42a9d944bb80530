import { Injectable } from '@nestjs/common';
import type {
  AssignExecutorInput,
  PassOnAssignmentInput,
  QuestionActInput,
  QuestionReasonInput,
  RecordReceptionAnswerInput,
  RouteQuestionInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, refuse } from '@otklik/kernel';
import { Database, departmentsOf, Directory, type Actor, type District } from '@otklik/tenancy';
import type { Resolution } from '../domain/question-assignment.decide.js';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { WrittenDrafts } from '../store/written-drafts.js';
import { codeOf, isOf } from './district-routes.js';
import { knownCoExecutors } from './known-co-executors.js';
import { QuestionHandler } from './question-handler.js';
import { UnansweredGrounds } from './unanswered-grounds.js';

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/** What officials do with a question. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class ChangeQuestion {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly grounds: UnansweredGrounds,
    private readonly drafts: WrittenDrafts,
  ) {}

  route(ctx: ClientCommandContext, { id, expectedVersion, topic, department, reason }: RouteQuestionInput): Changed {
    const { topics, departments } = ctx.inDistrict;
    const command = {
      type: 'RouteQuestion',
      topic,
      department,
      topicKnown: isOf(topics, topic),
      departmentKnown: isOf(departments, department),
      ...codeOf(ctx.inDistrict, topic),
      ...(reason && { reason }),
    } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  assignExecutor(ctx: ClientCommandContext, input: Omit<AssignExecutorInput, 'district' | 'key'>): Changed {
    const { inDistrict, mayActIn, at } = ctx;
    const { id, expectedVersion, executor, coExecutors } = input;
    const executorIn = this.rolesIn(executor, inDistrict, 'EXECUTOR');
    const command = {
      type: 'AssignExecutor',
      executor,
      executorIn,
      mayActIn,
      at,
      ...this.resolved(ctx, input),
      ...(coExecutors && { coExecutors: knownCoExecutors(coExecutors, ctx, this.directory) }),
    } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  passOnAssignment(ctx: ClientCommandContext, input: PassOnAssignmentInput): Changed {
    const { sender, mayActIn, actor, commandId: assignment, at, inDistrict } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const { id, expectedVersion, executor, text, draftBy } = input;
    const command = {
      type: 'PassOnAssignment',
      executor,
      executorIn: this.rolesIn(executor, inDistrict, 'EXECUTOR'),
      assignment,
      ...compact({ text: text ?? undefined, draftBy: draftBy ?? undefined, onBehalfOf: actor.onBehalfOf }),
      by: sender.id,
      mayActIn,
      today: localDate(at, inDistrict.zone),
    } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  takeBackAssignment(
    ctx: ClientCommandContext,
    { id, expectedVersion }: Pick<QuestionActInput, 'id' | 'expectedVersion'>,
  ): Changed {
    const { district, mayActIn, at, commandId } = ctx;
    return this.database.scope(district).transaction(async (tx) => {
      const draftedAt = await this.drafts.latest(tx, district, id);
      const command = { type: 'TakeBackAssignment', mayActIn, at, commandId, ...compact({ draftedAt }) } as const;
      return this.questions.handle(ctx, id, command, { expectedVersion, tx });
    });
  }

  /** Where nothing is said, an executor who has it already has it as before. */
  private resolved(
    { commandId: assignment, at, inDistrict, sender }: ClientCommandContext,
    { resolution, resolutionBy, draftBy }: Pick<AssignExecutorInput, 'resolution' | 'resolutionBy' | 'draftBy'>,
  ): { readonly resolution?: Resolution } {
    if (!resolution && !draftBy) return {};
    const byIn = resolutionBy ? this.rolesIn(resolutionBy, inDistrict, 'HEAD') : [];
    const mayGive = !resolutionBy || mayGiveResolutionOf(resolutionBy.toLowerCase(), sender, inDistrict);
    const said = compact({
      text: resolution ?? undefined,
      by: resolutionBy ?? undefined,
      draftBy: draftBy ?? undefined,
    });
    return { resolution: { assignment, ...said, byIn, mayGive, today: localDate(at, inDistrict.zone) } };
  }

  private rolesIn(official: string, inDistrict: District, role: 'EXECUTOR' | 'HEAD') {
    return departmentsOf(this.directory.officialById(official)?.assignments ?? [], inDistrict, [role]);
  }

  /** The official who answered is the one who records it. */
  async recordReceptionAnswer(ctx: ClientCommandContext, input: RecordReceptionAnswerInput): Changed {
    const { id, expectedVersion, text, outcome, consented, promisedUntil } = input;
    const factsPlain = input.factsPlain === true;
    const { sender, mayActIn, at, commandId, inDistrict } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const { zone } = inDistrict;
    const promise = promisedUntil ? { promisedUntil } : {};
    const said = { text, outcome, ...promise, consented, factsPlain, record: commandId, by: sender.id, mayActIn };
    const when = { answeredOn: localDate(at, zone), answeredAt: at, zone };
    return this.database.scope(ctx.district).transaction(async (tx) => {
      const receivedOn = await this.grounds.receivedOn(tx, ctx.district, id);
      const command = { type: 'RecordReceptionAnswer', ...said, ...when, receivedOn } as const;
      return this.questions.handle(ctx, id, command, { expectedVersion, tx });
    });
  }

  returnToCoordinator(ctx: ClientCommandContext, { id, expectedVersion, reason }: QuestionReasonInput): Changed {
    const { mayActIn } = ctx;
    return this.questions.handle(ctx, id, { type: 'ReturnQuestion', reason, mayActIn }, { expectedVersion });
  }
}

/** Each head's is his own act; the coordinator records those that were given on paper. */
function mayGiveResolutionOf(head: string, sender: Actor, inDistrict: District): boolean {
  if (sender.kind !== 'official') return false;
  const { id, assignments } = sender;
  const here = assignments.filter(({ district }) => district === inDistrict.id);
  return head === id || here.some(({ role, onBehalfOf }) => role === 'COORDINATOR' || onBehalfOf === head);
}
