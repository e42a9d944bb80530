export type { LogFields, Logger } from './log.js';
