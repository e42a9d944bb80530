import type { ProcessActivity } from '@otklik/kernel';
import { pause, type EventTransport, type TransportMetrics } from '@otklik/messaging';
import { counter, durations, gauge, type Logger } from '@otklik/observability';

export function transportMetrics(activity: ProcessActivity): TransportMetrics {
  const handled = counter('otklik_events_handled_total', 'Events handled', ['consumer']);
  const blocked = counter('otklik_events_blocked_total', 'Events queued behind a blocked key', ['consumer']);
  const deadLettered = deadLetteredKeys();
  const unpublished = gauge(
    'otklik_unpublished_keys',
    'Keys of the log that cannot be published: an operator must act',
    ['service'],
  );
  const publisherLag = gauge(
    'otklik_publisher_lag_seconds',
    'Age of the oldest event of the log that is not published yet',
    ['service'],
  );
  const seconds = durations('otklik_delivery_seconds', 'Duration of consumer transactions', ['consumer']);
  return {
    handled: (consumer, events, ms) => {
      activity.noted();
      handled.inc({ consumer }, events);
      seconds.observe({ consumer }, ms / 1000);
    },
    blocked: (consumer, events) => blocked.inc({ consumer }, events),
    deadLettered: (consumer, keys) => deadLettered.inc({ consumer }, keys),
    unpublished: (service, keys) => unpublished.set({ service }, keys),
    publisherLag: (service, lag) => publisherLag.set({ service }, lag),
  };
}

function deadLetteredKeys() {
  return counter('otklik_keys_dead_lettered_total', 'Keys dead-lettered: an operator must act', ['consumer']);
}

function lagMeasuredAt() {
  return gauge(
    'otklik_consumer_lag_measured_timestamp_seconds',
    'When the lag of all consumers could be measured last, Unix time; 0: not since the process started',
    [],
  );
}

/** Called before consumers start: of ones that never do the metrics then show that no lag was ever measured. */
export function expectConsumers(): void {
  lagMeasuredAt().set(0);
}

/** As often as metrics are usually scraped. Each consumer costs the brokers half a dozen requests. */
const LAG_INTERVAL_MS = 15_000;

/**
 * Measures the lag of each consumer at intervals. Returns a function that stops it, without waiting for a measurement under
 * way, which unresponsive servers would delay.
 */
export function measureLag(transport: EventTransport, consumers: readonly string[], logger: Logger): () => void {
  const events = gauge('otklik_consumer_lag_events', 'Events that the consumer has not consumed yet', ['consumer']);
  const seconds = gauge(
    'otklik_consumer_lag_seconds',
    'Age of the oldest event that the consumer has not consumed yet',
    ['consumer'],
  );
  const measured = lagMeasuredAt();
  // From zero on, or an alert on its increase would miss the first one.
  for (const consumer of consumers) deadLetteredKeys().inc({ consumer }, 0);
  const stopping = new AbortController();
  const measure = async (): Promise<void> => {
    for (const consumer of consumers) {
      const lag = await transport.lag(consumer);
      if (stopping.signal.aborted) return;
      events.set({ consumer }, lag.events);
      seconds.set({ consumer }, lag.seconds);
    }
    measured.set(Date.now() / 1000);
  };
  void (async () => {
    while (!stopping.signal.aborted) {
      await measure().catch((error: unknown) => logger.debug('measuring the lag of consumers failed', { error }));
      await pause(LAG_INTERVAL_MS, stopping.signal);
    }
  })();
  return () => stopping.abort();
}
