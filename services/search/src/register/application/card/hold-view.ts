import type { LegalHold } from '@otklik/contracts/generated/graphql';
import type { AppealPart } from '@otklik/case/appeal';
import type { Opened } from './clear-texts.js';

export function holdView({ legalHold }: AppealPart, opened: Opened): LegalHold | null {
  return legalHold ? { reason: opened(legalHold.reason) ?? null, since: legalHold.at } : null;
}
