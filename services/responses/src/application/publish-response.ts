import type { PublicEvent } from '@otklik/contracts/envelope';
import { published } from '@otklik/contracts/published';
import {
  NoteAdded,
  ResponseApproved,
  ResponseClosed,
  ResponseDrafted,
  ResponseOpened,
  ResponseSentBack,
  ResponseSigned,
} from '@otklik/contracts/responses.events';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { assertNever } from '@otklik/kernel';
import type { ResponseEvent } from '../domain/response.js';

const topic = 'responses.events';

/** What others learn of a response. The ids that make a draft and a note safe to send again stay here. */
export function publishResponse(recorded: RecordedEvent): PublicEvent {
  const event = domainEvent<ResponseEvent>(recorded);
  const { question } = event;
  switch (event.type) {
    case 'ResponseOpened':
      return published(recorded, topic, ResponseOpened, { question, person: event.person });
    case 'ResponseDrafted':
      return published(recorded, topic, ResponseDrafted, { question, text: event.text, outcome: event.outcome });
    case 'NoteAdded':
      return published(recorded, topic, NoteAdded, { question, text: event.text });
    case 'ResponseApproved':
      return published(recorded, topic, ResponseApproved, { question });
    case 'ResponseSentBack':
      return published(recorded, topic, ResponseSentBack, { question, reason: event.reason });
    case 'ResponseSigned': {
      const { person, text, outcome, signatory, signedAt, signature } = event;
      const data = { question, person, text, outcome, signatory, signedAt, signature };
      return published(recorded, topic, ResponseSigned, data);
    }
    case 'ResponseClosed':
      return published(recorded, topic, ResponseClosed, { question });
    default:
      return assertNever(event);
  }
}
