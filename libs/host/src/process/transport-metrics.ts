import { pause, type EventTransport, type TransportMetrics } from '@otklik/messaging';
import { counter, durations, gauge, type Logger } from '@otklik/observability';

export function transportMetrics(): TransportMetrics {
  const handled = counter('otklik_events_handled_total', 'Events that had their effect', ['consumer']);
  const blocked = counter('otklik_events_blocked_total', 'Events queued behind a blocked key', ['consumer']);
  const deadLettered = counter('otklik_keys_dead_lettered_total', 'Keys dead-lettered: an operator must act', [
    'consumer',
  ]);
  const seconds = durations('otklik_delivery_seconds', 'Transactions of consumers', ['consumer']);
  return {
    handled: (consumer, events, ms) => {
      handled.inc({ consumer }, events);
      seconds.observe({ consumer }, ms / 1000);
    },
    blocked: (consumer, events) => blocked.inc({ consumer }, events),
    deadLettered: (consumer, keys) => deadLettered.inc({ consumer }, keys),
  };
}

/** As often as metrics are usually scraped. Each consumer costs the brokers half a dozen requests. */
const LAG_EVERY_MS = 15_000;

/**
 * How far each of the consumers is behind, measured from now on. Answers what ends it, without waiting for a measurement
 * under way: from servers that are silent it comes late, and the end of the process would wait for it.
 */
export function measureLag(transport: EventTransport, consumers: readonly string[], logger: Logger): () => void {
  const events = gauge('otklik_consumer_lag_events', 'Events that a consumer has not taken yet', ['consumer']);
  const seconds = gauge('otklik_consumer_lag_seconds', 'Age of the oldest of them', ['consumer']);
  const stopping = new AbortController();
  const measure = async (): Promise<void> => {
    for (const consumer of consumers) {
      const lag = await transport.lag(consumer);
      if (stopping.signal.aborted) return;
      events.set({ consumer }, lag.events);
      seconds.set({ consumer }, lag.seconds);
    }
  };
  void (async () => {
    while (!stopping.signal.aborted) {
      await measure().catch((error: unknown) => logger.debug('the lag could not be measured', { error }));
      await pause(LAG_EVERY_MS, stopping.signal);
    }
  })();
  return () => stopping.abort();
}
