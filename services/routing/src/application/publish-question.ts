import type { PublicEvent } from '@otklik/contracts/envelope';
import { published } from '@otklik/contracts/published';
import {
  DeadlineSet,
  ExecutorAssigned,
  QuestionAnswered,
  QuestionClosed,
  QuestionLeftToCoordinator,
  QuestionOpened,
  QuestionReturned,
  QuestionRouted,
} from '@otklik/contracts/routing.events';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { assertNever } from '@otklik/kernel';
import type { QuestionEvent } from '../domain/question.js';

const topic = 'routing.events';

/** What others learn of a question: all of it. */
export function publishQuestion(recorded: RecordedEvent): PublicEvent {
  const event = domainEvent<QuestionEvent>(recorded);
  switch (event.type) {
    case 'QuestionOpened':
      return published(recorded, topic, QuestionOpened, dataOf(event));
    case 'QuestionRouted':
      return published(recorded, topic, QuestionRouted, { ...dataOf(event), words: [...event.words] });
    case 'QuestionLeftToCoordinator':
      return published(recorded, topic, QuestionLeftToCoordinator, {});
    case 'DeadlineSet':
      return published(recorded, topic, DeadlineSet, dataOf(event));
    case 'ExecutorAssigned':
      return published(recorded, topic, ExecutorAssigned, dataOf(event));
    case 'QuestionReturned':
      return published(recorded, topic, QuestionReturned, dataOf(event));
    case 'QuestionAnswered':
      return published(recorded, topic, QuestionAnswered, dataOf(event));
    case 'QuestionClosed':
      return published(recorded, topic, QuestionClosed, dataOf(event));
    default:
      return assertNever(event);
  }
}

function dataOf<Event extends QuestionEvent>({ type: _, ...data }: Event): Omit<Event, 'type'> {
  return data;
}
