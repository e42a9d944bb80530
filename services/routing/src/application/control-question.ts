import { Injectable } from '@nestjs/common';
import type {
  AddContributionInput,
  AssignCoExecutorsInput,
  ClassifyQuestionInput,
  ConfirmPromiseInput,
  CorrectTopicInput,
  ExtendPromiseInput,
  FinishPartInput,
  PutUnderControlInput,
  QuestionActInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext, Handled } from '@otklik/event-store';
import { compact, localDate, refuse } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';
import { codeOf, foundCode, isOf } from './district-routes.js';
import { knownCoExecutors } from './known-co-executors.js';
import { QuestionHandler } from './question-handler.js';

type Changed = Promise<Handled<QuestionState, QuestionEvent>>;

/** Beside the way to the answer. Each throws `Refusal`, `VersionConflict`, `IdempotencyKeyReused`. */
@Injectable()
export class ControlQuestion {
  constructor(
    private readonly questions: QuestionHandler,
    private readonly directory: Directory,
  ) {}

  confirmPromise(ctx: ClientCommandContext, { id, expectedVersion, text, photo }: ConfirmPromiseInput): Changed {
    const { mayActIn, at, inDistrict } = ctx;
    const { zone } = inDistrict;
    const shown = photo ? { photo: photo.toLowerCase() } : {};
    const command = { type: 'ConfirmPromise', text, ...shown, mayActIn, today: localDate(at, zone), zone } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  extendPromise(ctx: ClientCommandContext, { id, expectedVersion, until, reason }: ExtendPromiseInput): Changed {
    const { mayActIn, at, inDistrict } = ctx;
    const command = { type: 'ExtendPromise', until, reason, mayActIn, today: localDate(at, inDistrict.zone) } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  classify(ctx: ClientCommandContext, { id, expectedVersion, classifier }: ClassifyQuestionInput): Changed {
    const { mayActIn, inDistrict } = ctx;
    const command = { type: 'ClassifyQuestion', ...foundCode(inDistrict, classifier), mayActIn } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  correctTopic(ctx: ClientCommandContext, { id, expectedVersion, topic, reason }: CorrectTopicInput): Changed {
    const { mayActIn, inDistrict } = ctx;
    const known = { topicKnown: isOf(inDistrict.topics, topic), ...codeOf(inDistrict, topic) };
    const command = { type: 'CorrectTopic', topic, ...known, reason, mayActIn } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  acknowledge(ctx: ClientCommandContext, { id, expectedVersion }: QuestionActInput): Changed {
    const { sender, mayActIn, actor } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const stead = actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf };
    const command = { type: 'AcknowledgeAssignment', by: sender.id, ...stead, mayActIn } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  assignCoExecutors(ctx: ClientCommandContext, input: AssignCoExecutorsInput): Changed {
    const { mayActIn } = ctx;
    const { id, expectedVersion } = input;
    const command = {
      type: 'AssignCoExecutors',
      ...knownCoExecutors(input, ctx, this.directory),
      mayActIn,
    } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  contribute(ctx: ClientCommandContext, { id, expectedVersion, text }: AddContributionInput): Changed {
    const { sender, mayActIn, commandId: contribution, actor } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const stead = actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf };
    const command = { type: 'AddContribution', contribution, text, by: sender.id, ...stead, mayActIn } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  finishPart(ctx: ClientCommandContext, input: FinishPartInput): Changed {
    const { id, expectedVersion, official, department, text } = input;
    const { sender, mayActIn, actor } = ctx;
    if (sender.kind !== 'official') refuse('FORBIDDEN');
    const said = compact({
      official: official?.toLowerCase(),
      department: department ?? undefined,
      text: text ?? undefined,
      onBehalfOf: actor.onBehalfOf,
    });
    const command = { type: 'FinishPart', ...said, by: sender.id, mayActIn } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  putUnderControl(ctx: ClientCommandContext, { id, expectedVersion, until }: PutUnderControlInput): Changed {
    const { mayActIn, at, inDistrict } = ctx;
    const command = { type: 'PutUnderControl', until, mayActIn, today: localDate(at, inDistrict.zone) } as const;
    return this.questions.handle(ctx, id, command, { expectedVersion });
  }

  takeOffControl(ctx: ClientCommandContext, { id, expectedVersion }: QuestionActInput): Changed {
    const { mayActIn } = ctx;
    return this.questions.handle(ctx, id, { type: 'TakeOffControl', mayActIn }, { expectedVersion });
  }
}
