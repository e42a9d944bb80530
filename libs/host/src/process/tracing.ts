import { startTracing } from '@otklik/observability';
import { address, readConfig, type Environment, type Setting } from '../config.js';

const share: Setting<number> = {
  variable: 'OTEL_TRACES_SAMPLER_ARG',
  about: 'share of the traces that begin here',
  parse: (raw) => {
    const ratio = Number(raw ?? 1);
    if (!(ratio >= 0 && ratio <= 1)) throw new Error('must be a number from 0 to 1');
    return ratio;
  },
};

/** Names of OpenTelemetry; its exporter reads more of them, such as `OTEL_EXPORTER_OTLP_HEADERS`. */
const settings = {
  endpoint: address(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'collector of traces, by OTLP over HTTP; there are none without it',
    ['http', 'https'],
  ),
  ratio: share,
} as const;

/** Traces of this process, where a collector is named; returns their end. Throws `WrongConfiguration`. */
export function openTracing(environment: Environment, service?: string): Promise<() => Promise<void>> {
  return startTracing({ service, ...readConfig(settings, environment) });
}
