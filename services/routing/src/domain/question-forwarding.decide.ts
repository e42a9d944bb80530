import type { ForwardedTo } from '@otklik/contracts/routing.events';
import type { EndQuestion } from './question-ends.decide.js';
import { handOver } from './question-handover.decide.js';
import type { Known, QuestionEvent } from './question-state.js';

/**
 * The law wants the appeal sent to the bodies, and the applicant notified (59-FZ art. 8(3)): it is forwarded when the
 * last of these letters was sent.
 */
export function endForwarding(command: EndQuestion, state: Known): readonly QuestionEvent[] {
  const { notice, addressee, endedOn: provedOn, zone, texts = {} } = command;
  const before = state.now.forwarding?.proofs ?? [];
  if (before.some((proof) => proof.notice === notice)) return [];
  const letters = lettersOf(state);
  if (addressee === 'BODY' && !letters.some(({ letter }) => letter === notice)) return [];
  const proofs = [...before, { notice, addressee, provedOn }];
  const told = proofs.find((proof) => proof.addressee === 'APPLICANT');
  const isSent = letters.every(({ letter }) => proofs.some((proof) => proof.notice === letter));
  if (!told || !isSent) return [{ type: 'ForwardingStepProved', notice, addressee, provedOn }];
  const endedOn = proofs.map((proof) => proof.provedOn).reduce((one, other) => (one > other ? one : other));
  const ended = { type: 'QuestionEnded', end: 'FORWARDED', notice: told.notice, endedOn, zone } as const;
  return [ended, ...handOver(state, texts)];
}

/** To bodies outside the platform, where it ends by them. */
function lettersOf({ published: { forwardedTo = [] }, now: { forwarding } }: Known): readonly ForwardedTo[] {
  return forwarding?.endsByLetters ? forwardedTo.filter(({ district }) => district === undefined) : [];
}
