import {
  ROOT_CONTEXT,
  SpanKind as OtelKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { OpenSpan, SpanFields, Spans } from './spans.js';
import { parseTraceparent, traceparent } from './trace.js';

export interface OtelOptions {
  /** `otklik`, `otklik-intake`. */
  readonly service: string;
  /** `http://collector:4318` */
  readonly endpoint: string;
  /** Share of the traces that begin here, 0 to 1. */
  readonly ratio: number;
}

/** Attributes by OpenTelemetry's conventions, and ours; the compiler keeps it equal to `SpanFields`. */
const attributeNames: Readonly<Record<keyof SpanFields, string>> = {
  service: 'otklik.service',
  district: 'otklik.district',
  role: 'otklik.role',
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  consumer: 'messaging.consumer.group.name',
  event: 'otklik.event.type',
  attempt: 'otklik.attempt',
};

/** What our names look like. A text that a person wrote has other characters, or is longer. */
const NAME = /^[\w ./:*-]{1,120}$/;
const SCHEDULED_DELAY_MS = 2_000;

/**
 * Spans by the SDK of OpenTelemetry, sent by OTLP over HTTP. The provider is not registered globally: libraries with
 * instrumentation of their own would add unreviewed attributes.
 */
export function otelSpans({ service, endpoint, ratio }: OtelOptions): Spans {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: SCHEDULED_DELAY_MS })],
  });
  const tracer = provider.getTracer('otklik');
  return {
    start: ({ name, kind, parent, fields }) => {
      const attributes = attributesOf(fields);
      const started = tracer.startSpan(nameOf(name), { kind: OtelKind[kind], attributes }, contextOf(parent));
      return openSpan(started);
    },
    close: () => provider.shutdown(),
  };
}

function openSpan(span: Span): OpenSpan {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const sampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
  return {
    traceparent: traceparent({ trace: traceId, parent: spanId, sampled }),
    end: (outcome, fields) => {
      span.setAttributes({ ...attributesOf(fields), 'otklik.outcome': nameOf(outcome) });
      if (isFailure(outcome)) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** A refusal of a person's input is no failure of ours. */
function isFailure(outcome: string): boolean {
  return /^(?:INTERNAL|UNAVAILABLE|TIMED_OUT|OVERLOADED|5\d\d|\w*Error)$/.test(outcome);
}

function contextOf(parent: string | undefined): Context {
  const parsed = parseTraceparent(parent);
  if (!parsed) return ROOT_CONTEXT;
  const { trace: traceId, parent: spanId, sampled } = parsed;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function attributesOf(fields: SpanFields = {}): Attributes {
  const attributes: Attributes = {};
  for (const [field, name] of Object.entries(attributeNames)) {
    const value = fields[field as keyof SpanFields];
    if (typeof value === 'number') attributes[name] = value;
    if (typeof value === 'string') attributes[name] = nameOf(value);
  }
  return attributes;
}

function nameOf(value: string): string {
  return NAME.test(value) ? value : 'other';
}
