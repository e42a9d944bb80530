import type { Case } from '@otklik/case/case';
import { ConsentWithdrawn, PersonErased, PublicationDisallowed } from '@otklik/contracts/intake.events';
import { Concern, OnCases, type CaseWith, type CommandsOf, type EventOf } from '@otklik/host';
import { uuidv5 } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { ResponseHandler } from '../../application/response-handler.js';
import type { EndPublication } from '../../domain/response.commands.js';

type End = EventOf<typeof PublicationDisallowed | typeof ConsentWithdrawn | typeof PersonErased>;

/** A publication ends with what permits it: the author's consent, and the author's data. */
@Concern('responses.publications', { [PersonErased.type]: 'PAST' })
export class PublicationsConcern {
  constructor(private readonly responses: ResponseHandler) {}

  @OnCases(PublicationDisallowed, ConsentWithdrawn, PersonErased)
  async ended(events: readonly End[], tx: Transaction, commandsOf: CommandsOf, caseOf: CaseWith): Promise<void> {
    for (const event of events) {
      const why = event.type === PersonErased.type ? 'PERSON_ERASED' : 'CONSENT_WITHDRAWN';
      for (const question of questionsOf(event, caseOf(event))) {
        const context = commandsOf(event).commandFor(question);
        await this.responses.handle(context, uuidv5(question, 'response'), endBy(why), { tx });
      }
    }
  }
}

function endBy(why: EndPublication['why']): EndPublication {
  return { type: 'EndPublication', why };
}

/** The one whose answer it was, or all. */
function questionsOf({ data }: End, known: Case): readonly string[] {
  return 'question' in data ? [data.question] : Object.keys(known.questions);
}
