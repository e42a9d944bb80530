import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * The process's metrics. Labels are few and closed: service, operation, consumer, code; a district may be one, an
 * appeal, official or person never.
 */
export const metrics = new Registry();

/** How often the event loop is looked at, ms: each look wakes a process at rest. The lag that is told includes it. */
const EVENT_LOOP_RESOLUTION_MS = 100;

/** Event loop, memory and garbage collection of the process; repeatable. */
export function collectProcessMetrics(): void {
  if (metrics.getSingleMetric('process_cpu_user_seconds_total')) return;
  collectDefaultMetrics({ register: metrics, eventLoopMonitoringPrecision: EVENT_LOOP_RESOLUTION_MS });
}

/** The counter of that name, made at the first call. */
export function counter<Label extends string>(name: string, help: string, labels: readonly Label[]): Counter<Label> {
  const known = metrics.getSingleMetric(name) as Counter<Label> | undefined;
  return known ?? new Counter({ name, help, labelNames: [...labels], registers: [metrics] });
}

export function gauge<Label extends string>(name: string, help: string, labels: readonly Label[]): Gauge<Label> {
  const known = metrics.getSingleMetric(name) as Gauge<Label> | undefined;
  return known ?? new Gauge({ name, help, labelNames: [...labels], registers: [metrics] });
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Durations in seconds. */
export function durations<Label extends string>(
  name: string,
  help: string,
  labels: readonly Label[],
): Histogram<Label> {
  const known = metrics.getSingleMetric(name) as Histogram<Label> | undefined;
  return known ?? new Histogram({ name, help, labelNames: [...labels], buckets: SECONDS, registers: [metrics] });
}
