import type { Addressee, HandoverEnd } from '@otklik/contracts/enumerations';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { QuestionForwarded } from '@otklik/contracts/routing.events';
import type { LocalDate } from '@otklik/kernel';
import { forwardedTo, type AtBodiesPart } from './question-bodies.js';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';
import type { Steps } from './steps.js';

/** Of a question that is forwarded. */
export interface ForwardingPart {
  readonly forwardedTo?: DataOf<typeof QuestionForwarded>['to'];
  readonly atBodies?: AtBodiesPart;
  /** It stays under control until its end there is known. */
  readonly keepControl?: boolean;
  /** The forwarding is taken back, and its notice may be out; or a letter of it has left, and it is not taken back any more. */
  readonly takingBack?: boolean;
  /** Ids of its letters, and of its notice, that left before the last one. */
  readonly forwardingSent?: readonly string[];
  /** To other districts of the platform, the oldest first. */
  readonly handovers?: readonly HandoverPart[];
}

/** What is known of a question that went to another district of the platform. */
export interface HandoverPart {
  /** Code of the district. */
  readonly to: string;
  /** Which of the handovers to that district. */
  readonly times: number;
  readonly number?: string;
  readonly registeredOn?: LocalDate;
  readonly end?: HandoverEnd;
  readonly endedOn?: LocalDate;
  /** When the receiver was notified that the consent is withdrawn. */
  readonly consentWithdrawnAt?: string;
}

export type HandoverFact = Extract<
  Fact,
  {
    type:
      | ('QuestionForwarded' | 'ForwardingStepProved' | 'ForwardingWithdrawn' | 'QuestionHandedOver')
      | ('HandoverAccepted' | 'HandoverEnded' | 'HandoverConsentWithdrawn');
  }
>;

export const handoverSteps: Steps<HandoverFact, PublishedQuestion> = {
  QuestionForwarded(part, data, who) {
    const { to, keepControl = false } = data;
    const started = { takingBack: false, forwardingSent: [], atBodies: forwardedTo(data, who) };
    return { ...part, forwardedTo: to, keepControl, ...started };
  },
  ForwardingStepProved: ({ forwardingSent = [], ...part }, { notice }) => ({
    ...part,
    takingBack: true,
    forwardingSent: [...forwardingSent, notice],
  }),
  ForwardingWithdrawn: (part) => ({ ...part, takingBack: true }),
  QuestionHandedOver: (part, { to, times }) => ({ ...part, handovers: [...(part.handovers ?? []), { to, times }] }),
  HandoverAccepted: withChanged,
  HandoverEnded: withChanged,
  HandoverConsentWithdrawn: (part, data, who) => withChanged(part, { ...data, consentWithdrawnAt: who.at }),
};

function withChanged(part: PublishedQuestion, data: HandoverPart): PublishedQuestion {
  return { ...part, handovers: (part.handovers ?? []).map((one) => changed(one, data)) };
}

function changed(part: HandoverPart, data: HandoverPart): HandoverPart {
  return part.to === data.to && part.times === data.times ? { ...part, ...data } : part;
}

/** The question is considered here again: it is not forwarded any more. */
export function withoutForwarding(part: PublishedQuestion): PublishedQuestion {
  const { forwardedTo: _to, atBodies: _at, keepControl: _control, takingBack: _back, ...of } = part;
  const { forwardingSent: _sent, ...kept } = of;
  return kept;
}

/** Which of the letters of a forwarding have not left yet: to a body, to the applicant. */
export function forwardingAwaits({
  state,
  forwardedTo = [],
  forwardingSent = [],
}: Pick<PublishedQuestion, 'state' | 'forwardedTo' | 'forwardingSent'>): Addressee[] {
  if (state !== 'FORWARDING') return [];
  const letters = forwardedTo.filter(({ district }) => district === undefined).map(({ letter }) => letter);
  const isTold = forwardingSent.some((sent) => !letters.includes(sent));
  const isSent = letters.every((letter) => forwardingSent.includes(letter));
  return [...(isSent ? [] : (['BODY'] as const)), ...(isTold ? [] : (['APPLICANT'] as const))];
}
