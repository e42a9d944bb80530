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

/** kafkajs checks ten times a second per connection whether a request has timed out, which takes seconds. */
const TIMEOUT_POLL_INTERVAL_MS = 1_000;

/** Busy loop (kafkajs #1704, #1751): each connection wakes every millisecond because it asks for a timer in the past. */
function stopTimerBusyLoop(): void {
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
      }, TIMEOUT_POLL_INTERVAL_MS);
    },
  });
}

interface GroupMember {
  lastRequest: number;
  heartbeat(of: { interval: number }): Promise<void>;
}

/** After the clock was set back, a member would send no heartbeat until the old time is reached, and lose its partitions. */
function heartbeatAfterClockStep(): void {
  const { prototype } = inside('kafkajs/src/consumer/consumerGroup.js') as { prototype: GroupMember };
  const { heartbeat } = prototype;
  prototype.heartbeat = function (of) {
    if (Date.now() < this.lastRequest) this.lastRequest = 0;
    return heartbeat.call(this, of);
  };
}

/** Part of a connection that the spec uses. */
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
 * When a connection breaks in the middle of a response, kafkajs keeps the received part and prepends it to the responses of
 * the next connection: decoding then fails with a RangeError or waits for ever.
 */
function discardPartialResponses(): void {
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
 * A proxy that accepts connections for a dead broker and closes them would be retried for ever: only a
 * KafkaJSConnectionError makes the client try the next address.
 */
function failOverOnClosedConnection(): void {
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

let isPatched = false;

/** Patches defects of kafkajs 2.2.4 (unmaintained); the spec pins the version. */
export function patchKafkajs(): void {
  if (isPatched) return;
  isPatched = true;
  stopTimerBusyLoop();
  heartbeatAfterClockStep();
  discardPartialResponses();
  failOverOnClosedConnection();
}
