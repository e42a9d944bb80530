import { address, readConfig, text, type ConfigOf, type Environment } from '@otklik/host';
import { needed, processSettings } from '@otklik/host/process';

const { host, port, metricsToken, logLevel } = processSettings;
/** Of the web as a process of its own, which has neither a database nor a secret of the installation. */
const settings = {
  host,
  port,
  metricsToken,
  logLevel,
  gateway: needed(address('OTKLIK_GATEWAY_URL', 'address of the gateway, http://<host>:<port>', ['http', 'https'])),
  maps: text('OTKLIK_MAPS', 'folder of the districts’ maps, <code>.pmtiles', undefined),
  clamd: text(
    'OTKLIK_CLAMD',
    'the scanner of the intake service; without it cards say that documents are not scanned',
    undefined,
  ),
} as const;

export type WebConfig = ConfigOf<typeof settings>;

/** Throws `WrongConfiguration`. */
export function readWebConfig(environment: Environment = process.env): WebConfig {
  return readConfig(settings, environment);
}
