import { randomUUID } from 'node:crypto';

/** W3C Trace Context, level 1. */
export interface TraceParent {
  /** 32 hex digits, not all zero. */
  readonly trace: string;
  /** 16 hex digits, not all zero. */
  readonly parent: string;
  readonly sampled: boolean;
}

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Parses a `traceparent` header; undefined when it is malformed, as the standard demands. */
export function parseTraceparent(header: string | undefined): TraceParent | undefined {
  const [, trace, parent, flags] = FORM.exec(header ?? '') ?? [];
  if (!trace || !parent || !flags || /^0+$/.test(trace) || /^0+$/.test(parent)) return undefined;
  return { trace, parent, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function traceparent({ trace, parent, sampled }: TraceParent): string {
  return `00-${trace}-${parent}-${sampled ? '01' : '00'}`;
}

/** A `traceparent` with a new parent id in the trace of `header`, or in a new trace. */
export function continueTrace(header: string | undefined): string {
  const { trace, sampled } = parseTraceparent(header) ?? { trace: randomHex(), sampled: false };
  return traceparent({ trace, parent: randomHex().slice(-16), sampled });
}

/** 32 hex digits, random but for six bits. `randomUUID` draws from Node's entropy cache, without a system call each time. */
function randomHex(): string {
  return randomUUID().replaceAll('-', '');
}
