import type { Provider } from '@nestjs/common';
import { ReceptionResolver } from './adapters/graphql/reception.resolver.js';
import { BookReception } from './application/book-reception.js';
import { ForgetVisitors } from './application/forget-visitors.js';
import { ReadReceptions } from './application/read-receptions.js';
import { ReceiveVisitors } from './application/receive-visitors.js';
import { ReceptionHandler } from './application/reception-handler.js';
import { ReceptionOpenings } from './store/reception-openings.js';
import { Receptions } from './store/receptions.js';

/** Receptions in person (59-FZ art. 13): bookings, the day, what each led to. */
export const receptionProviders: readonly Provider[] = [
  ReceptionResolver,
  BookReception,
  ReceiveVisitors,
  ReadReceptions,
  ForgetVisitors,
  ReceptionHandler,
  Receptions,
  ReceptionOpenings,
];
