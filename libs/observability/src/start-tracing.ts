import { setSpans } from './spans.js';

export interface TracingOptions {
  /** Of the process; none where all services are one. */
  readonly service?: string | undefined;
  /** Where the collector takes OTLP over HTTP; without it nothing of OpenTelemetry is loaded. */
  readonly endpoint: string | undefined;
  /** Share of the traces that begin in this process, 0 to 1. */
  readonly ratio: number;
}

const off = (): Promise<void> => Promise.resolve();

/** Sends traces to the collector. Returns the function that sends what is left and turns them off. */
export async function startTracing({ service, endpoint, ratio }: TracingOptions): Promise<() => Promise<void>> {
  if (endpoint === undefined) return off;
  const { otelSpans } = await import('./otel-spans.js');
  const spans = otelSpans({ service: service === undefined ? 'otklik' : `otklik-${service}`, endpoint, ratio });
  setSpans(spans);
  return async () => {
    setSpans(undefined);
    await spans.close();
  };
}
