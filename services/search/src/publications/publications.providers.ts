import type { Provider } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import { ANALYSE } from '../fulltext/application/district-language.js';
import { PublishedResolver } from './adapters/graphql/published.resolver.js';
import { EnoughAnswers } from './store/enough-answers.js';
import { AnswerMarks } from './store/answer-marks.js';
import { ReadersNetworks } from './store/readers-networks.js';
import { PublishedAnswers } from './store/published-answers.js';

/** Answers on the public pages. */
export const publicationProviders: readonly Provider[] = [
  PublishedResolver,
  EnoughAnswers,
  AnswerMarks,
  ReadersNetworks,
  {
    provide: PublishedAnswers,
    useFactory: (database: Database, analyse: Analyse) => new PublishedAnswers(database, analyse),
    inject: [Database, ANALYSE],
  },
];
