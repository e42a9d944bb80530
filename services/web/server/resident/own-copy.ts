import type { PublicDistrict, ResidentAppeal, ResidentData } from '@otklik/contracts/generated/graphql';
import type { Speech } from './words/index.js';

export interface OwnCopy {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly appeal: ResidentAppeal;
  readonly person: ResidentData;
  /** When it is taken, ISO 8601. */
  readonly at: string;
}

/** What is stored of one appeal and its sender, as indented JSON. */
export function ownCopy({ district, speech, appeal, person, at }: OwnCopy): string {
  // What may be done now, and how fresh the answer is, is no data of the person.
  const { allowedActions: _allowed, stale: _stale, ...stored } = appeal;
  const copy = { about: speech.say('copy.about', { district: district.name }), takenAt: at, person, appeal: stored };
  return `${JSON.stringify(copy, undefined, 2)}\n`;
}
