import type { PublicEvent } from '@otklik/contracts/envelope';
import { understood, type DataOf } from '@otklik/contracts/declare-event';
import {
  ExecutorAssigned,
  QuestionClosed,
  QuestionOpened,
  QuestionReturned,
  QuestionRouted,
} from '@otklik/contracts/routing.events';
import { Refusal, uuidv5 } from '@otklik/kernel';
import { FactMissing, reactionTo, type Consumer } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { Assignment } from '../../application/who-considers.js';
import type { ResponsesParts } from '../../application/responses-parts.js';
import { keepAssignment } from '../postgres/assignments.js';

export const ROUTING_CONSUMER = 'responses.routing';

/** A question opens its response, which is closed with it; and who considers the question may write it. */
export function routingConsumer(parts: ResponsesParts): Consumer {
  return {
    name: ROUTING_CONSUMER,
    topics: ['routing.events'],
    understands: [QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionClosed].map(understood),
    handle: (event, tx) => handleFact(parts, event, tx),
  };
}

async function handleFact(parts: ResponsesParts, event: PublicEvent, tx: Transaction): Promise<void> {
  switch (event.type) {
    case QuestionOpened.type:
      return open(parts, event, event.data as DataOf<typeof QuestionOpened>, tx);
    case QuestionRouted.type: {
      const { department } = event.data as DataOf<typeof QuestionRouted>;
      return keep(event, { department, executor: undefined }, tx);
    }
    case ExecutorAssigned.type:
      return keep(event, event.data as DataOf<typeof ExecutorAssigned>, tx);
    case QuestionReturned.type:
      return keep(event, { department: undefined, executor: undefined }, tx);
    case QuestionClosed.type:
      return close(parts, event, tx);
  }
}

async function open(
  parts: ResponsesParts,
  event: PublicEvent,
  { person }: DataOf<typeof QuestionOpened>,
  tx: Transaction,
): Promise<void> {
  const question = event.stream;
  const around = reactionTo(event, ROUTING_CONSUMER, parts.now());
  await parts.handle(around, responseOf(question), { type: 'OpenResponse', question, person }, { tx });
}

function keep(event: PublicEvent, assignment: Assignment, tx: Transaction): Promise<void> {
  return keepAssignment(tx, event.district, event.stream, event.version, assignment);
}

async function close(parts: ResponsesParts, event: PublicEvent, tx: Transaction): Promise<void> {
  const around = reactionTo(event, ROUTING_CONSUMER, parts.now());
  try {
    await parts.handle(around, responseOf(event.stream), { type: 'CloseResponse' }, { tx });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'NOT_FOUND')) throw error;
    throw new FactMissing(`Question ${event.stream} opened`);
  }
}

/** Each question has one response, whose id follows from its own. */
function responseOf(question: string): string {
  return uuidv5(question, 'response');
}
