import type { Regime } from '@otklik/contracts/enumerations';

/** A message waits for the moderator; an appeal must be registered as it is (59-FZ art. 8(2), 9(1)). */
export function isMessage(regime: Regime): boolean {
  return regime === 'SOCIAL_MESSAGE' || regime === 'POS_MESSAGE';
}
