import type { PublicEvent, Topic } from '@otklik/contracts/envelope';

/** Position of a consumer in a partition of a topic after a batch. In process a topic has one partition, 0. */
export interface Place {
  readonly topic: Topic;
  readonly partition: number;
  /** The checkpoint after this batch: a log position in process, an offset on Kafka. */
  readonly position: number;
  /** On Kafka only: log position of the last event consumed, by which a resumed consumer recognises its topic. */
  readonly lastPosition?: number;
}

/** Consecutive events of one place, or of several: those of each in its order. */
export interface Batch extends Place {
  readonly events: readonly PublicEvent[];
  /** The other places that they come from. */
  readonly along?: readonly Place[];
}

export function placesOf({ along = [], ...place }: Batch): readonly Place[] {
  return [place, ...along];
}
