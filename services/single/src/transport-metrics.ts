import type { TransportMetrics } from '@otklik/messaging';
import { counter, durations } from '@otklik/observability';

export function transportMetrics(): TransportMetrics {
  const handled = counter('otklik_events_handled_total', 'Events that had their effect', ['consumer']);
  const held = counter('otklik_events_held_total', 'Events put behind a waiting or parked key', ['consumer']);
  const parked = counter('otklik_keys_parked_total', 'Keys given up until an operator comes', ['consumer']);
  const seconds = durations('otklik_delivery_seconds', 'Transactions of consumers', ['consumer']);
  return {
    handled: (consumer, events, ms) => {
      handled.inc({ consumer }, events);
      seconds.observe({ consumer }, ms / 1000);
    },
    held: (consumer, events) => held.inc({ consumer }, events),
    parked: (consumer, keys) => parked.inc({ consumer }, keys),
  };
}
