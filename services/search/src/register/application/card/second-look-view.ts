import type {
  CardAnswer,
  CardReopening,
  Registration,
  RegistrationCorrection,
  StrikeProposal,
} from '@otklik/contracts/generated/graphql';
import type { AppealPart } from '@otklik/case/appeal';
import type { GivenAnswer } from '@otklik/case/given-answers';
import type { Opened } from './clear-texts.js';
import { answerFiles } from './answer-files-view.js';
import { officialOf } from '../list/directory-names.js';
import type { DistrictView } from './row-view.js';

export function answerView(
  answer: GivenAnswer,
  text: string | undefined,
  opened: Opened,
  { directory, district }: DistrictView,
): CardAnswer {
  const { question, outcome, signatory, signedAt, isOral } = answer;
  const signedBy = officialOf(directory, district, signatory) ?? null;
  const files = text === undefined ? [] : answerFiles(district.code, answer, opened);
  return { question, text: text ?? null, files, outcome, signedBy, signedAt, isOral };
}

/** The pending request, or the last one with its decision; null without one about the current answer. */
export function reopeningView({ reopening, reopened = 0 }: AppealPart, opened: Opened): CardReopening | null {
  if (!reopening) return null;
  const { reason, question = null, at, decided } = reopening;
  return {
    reason: opened(reason) ?? null,
    question,
    requestedAt: at,
    granted: reopened,
    ...decisionView(decided),
    decisionReason: opened(decided?.reason) ?? null,
  };
}

/** Null while it waits. */
export function decisionView(decided: NonNullable<AppealPart['reopening']>['decided']) {
  return { decision: decided?.decision ?? null, decidedAt: decided?.at ?? null };
}

export function registeredBefore({ registeredBefore: before = [] }: AppealPart): readonly Registration[] {
  return before.map(({ number, journal, registeredOn }) => ({ number, journal, registeredOn }));
}

export function strikeView(
  { strike, correction }: AppealPart,
  opened: Opened,
  { directory, district }: DistrictView,
): StrikeProposal | null {
  if (!strike || correction) return null;
  const { proposedBy, proposedOn, reason } = strike;
  return {
    proposedBy: officialOf(directory, district, proposedBy) ?? null,
    proposedOn,
    reason: opened(reason) ?? null,
  };
}

export function correctionView({ correction }: AppealPart, opened: Opened): RegistrationCorrection | null {
  if (!correction) return null;
  const { ground, reason, of, number } = correction;
  return { ground, reason: opened(reason) ?? null, of: of ?? null, number: number ?? null };
}
