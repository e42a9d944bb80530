import type { IncomingMessage, ServerResponse } from 'node:http';
import { Fault, formatErrors, languageOf } from '@otklik/host/graphql';
import type { PeopleFirst } from '@otklik/kernel';
import { gauge, type Logger } from '@otklik/observability';
import type { FastifyInstance } from 'fastify';
import { watchLoop } from './late-loop.js';

/** What may run at once. What was let in is never sent away again. */
export interface Admission {
  /** Throws `Fault('OVERLOADED')` when nothing is let in. */
  demandRoom(): void;
  /** Counts `work` until it ends. Rejects with `Fault('OVERLOADED')` when there is no room for it. */
  run<Answer>(kind: string, work: () => Promise<Answer>): Promise<Answer>;
}

export interface AdmissionParts {
  /** Operations at once. */
  readonly most: number;
  /** Who waits for an acknowledgement is counted here too: work that nobody waits for gives way to him. */
  readonly people: PeopleFirst;
  readonly logger: Logger;
}

/** Of all room: when it gets scarce, what residents and officials send goes before what they read. */
const ROOM_FOR_QUERIES = 1 / 2;
/** Of all room, when the event loop is late: then work waits where nobody counts it, before it is even read. */
const ROOM_WHEN_LATE = 1 / 4;
/** A loop that was late for a moment is no reason to refuse when there is little to do. */
const MIN_CONCURRENCY = 8;
const LATE_MS = 1_000;
const LOOKED_AT_MS = 100;
const COME_BACK_S = '5';
/**
 * Who is sent away hears it so late. Programs that come again at once are the crowd in which nobody is served: each
 * refusal takes a little of the time of those who were let in.
 */
const TELL_AFTER_MS = 3_000;
/** More are told at once: each takes some kilobytes. */
const MAX_HELD = 10_000;
/** One for all: each would take note of where it was made. */
const overloaded = new Fault('OVERLOADED');

export function openAdmission(fastify: FastifyInstance, { most, people, logger }: AdmissionParts): Admission {
  const loop = watchLoop({ everyMs: LOOKED_AT_MS, lateMs: LATE_MS });
  fastify.addHook('onClose', () => loop.stop());
  fastify.addHook('onSend', (_, reply, __, done) => {
    if (reply.statusCode === 503) void reply.header('retry-after', COME_BACK_S);
    done();
  });
  const running = gauge('otklik_operations_running', 'Operations that were let in and have not ended', []);
  let count = 0;
  const hasRoom = (room: number): boolean =>
    count < (loop.isLate() ? Math.min(room, Math.max(MIN_CONCURRENCY, room * ROOM_WHEN_LATE)) : room);
  const tell = (request: IncomingMessage, response: ServerResponse, closing: boolean): void => {
    if (response.destroyed) return;
    if (closing) response.setHeader('connection', 'close');
    const asker = { language: languageOf(request.headers['accept-language']), requestId: '' };
    const body = Buffer.from(JSON.stringify({ errors: formatErrors([overloaded], asker, logger) }));
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };
    response.writeHead(503, { ...headers, 'cache-control': 'no-store', 'retry-after': COME_BACK_S }).end(body);
  };
  const inAWhile = delayed(fastify);
  answerFirst(fastify, (request, response) => {
    if (request.method !== 'POST' || request.url !== '/graphql' || hasRoom(most)) return false;
    inAWhile((closing) => tell(request, response, closing));
    return true;
  });
  return {
    demandRoom() {
      if (!hasRoom(most)) throw overloaded;
    },
    async run(kind, work) {
      if (!hasRoom(kind === 'query' ? most * ROOM_FOR_QUERIES : most)) throw overloaded;
      running.set((count += 1));
      try {
        // A query may wait for the very work that would give way to it.
        return await (kind === 'query' ? work() : people.serve(work));
      } finally {
        running.set((count -= 1));
      }
    },
  };
}

/** Runs each work after TELL_AFTER_MS, or when the server closes; at once while it does, or when too many wait. */
function delayed(fastify: FastifyInstance): (work: (closing: boolean) => void) => void {
  const held = new Map<NodeJS.Timeout, (closing: boolean) => void>();
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    for (const [timer, work] of held) {
      clearTimeout(timer);
      work(closing);
    }
    held.clear();
    done();
  });
  return (work) => {
    if (closing || held.size >= MAX_HELD) return work(closing);
    const timer = setTimeout(() => {
      held.delete(timer);
      work(closing);
    }, TELL_AFTER_MS);
    held.set(timer, work);
  };
}

/**
 * Before the framework sees a request: of the many that are sent away each costs a third of what it would cost behind it,
 * and that time is what those who were let in get.
 */
function answerFirst(
  { server }: FastifyInstance,
  answers: (request: IncomingMessage, response: ServerResponse) => boolean,
): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request').on('request', (request, response) => {
    if (!answers(request, response)) for (const listener of listeners) listener.call(server, request, response);
  });
}
