import type { Transaction } from '@otklik/tenancy';
import type { RequestState } from '../domain/told-request.js';

/** One that came by Open311, or whose sender agreed to its publication. */
export interface ToldRequest {
  /** The appeal's id. */
  readonly id: string;
  /** Id of the client's account; absent: it came by another way. */
  readonly account?: string;
  /** A topic's code. */
  readonly service: string;
  readonly state: RequestState;
  /** Registration number, once there is one. */
  readonly number?: string;
  /** Codes of the departments that have its questions. */
  readonly departments: readonly string[];
  /** Local date of the last term. */
  readonly dueOn?: string;
  readonly requestedAt: string;
  readonly updatedAt: string;
  /** A code; like the point only where the sender agreed to publication. */
  readonly settlement?: string;
  /** Sealed and exact: no answer holds more of it than `coarsePoint`. */
  readonly point?: string;
}

export interface ToldUpdate {
  readonly id: string;
  readonly request: string;
  readonly state: RequestState;
  readonly at: string;
}

export interface NewRequest {
  readonly district: number;
  readonly appeal: string;
  readonly requestedAt: string;
  /** Of what came by Open311. */
  readonly open311?: { readonly account: string; readonly service: string };
  readonly isPublished: boolean;
  /** Given only where it is published; the point is sealed. */
  readonly settlement?: string;
  readonly point?: string;
}

export interface Became {
  readonly state: RequestState;
  /** Id of the event, and its version in the appeal's stream. */
  readonly event: string;
  readonly version: number;
  readonly at: string;
  readonly number?: string;
}

/** ISO 8601 UTC, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface RequestFilter extends Span {
  readonly services?: readonly string[];
  readonly statuses?: readonly ('open' | 'closed')[];
}

/** What may be told of requests; it holds no text of a person, not even sealed. */
export abstract class ToldRequests {
  /** Twice, it changes nothing. */
  abstract received(tx: Transaction, request: NewRequest): Promise<void>;
  abstract became(tx: Transaction, district: number, appeal: string, became: Became): Promise<void>;
  /** Of one that chose no service, the first topic stands. May come before `received`. */
  abstract routed(tx: Transaction, district: number, appeal: string, service: string): Promise<void>;
  abstract due(tx: Transaction, district: number, appeal: string, dueOn: string): Promise<void>;
  /** Its sender withdrew the consent: its place is shown no more. */
  abstract unpublish(tx: Transaction, district: number, appeal: string): Promise<void>;
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
  abstract byIds(district: number, ids: readonly string[]): Promise<readonly ToldRequest[]>;
  /** The newest first, 1,000 at most. */
  abstract list(district: number, filter: RequestFilter): Promise<readonly ToldRequest[]>;
  /** In their order, 1,000 at most. */
  abstract updates(district: number, span: Span): Promise<readonly ToldUpdate[]>;
}
