import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { traceCollector, type CollectedSpan, type TraceCollector } from '@otklik/testing';
import { inSpan, startSpan, tracesAreOn, type SpanFields } from './spans.js';
import { startTracing } from './start-tracing.js';
import { parseTraceparent } from './trace.js';

let collector: TraceCollector;
let end: () => Promise<void>;
beforeEach(async () => void (collector = await traceCollector()));
afterEach(async () => {
  await end();
  await collector.close();
});

const open = async (ratio = 1): Promise<void> => {
  end = await startTracing({ service: 'probe', endpoint: collector.endpoint, ratio });
};

/** After the last of them was sent. */
async function sent(): Promise<readonly CollectedSpan[]> {
  await end();
  return collector.spans();
}

it('sends a request and what follows from it as one trace', async () => {
  await open();
  const request = startSpan({ name: 'POST /graphql', kind: 'SERVER', parent: undefined })!;
  const follows = await inSpan(
    { name: 'routing.intake AppealRegistered', kind: 'CONSUMER', parent: request.traceparent, fields: { district: 1 } },
    async (traceparent) => traceparent,
  );
  request.end('OK', { status: 200 });
  const [inner, outer] = await sent();
  expect(outer).toMatchObject({ name: 'POST /graphql', traceId: inner!.traceId });
  expect(inner).toMatchObject({ parentSpanId: outer!.spanId, spanId: parseTraceparent(follows)!.parent });
  expect(inner!.attributes).toContainEqual({ key: 'otklik.district', value: { intValue: 1 } });
  expect(collector.text()).toContain('otklik-probe');
});

it('marks a failure by its name, and sends nothing of its message', async () => {
  await open();
  const { traceparent } = startSpan({ name: 'POST /graphql', kind: 'SERVER', parent: undefined })!;
  const failing = inSpan({ name: 'send letter', kind: 'CLIENT', parent: traceparent }, () =>
    Promise.reject(new TypeError('anna@example.org does not exist')),
  );
  await expect(failing).rejects.toThrow(TypeError);
  const [span] = await sent();
  expect(span).toMatchObject({ name: 'send letter', status: { code: 2 } });
  expect(collector.text()).not.toMatch(/anna|example/);
});

it('takes names and counts of the list alone: no words of a person, whatever is given', async () => {
  await open();
  const fields = {
    route: 'Анна Петрова',
    event: 'petrova@example.org',
    text: 'Яма на Ленина',
    role: 'x'.repeat(121),
  };
  const span = startSpan({ name: 'письмо Анне', kind: 'SERVER', parent: undefined, fields: fields as SpanFields })!;
  span.end('Анна', { district: 1 });
  await sent();
  expect(collector.text()).not.toMatch(/Анн|Петров|Ленина|petrova|xxx/);
  expect(collector.text()).toContain('"other"');
});

it('follows the decision of the trace: one that is not sampled sends nothing, wherever it goes', async () => {
  await open(0);
  const request = startSpan({ name: 'POST /graphql', kind: 'SERVER', parent: undefined })!;
  expect(parseTraceparent(request.traceparent)?.sampled).toBe(false);
  const consuming = { name: 'search.register AppealReceived', kind: 'CONSUMER' as const };
  expect(startSpan({ ...consuming, parent: request.traceparent })).toBeUndefined();
  expect(startSpan({ ...consuming, parent: undefined })).toBeUndefined();
  request.end('OK');
  expect(await sent()).toEqual([]);
});

it('is off without a collector: the work runs as it is', async () => {
  end = await startTracing({ endpoint: undefined, ratio: 1 });
  expect([tracesAreOn(), startSpan({ name: 'x', kind: 'SERVER', parent: undefined })]).toEqual([false, undefined]);
  const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  expect(await inSpan({ name: 'x', kind: 'CLIENT', parent }, async (traceparent) => traceparent)).toBe(parent);
});
