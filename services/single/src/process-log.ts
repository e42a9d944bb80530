import { join } from 'node:path';
import { createLogger, type Logger } from '@otklik/observability';
import type { SingleConfig } from './config.js';
import { rotatingFile } from './rotating-file.js';

/** `<dataDir>/otklik.log`, or standard output. */
export function openLog({ log, logLevel }: SingleConfig, dataDir: string): Logger {
  if (log === 'stdout') return createLogger({ level: logLevel });
  return createLogger({ level: logLevel, destination: rotatingFile(join(dataDir, 'otklik.log')) });
}
