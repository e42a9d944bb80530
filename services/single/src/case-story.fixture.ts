import { evolveCase, noCase } from '@otklik/case/case';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { publisher, type Recorded } from '@otklik/contracts/publisher';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';
import { appeal } from '@otklik/intake/domain';
import { fold, Refusal, type Decider } from '@otklik/kernel';
import { notice } from '@otklik/notifications/domain';
import { response } from '@otklik/responses/domain';
import { question } from '@otklik/routing/domain';
import { isRegisterFact } from '@otklik/search/published-actions';
import { termOf } from './case-steps.fixture.js';

export type Command = { readonly type: string } & Readonly<Record<string, unknown>>;
type AnyEvent = { readonly type: string } & Readonly<Record<string, unknown>>;
type AnyDecider = Decider<unknown, Command, AnyEvent>;

const owners = {
  appeal: { decider: appeal as unknown as AnyDecider, publish: publisher(intakeEvents) },
  question: { decider: question as unknown as AnyDecider, publish: publisher(routingEvents) },
  response: { decider: response as unknown as AnyDecider, publish: publisher(responsesEvents) },
  notice: { decider: notice as unknown as AnyDecider, publish: publisher(notificationsEvents) },
} as const;
export type Stream = keyof typeof owners;

/** The streams of one appeal, and the assignment of its question as `responses` consumes it. */
export class Story {
  readonly events: Record<Stream, AnyEvent[]> = { appeal: [], question: [], response: [], notice: [] };
  readonly actors: string[] = [];
  /** What each command came to: the types of what it recorded, or the code of its refusal. */
  readonly outcomes: string[] = [];
  /** What was published, the oldest first. */
  readonly facts: PublicEvent[] = [];
  private published = noCase;

  get register() {
    return this.published;
  }

  get assignment(): { readonly department: string | undefined; readonly executor: string | undefined } {
    const moved = ['QuestionRouted', 'ExecutorAssigned', 'QuestionReturned', 'QuestionReopened', 'QuestionTakenBack'];
    const { department, executor } = this.latest(...moved) as { department?: string; executor?: string };
    const isTakenBack = this.latest(...moved, 'AssignmentTakenBack')['type'] === 'AssignmentTakenBack';
    return { department, executor: isTakenBack ? undefined : executor };
  }

  /** As `responses` consumes it: what is considered again is not answered. */
  get isAnswered(): boolean {
    return this.latest('QuestionAnswered', 'QuestionReopened', 'QuestionTakenBack')['type'] === 'QuestionAnswered';
  }

  private latest(...types: readonly string[]): Readonly<Record<string, unknown>> {
    return this.events.question.findLast(({ type }) => types.includes(type)) ?? {};
  }

  /** The events that the command would record; none where it is refused. */
  decide(stream: Stream, command: Command): readonly AnyEvent[] {
    const decided = this.decided(stream, command);
    return typeof decided === 'string' ? [] : decided;
  }

  /** Or the code of the refusal. */
  private decided(stream: Stream, command: Command): readonly AnyEvent[] | string {
    const { decider } = owners[stream];
    try {
      return decider.decide(command, fold(decider, this.events[stream]));
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  run(stream: Stream, command: Command): void {
    const decided = this.decided(stream, command);
    if (typeof decided === 'string') {
      this.outcomes.push(decided);
      return;
    }
    this.outcomes.push(decided.map(({ type }) => type).join());
    for (const { type, ...data } of decided) {
      this.events[stream].push({ type, ...data });
      const { by: id = 'moderator', onBehalfOf } = command as { readonly by?: string; readonly onBehalfOf?: string };
      const actor = { kind: 'official', id, ...steadOf(onBehalfOf) } as const;
      const version = this.events[stream].length;
      const recorded = {
        type,
        data,
        actor,
        stream,
        version,
        id: `${stream} ${version}`,
        district: 1,
        correlationId: 'appeal',
        schema: 1,
        at: new Date(Date.UTC(2026, 10, 24, 0, 0, this.facts.length)).toISOString(),
      };
      const fact = owners[stream].publish(recorded as unknown as Recorded);
      if (!fact) continue;
      this.facts.push(fact);
      if (isRegisterFact(fact)) this.published = evolveCase(this.published, fact);
    }
  }
}

/** As `responses` completes an official's command. */
export function completed(story: Story, command: Command): Command {
  const recordedBy = story.events.appeal.findLast(({ type }) => type === 'AppealSupplemented')?.['commandId'];
  const draft = story.events.response.findLast(({ type }) => type === 'ResponseDrafted')?.['draft'];
  return {
    mayActIn: 'ALL',
    ...story.assignment,
    departments: [story.assignment.department ?? ''],
    opened: { draft, text: 't' },
    signedAt: '',
    signature: 'S',
    answer: 'a',
    answered: story.isAnswered,
    supplement: 'new',
    recordedBy,
    ...command,
  };
}

export function steadOf(onBehalfOf: string | undefined): { readonly onBehalfOf?: string } {
  return onBehalfOf === undefined ? {} : { onBehalfOf };
}
/** A case that was received, with one question and its response, after the steps; what is refused changes nothing. */
export function storyOf(received: Command, steps: readonly (readonly [Stream, Command])[]): Story {
  const story = new Story();
  story.run('appeal', received);
  const { regime } = received;
  story.run('question', { type: 'OpenQuestion', person: 'p', regime, ordinal: 1, deadline: termOf(String(regime)) });
  story.run('response', { type: 'OpenResponse', question: 'question', person: 'p' });
  for (const [stream, command] of steps) {
    story.run(stream, stream === 'response' ? completed(story, command) : command);
  }
  return story;
}
