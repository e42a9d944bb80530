import type { EndQuestion } from './question-ends.decide.js';
import { handOver } from './question-handover.decide.js';
import type { QuestionEvent, QuestionState } from './question-state.js';

type Forwarded = Extract<QuestionState, { readonly status: 'FORWARDING' }>;

/**
 * The law wants the appeal sent to the bodies, and the applicant told (59-FZ art. 8(3)): it is forwarded when the last of these
 * letters has left.
 */
export function endForwarding(command: EndQuestion, state: Forwarded): readonly QuestionEvent[] {
  const { notice, addressee, endedOn: provedOn, zone, texts = {} } = command;
  if (state.proofs.some((proof) => proof.notice === notice)) return [];
  const letters = state.endsByLetters ? state.to.filter(({ district }) => district === undefined) : [];
  if (addressee === 'BODY' && !letters.some(({ letter }) => letter === notice)) return [];
  const proofs = [...state.proofs, { notice, addressee, provedOn }];
  const told = proofs.find((proof) => proof.addressee === 'APPLICANT');
  const isSent = letters.every(({ letter }) => proofs.some((proof) => proof.notice === letter));
  if (!told || !isSent) return [{ type: 'ForwardingStepProved', notice, addressee, provedOn }];
  const endedOn = proofs.map((proof) => proof.provedOn).reduce((one, other) => (one > other ? one : other));
  const ended = { type: 'QuestionEnded', end: 'FORWARDED', notice: told.notice, endedOn, zone } as const;
  return [ended, ...handOver(state, texts)];
}
