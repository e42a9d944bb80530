import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * The process's metrics. Labels have few values: service, operation, consumer, code, district; never an appeal, an official
 * or a person.
 */
export const metrics = new Registry();

/** Sampling interval of the event loop, ms: each sample wakes an idle process. The reported lag includes the interval. */
const EVENT_LOOP_RESOLUTION_MS = 100;

/** Event loop, memory and garbage collection of the process; repeatable. */
export function collectProcessMetrics(): void {
  if (metrics.getSingleMetric('process_cpu_user_seconds_total')) return;
  collectDefaultMetrics({ register: metrics, eventLoopMonitoringPrecision: EVENT_LOOP_RESOLUTION_MS });
}

/**
 * The counter of that name, made at the first call. `zeros`: the values of its labels, each of which is shown from the start:
 * Prometheus finds no increase in a series that begins above zero, so that an alert would miss the first time.
 */
export function counter<Label extends string>(
  name: string,
  help: string,
  labels: readonly Label[],
  zeros?: Readonly<Record<Label, readonly string[]>>,
): Counter<Label> {
  const known = metrics.getSingleMetric(name) as Counter<Label> | undefined;
  if (known) return known;
  const made = new Counter({ name, help, labelNames: [...labels], registers: [metrics] });
  for (const values of zeros ? combined(labels, zeros) : []) made.inc(values, 0);
  return made;
}

type Values<Label extends string> = Partial<Record<Label, string>>;

function combined<Label extends string>(
  labels: readonly Label[],
  of: Readonly<Record<Label, readonly string[]>>,
): readonly Values<Label>[] {
  const start: readonly Values<Label>[] = [{}];
  return labels.reduce(
    (all, label) => all.flatMap((one) => of[label].map((value) => ({ ...one, [label]: value }))),
    start,
  );
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
