import type { Happening, IdsOf, Said, SimulatedFile, World } from './world.js';

/** What the network tells, before it shows who it is. */
export interface Told {
  readonly body: string;
  /** Deliveries of one thread wait for each other, where the network keeps an order. */
  readonly thread: string;
}

/** A delivery with the secret where the network puts it. */
export interface Presented {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

export interface DeliveryAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DeliveryLaw {
  readonly perThread: boolean;
  accepts(answer: DeliveryAnswer): boolean;
  /** The wait before the next attempt; nothing: it is given up. */
  again(attempt: number, age: number, answer: DeliveryAnswer | undefined): number | undefined;
  /** How long nothing may be accepted before the subscription is taken away. */
  readonly patience?: number;
  /** What was not accepted waits for a new subscription. */
  readonly keepsPending: boolean;
}

export interface Subscription {
  readonly url: string;
  readonly secret: string;
  /** The result, where the network is asked. */
  readonly types?: readonly string[];
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  /** Of the address and of the body, together. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body or the form, a file in it as `UploadedFile`; numbers beyond 2^53 as digits. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ApiAnswer {
  readonly status: number;
  /** JSON, or text when it is a string. A bigint is written as a number. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What only the one network does: how it tells, and how it answers. Nothing of the connector is used in it. */
export interface Protocol {
  readonly ids: IdsOf;
  readonly law: DeliveryLaw;
  readonly fileHost: string;
  /** Requests of one token in a second. */
  readonly perSecond: number;
  /** Nothing where the network says nothing. */
  tell(happening: Happening, number: number): Told | undefined;
  /** Without a secret: as a sender who does not know it. */
  present(body: string, secret: string | undefined): Presented;
  handle(request: ApiRequest): ApiAnswer;
  isSend(request: ApiRequest): boolean;
  flood(retryAfterSeconds: number | undefined): ApiAnswer;
  /** What the network sends to prove that the address is ours. */
  handshake?(secret: string): { readonly right: Presented; readonly wrong: Presented; readonly expected: string };
  /** An unknown type, and a message with unknown fields and files. */
  odd(said: Said): { readonly type: string; readonly parts: string };
}

export interface Stage {
  readonly world: World;
  subscription: Subscription | undefined;
  /** Deliveries that were not accepted. */
  readonly pending: readonly Told[];
  confirm(told: Told): void;
  fileAddress(file: SimulatedFile): string;
}

export type ProtocolOf<Options> = (stage: Stage, options: Options) => Protocol;

/** Digits as a JSON number, however many. */
export const digits = (id: string): unknown => BigInt(id);
