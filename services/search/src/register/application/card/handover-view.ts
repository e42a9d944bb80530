import type { AppealOrigin, Handover, QuestionCard } from '@otklik/contracts/generated/graphql';
import type { Directory } from '@otklik/tenancy';
import type { AppealPart } from '@otklik/case/appeal';
import { forwardingAwaits } from '@otklik/case/question-handover';
import type { QuestionPart } from '@otklik/case/question';
import type { Opened } from './clear-texts.js';

/** To whom it was forwarded, and what came back. */
export function forwardingView(
  part: QuestionPart,
  directory: Directory,
): Pick<QuestionCard, 'forwardedTo' | 'handovers' | 'keepControl' | 'forwardingAwaits'> {
  const { forwardedTo = [], keepControl = false } = part;
  return {
    forwardedTo: forwardedTo.map(({ name }) => name),
    handovers: handoversView(part, directory),
    keepControl,
    forwardingAwaits: forwardingAwaits(part),
  };
}

export function handoversView({ handovers = [] }: QuestionPart, directory: Directory): readonly Handover[] {
  return handovers.map(({ to, number, registeredOn, end, endedOn, consentWithdrawnAt }) => ({
    to: nameOf(directory, to),
    district: to,
    number: number ?? null,
    registeredOn: registeredOn ?? null,
    end: end ?? null,
    endedOn: endedOn ?? null,
    consentWithdrawnAt: consentWithdrawnAt ?? null,
  }));
}

export function originView({ received }: AppealPart, opened: Opened, directory: Directory): AppealOrigin | null {
  if (!received?.origin) return null;
  const { district, number, registeredOn } = received.origin;
  const reason = opened(received.originReason) ?? null;
  return { from: nameOf(directory, district), district, number, registeredOn, reason };
}

/** The district that handed the case over, if any. */
export function withdrawnAtView({ consentWithdrawnFrom }: AppealPart, directory: Directory): string | null {
  return consentWithdrawnFrom === undefined ? null : nameOf(directory, consentWithdrawnFrom);
}

function nameOf(directory: Directory, code: string): string {
  return directory.district(code)?.name ?? code;
}
