import type { Channel, Network } from '@otklik/contracts/enumerations';

/** What waits for the moderator of one channel and network. */
export interface Waiting {
  readonly channel: Channel;
  readonly network: Network | null;
  readonly count: number;
}

/** Of messages that came since an instant. */
export interface Answered {
  readonly received: number;
  readonly decided: number;
  readonly answered: number;
}

export abstract class ModerationCounts {
  abstract waiting(district: number): Promise<readonly Waiting[]>;
  /** `since`: ISO 8601 UTC. */
  abstract answered(district: number, since: string): Promise<Answered>;
}
