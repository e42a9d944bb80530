import { createLogger, type Logger } from '@otklik/observability';
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SingleConfig } from './config.js';

const LARGEST = 50 * 1024 * 1024;

/** `<dataDir>/otklik.log`, set aside at a start once it is larger than 50 MB; or standard output. */
export function openLog({ log, logLevel }: SingleConfig, dataDir: string): Logger {
  if (log === 'stdout') return createLogger({ level: logLevel });
  const file = join(dataDir, 'otklik.log');
  if (existsSync(file) && statSync(file).size > LARGEST) renameSync(file, `${file}.1`);
  const destination = createWriteStream(file, { flags: 'a', mode: 0o600 });
  // A full disk ends the log, not the service.
  destination.on('error', () => undefined);
  return createLogger({ level: logLevel, destination });
}
