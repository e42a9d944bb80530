import type { Addressee, HandoverEnd } from '@otklik/contracts/enumerations';
import type { QuestionForwarded } from '@otklik/contracts/routing.events';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { LocalDate } from '@otklik/kernel';
import { opened, placeOf, type Known, type Place, type QuestionState, type QuestionSteps } from './question-state.js';

/** The state of a forwarding, and of what went to other districts of the platform (docs/adr/0024). */

export type Body = DataOf<typeof QuestionForwarded>['to'][number];

/** While the applicant is told of it. */
export interface Forwarding {
  readonly to: readonly Body[];
  /** Sealed. */
  readonly reason?: string;
  readonly before: Place;
  /** An official takes it back, and it is not known yet whether the notice is out. */
  readonly isWithdrawn: boolean;
  /** It ends by the proofs of its letters to bodies, too. */
  readonly endsByLetters: boolean;
  /** Letters to bodies, and the notice to the applicant, that have left. */
  readonly proofs: readonly ForwardingProof[];
}

export interface ForwardingProof {
  /** The covering letter, or the notice. */
  readonly notice: string;
  readonly addressee: Addressee;
  readonly provedOn: LocalDate;
}

/** Which of the handovers to which district. */
export interface HandoverId {
  readonly to: string;
  /** 1, 2, 3 … of that district. */
  readonly times: number;
}

export interface Handover extends HandoverId {
  readonly isAccepted: boolean;
  readonly end?: HandoverEnd;
  /** It was told that the consent is withdrawn. */
  readonly isConsentWithdrawn?: true;
}

export const handoverSteps: QuestionSteps<
  | ('QuestionForwarded' | 'ForwardingStepProved' | 'ForwardingWithdrawn' | 'QuestionHandedOver')
  | ('HandoverAccepted' | 'HandoverEnded' | 'HandoverConsentWithdrawn')
> = {
  QuestionForwarded: (state, { to, reason, forwardedOn, linksUntil, endsByLetters = false }) => {
    const why = reason === undefined ? {} : { reason };
    const at = { to, bodies: to, forwardedOn, linksUntil };
    const nothing = { isWithdrawn: false, endsByLetters, proofs: [] };
    return { ...opened(state), status: 'FORWARDING', ...at, ...why, before: placeOf(state), ...nothing };
  },
  ForwardingStepProved: (state, { notice, addressee, provedOn }) =>
    state.status === 'FORWARDING' ? { ...state, proofs: [...state.proofs, { notice, addressee, provedOn }] } : state,
  ForwardingWithdrawn: (state) => (state.status === 'FORWARDING' ? { ...state, isWithdrawn: true } : state),
  QuestionHandedOver: (state, { to, times }) => ({
    ...state,
    handovers: [...(state.handovers ?? []), { to, times, isAccepted: false }],
  }),
  HandoverAccepted: (state, event) => changed(state, event, { isAccepted: true }),
  HandoverEnded: (state, event) => changed(state, event, { end: event.end }),
  HandoverConsentWithdrawn: (state, event) => changed(state, event, { isConsentWithdrawn: true }),
};

function changed(state: Known, { to, times }: HandoverId, more: Partial<Handover>): QuestionState {
  const handovers = (state.handovers ?? []).map((one) =>
    one.to === to && one.times === times ? { ...one, ...more } : one,
  );
  return { ...state, handovers };
}
