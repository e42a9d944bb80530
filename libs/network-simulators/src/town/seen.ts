import type { ThreadKind } from '@otklik/networks';

export interface Saying {
  /** Of a person who is known by it in the whole network. */
  readonly person: string;
  readonly text: string;
  /** The first post when absent, and not `direct`. */
  readonly thread?: string;
  /** In the person's dialogue with us. */
  readonly direct?: boolean;
  readonly replyTo?: string;
  /** By hand, in the district's own name: without `person`. */
  readonly ours?: boolean;
  readonly photos?: readonly Uint8Array[];
}

/** A message as shown in the thread. */
export interface SeenMessage {
  readonly id: string;
  readonly thread: string;
  /** null: ours. */
  readonly author: string | null;
  readonly text: string;
  readonly at: string;
  readonly edited: boolean;
  readonly removed: boolean;
  readonly likes: number;
  readonly photos: readonly string[];
  readonly replyTo?: string;
}

export interface SeenThread {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly closed: boolean;
  readonly gone: boolean;
  readonly likes: number;
  readonly views: number;
  /** The post's first words, or whose dialogue it is. */
  readonly title: string;
  readonly messages: readonly SeenMessage[];
}

/** A request for what the network does not hold. */
export class NotThere extends Error {}
