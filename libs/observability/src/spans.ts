import { parseTraceparent } from './trace.js';

export type SpanKind = 'SERVER' | 'CLIENT' | 'CONSUMER' | 'INTERNAL';

/** Allow-list of a span's attributes, as `LogFields` is of a line's: names and counts, never what a person entered. */
export interface SpanFields {
  readonly service?: string;
  readonly district?: number | undefined;
  readonly role?: string | undefined;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly consumer?: string;
  readonly event?: string;
  readonly attempt?: number;
}

export interface SpanStart {
  /** `mutation submitAppeal`, `routing.intake AppealRegistered`: names of the schema, of routes, of consumers. */
  readonly name: string;
  readonly kind: SpanKind;
  /** `traceparent` of what led to it. */
  readonly parent: string | undefined;
  readonly fields?: SpanFields;
}

export interface OpenSpan {
  /** Of what follows from it. */
  readonly traceparent: string;
  /** `outcome`: `OK`, or a code. */
  end(outcome: string, fields?: SpanFields): void;
}

/** Where spans go. */
export interface Spans {
  start(start: SpanStart): OpenSpan | undefined;
  /** Sends what is left. */
  close(): Promise<void>;
}

let spans: Spans | undefined;

/** Turns traces on or, with undefined, off, for the whole process. */
export function setSpans(given: Spans | undefined): void {
  spans = given;
}

export function tracesAreOn(): boolean {
  return spans !== undefined;
}

/** Undefined while traces are off, and for a trace that is not sampled. Only a request begins a trace. */
export function startSpan(start: SpanStart): OpenSpan | undefined {
  if (!spans) return undefined;
  if (start.kind !== 'SERVER' && parseTraceparent(start.parent)?.sampled !== true) return undefined;
  return spans.start(start);
}

/** Runs `work` within a span. `work` gets the `traceparent` of what follows, which is the parent's while there is no span. */
export async function inSpan<Result>(
  start: SpanStart,
  work: (traceparent: string | undefined) => Promise<Result>,
  outcomeOf: (result: Result) => string = () => 'OK',
): Promise<Result> {
  const span = startSpan(start);
  if (!span) return work(start.parent);
  try {
    const result = await work(span.traceparent);
    span.end(outcomeOf(result));
    return result;
  } catch (error) {
    span.end(error instanceof Error ? error.name : 'Error');
    throw error;
  }
}

/** As `inSpan` for work on several things at once: a span for each, as long as the whole takes; `work` gets what follows each. */
export async function inSpans(
  starts: readonly SpanStart[],
  work: (traceparents: readonly (string | undefined)[]) => Promise<void>,
): Promise<void> {
  const open = starts.map((start) => startSpan(start));
  const end = (outcome: string): void => open.forEach((span) => span?.end(outcome));
  try {
    await work(starts.map(({ parent }, at) => open[at]?.traceparent ?? parent));
    end('OK');
  } catch (error) {
    end(error instanceof Error ? error.name : 'Error');
    throw error;
  }
}
