import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as OTLP has it. */
export interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly Attribute[];
  /** The process that it is of. */
  readonly service: string;
}

interface Attribute {
  readonly key: string;
  readonly value: Record<string, unknown>;
}

export interface TraceCollector {
  readonly endpoint: string;
  /** All that came in so far. */
  spans(): readonly CollectedSpan[];
  /** The bodies as they came. */
  text(): string;
  close(): Promise<void>;
}

interface Body {
  readonly resourceSpans: readonly {
    readonly resource?: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<CollectedSpan, 'service'>[] }[];
  }[];
}

/** Takes traces by OTLP over HTTP, as JSON. */
export async function traceCollector(): Promise<TraceCollector> {
  const taken: string[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      taken.push(Buffer.concat(parts).toString('utf8'));
      reply.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    text: () => taken.join('\n'),
    spans: () =>
      taken
        .flatMap((body) => (JSON.parse(body) as Body).resourceSpans)
        .flatMap(({ resource, scopeSpans }) => {
          const named = resource?.attributes.find(({ key }) => key === 'service.name');
          const service = String(named?.value['stringValue'] ?? '');
          return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
        }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
