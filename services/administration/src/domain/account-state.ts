import { isWithin, type Days } from '@otklik/kernel';

/** What the embedded provider knows of a login; none of it where sign-in is another provider's. */
export interface AccountFacts {
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly lastSignInAt?: string;
  /** Of the last invitation. */
  readonly invitation?: { readonly at: string; readonly expiresAt: string; readonly isUsed: boolean };
}

export type OfficialState = 'INVITED' | 'INVITATION_EXPIRED' | 'WORKING' | 'ABSENT' | 'DISMISSED';

/** An account that has no password yet. */
export function hasNotAccepted(state: OfficialState): boolean {
  return state === 'INVITED' || state === 'INVITATION_EXPIRED';
}

/** `today`: a date of the district's zone. `now`: ISO 8601 UTC. */
export function officialState(
  { isDismissed, absence }: { readonly isDismissed: boolean; readonly absence?: Days | undefined },
  account: AccountFacts | undefined,
  { now, today }: { readonly now: string; readonly today: string },
): OfficialState {
  if (isDismissed) return 'DISMISSED';
  const invitation = account?.invitation;
  if (invitation && !invitation.isUsed && !account.hasPassword) {
    return invitation.expiresAt > now ? 'INVITED' : 'INVITATION_EXPIRED';
  }
  return isWithin(absence, today) ? 'ABSENT' : 'WORKING';
}
