import type { ResponseState } from '@otklik/contracts/enumerations';
import { toldStage } from './case-states.js';
import type { Case } from './case.js';
import type { ResponsePart } from './response.js';

export interface FoundResponse {
  readonly id: string;
  readonly part: ResponsePart;
}

export function responseTo(fold: Case, question: string): FoundResponse | undefined {
  const found = Object.entries(fold.responses).find(([, part]) => part.question === question);
  return found && { id: found[0], part: found[1] };
}

/** As the SDL names it: signed and proved to be sent is `DISPATCHED`; closed without a signature is no answer. */
export function responseState(fold: Case, part: ResponsePart): ResponseState {
  const sent = Object.values(fold.notices).filter(
    ({ kind, state, about }) => kind === 'ANSWERED' && state === 'DISPATCHED' && about === part.question,
  );
  // Each signed answer has its own notice.
  const isSent = sent.length >= (part.answers?.length ?? 0);
  return part.state === 'SIGNED' && isSent ? 'DISPATCHED' : toldStage(part.state);
}
