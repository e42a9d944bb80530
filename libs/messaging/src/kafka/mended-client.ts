import { createRequire } from 'node:module';

const inside = createRequire(import.meta.url);

interface RequestQueue {
  readonly enforceRequestTimeout: boolean;
  requestTimeoutIntervalId: NodeJS.Timeout | null;
  readonly inflight: ReadonlyMap<number, { sentAt: number; requestTimeout: number; timeoutRequest(): void }>;
  isConnected(): boolean;
  destroy(): void;
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  readonly pending: readonly unknown[];
  checkPendingRequests(): void;
}

/** A request is given up after seconds (`requestTimeout`); each connection would look ten times a second whether it is time. */
const TIMED_OUT_LOOK_MS = 1_000;

/** Each connection of the client would wake every millisecond: it asks for a timer in the past, again and again. */
function calmRequestQueue(): void {
  const queue = inside('kafkajs/src/network/requestQueue/index.js') as { prototype: object };
  Object.assign(queue.prototype, {
    scheduleCheckPendingRequests(this: RequestQueue) {
      if (this.throttleCheckTimeoutId) return;
      let after = this.throttledUntil - Date.now();
      if (this.pending.length > 0) after = after > 0 ? after : 10;
      else if (after <= 0) return;
      this.throttleCheckTimeoutId = setTimeout(() => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      }, after);
    },
    scheduleRequestTimeoutCheck(this: RequestQueue) {
      if (!this.enforceRequestTimeout) return;
      this.destroy();
      this.requestTimeoutIntervalId = setInterval(() => {
        const now = Date.now();
        for (const request of this.inflight.values()) {
          if (now - request.sentAt > request.requestTimeout) request.timeoutRequest();
        }
        if (!this.isConnected()) this.destroy();
      }, TIMED_OUT_LOOK_MS);
    },
  });
}

interface GroupMember {
  lastRequest: number;
  heartbeat(of: { interval: number }): Promise<void>;
}

/** A member whose clock was set back would be silent until it has caught up: its group would wait, and go on without it. */
function keepBeating(): void {
  const { prototype } = inside('kafkajs/src/consumer/consumerGroup.js') as { prototype: GroupMember };
  const { heartbeat } = prototype;
  prototype.heartbeat = function (of) {
    if (Date.now() < this.lastRequest) this.lastRequest = 0;
    return heartbeat.call(this, of);
  };
}

/** What the spec needs to know of a connection. */
export interface Connection {
  chunks: readonly Buffer[];
  bytesBuffered: number;
  bytesNeeded: number;
  readonly requestQueue: { push(request: object): void };
  isConnected(): boolean;
  connect(): Promise<boolean>;
  disconnect(): Promise<boolean>;
}

export const connections = inside('kafkajs/src/network/connection.js') as {
  new (options: object): Connection;
  readonly prototype: Connection;
};

const LENGTH_BYTES = 4;

/**
 * When a connection was cut in the middle of an answer, its beginning would be put before the answers of the next: all of
 * them are garbage then, and the process ends with a RangeError or waits for ever.
 */
function forgetCutAnswers(): void {
  const { prototype } = connections;
  const { connect } = prototype;
  prototype.connect = function () {
    if (!this.isConnected()) Object.assign(this, { chunks: [], bytesBuffered: 0, bytesNeeded: LENGTH_BYTES });
    return connect.call(this);
  };
}

const { KafkaJSConnectionError } = inside('kafkajs/src/errors.js') as {
  readonly KafkaJSConnectionError: new (error: unknown, options: object) => Error;
};

/**
 * A broker behind something that takes connections in its place, and closes them because it is dead, would be tried again
 * and again: only what is named a connection error makes the client go on to the next address.
 */
function passByTheDead(): void {
  const { prototype } = inside('kafkajs/src/broker/index.js') as { prototype: { connect(): Promise<void> } };
  const { connect } = prototype;
  prototype.connect = async function () {
    try {
      await connect.call(this);
    } catch (error) {
      if ((error as Error).name !== 'KafkaJSConnectionClosedError') throw error;
      throw new KafkaJSConnectionError(error, {});
    }
  };
}

let mended = false;

/** Repairs what is broken in the client, of the version that the spec names; nobody else does any more. */
export function mendClient(): void {
  if (mended) return;
  mended = true;
  calmRequestQueue();
  keepBeating();
  forgetCutAnswers();
  passByTheDead();
}
