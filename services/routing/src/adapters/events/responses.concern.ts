import { ResponseSigned } from '@otklik/contracts/responses.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { JudgeAnswer } from '../../application/judge-answer.js';

@Concern('routing.responses')
export class ResponsesConcern {
  constructor(private readonly answer: JudgeAnswer) {}

  @On(ResponseSigned)
  signed({ data }: EventOf<typeof ResponseSigned>, { command, tx }: Reaction) {
    const { question, answer, department, promisedUntil } = data;
    const promise = promisedUntil === undefined ? {} : { promisedUntil };
    return this.answer.signed(command, { question, answer, department, ...promise }, tx);
  }
}
