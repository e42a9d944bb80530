import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isHeld } from '../entity-tag.js';
import { acceptedEncoding, packed } from './compression.js';

/** So long a process gives what it made: what was taken back is gone a moment later, however many ask. */
const KEPT_MS = 5_000;
const MAX_KEPT = 300;
/** Caches of readers and of proxies forget within half a minute what was taken back. */
const CACHED = 'public, max-age=25';

/** Found out once in some seconds for all who ask. What fails is kept for none, and pushes out nothing that is kept. */
export class ForSomeSeconds<Value> {
  private readonly made: LRUCache<string, Promise<Value>>;
  private readonly pending = new Map<string, Promise<Value>>();

  constructor(max: number, keptMs = KEPT_MS) {
    this.made = new LRUCache({ max, ttl: keptMs });
  }

  /** `isKept`: whether those may have it who ask after it was found out. */
  get(key: string, make: () => Promise<Value>, isKept: (value: Value) => boolean = () => true): Promise<Value> {
    const known = this.made.get(key) ?? this.pending.get(key);
    if (known) return known;
    const start = performance.now();
    const making = make()
      .then((value) => {
        // Its time runs from when it began to be found out.
        if (isKept(value)) this.made.set(key, making, { start });
        return value;
      })
      .finally(() => this.pending.delete(key));
    this.pending.set(key, making);
    return making;
  }
}

/** What is public, as it is sent to each who asks for it. */
export interface Kept {
  /** HTTP status. */
  readonly status: number;
  readonly type: string;
  /** A file that is packed already is a buffer. */
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** A part of it could not be read: it is kept nowhere, so that the next reader has the whole. */
  readonly isPartial?: boolean;
}

interface Made extends Kept {
  readonly tag: string;
  /** By encoding. */
  readonly packed: Map<string, Promise<Buffer>>;
}

/** Pages, feeds and files for all to read: made, and packed, once in some seconds. */
export class KeptPages {
  private readonly kept: ForSomeSeconds<Made>;

  constructor(max = MAX_KEPT, keptMs?: number) {
    this.kept = new ForSomeSeconds(max, keptMs);
  }

  /** `about`: everything by which it differs from another one. */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { about, make }: { readonly about: readonly unknown[]; readonly make: () => Promise<Kept> },
  ): Promise<FastifyReply> {
    const whole = async (): Promise<Made> => {
      const kept = await make();
      return { ...kept, tag: entityTag(kept.body), packed: new Map<string, Promise<Buffer>>() };
    };
    const made = await this.kept.get(JSON.stringify(about), whole, ({ isPartial }) => !isPartial);
    const { status, type, body, headers, tag, isPartial } = made;
    void reply.headers({ etag: tag, 'cache-control': isPartial ? 'no-store' : CACHED, ...headers });
    if (status === 200 && isHeld(request.headers['if-none-match'], tag)) return reply.code(304).send();
    void reply.code(status).type(type);
    const encoding = acceptedEncoding(request);
    if (typeof body !== 'string' || encoding === undefined) return reply.send(body);
    const packing = made.packed.get(encoding) ?? packed(body, encoding);
    made.packed.set(encoding, packing);
    return reply.header('content-encoding', encoding).send(await packing);
  }
}

/** Weak, of what was sent, whatever its encoding: it changes with what is taken back, too. */
export function entityTag(body: string | Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
