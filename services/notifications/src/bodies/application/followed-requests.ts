import type { NetworkProblem } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';

/** The server of an organisation. */
export interface ServerOf {
  readonly district: number;
  readonly organisation: string;
}

/** A request that a body has, and what its server told of it last. Times are ISO 8601 UTC. */
export interface FollowedRequest {
  readonly letter: string;
  readonly appeal: string;
  readonly cause: string;
  readonly token: string | null;
  readonly request: string | null;
  readonly status: 'OPEN' | 'CLOSED' | null;
  readonly changedAt: string | null;
}

export type ToldOf = Pick<FollowedRequest, 'status' | 'changedAt'>;

/** How a server does; null: nothing is wrong. */
export interface ServerHealth {
  readonly organisation: string;
  readonly problem: NetworkProblem | null;
  readonly problemSince: string | null;
  readonly answeredAt: string | null;
  readonly waiting: number;
  readonly followed: number;
}

/** Requests of which bodies are asked how far they are, and how their servers do. */
export abstract class FollowedRequests {
  /** Servers of every district that are to be asked. */
  abstract due(limit: number): Promise<readonly ServerOf[]>;
  /** False when another process asks it: its lease is committed first. */
  abstract claim(server: ServerOf, leaseMs: number): Promise<boolean>;
  /** Longest not asked first. */
  abstract of(server: ServerOf, limit: number): Promise<readonly FollowedRequest[]>;
  /** Of these ids of the server's. */
  abstract byIds(server: ServerOf, requests: readonly string[]): Promise<readonly FollowedRequest[]>;
  /** Since when its updates are to be asked for: since the last that it told, or since its oldest request. */
  abstract updatesSince(server: ServerOf): Promise<string>;
  /** It told all its updates until then. */
  abstract updatedUntil(server: ServerOf, at: string): Promise<void>;
  /** The server told the id behind the token. */
  abstract name(server: ServerOf, letter: string, request: string): Promise<void>;
  /** What was told of it is recorded. */
  abstract told(tx: Transaction, server: ServerOf, letter: string, told: ToldOf): Promise<void>;
  /** All of them were asked for. */
  abstract asked(server: ServerOf, letters: readonly string[]): Promise<void>;
  /** The body did the last that it does, or its letter is of no use any more. */
  abstract end(tx: Transaction, district: number, letter: string): Promise<void>;
  abstract answered(server: ServerOf, nextMs: number): Promise<void>;
  /** Answers how often in a row. */
  abstract failed(server: ServerOf, problem: NetworkProblem): Promise<number>;
  abstract rest(server: ServerOf, nextMs: number): Promise<void>;
  abstract healths(district: number): Promise<readonly ServerHealth[]>;
}
