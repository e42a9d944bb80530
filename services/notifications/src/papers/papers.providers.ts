import type { Provider } from '@nestjs/common';
import { ResidentLettersResolver } from './adapters/graphql/resident-letters.resolver.js';
import { LetterRoutes } from './adapters/http/letter.routes.js';
import { PaperCodes } from './application/paper-code.js';
import { KeptPapers } from './store/kept-papers.js';
import { ResidentLetters } from './store/resident-letters.js';

/** Sheets of letters that are kept. */
export const papersProviders: readonly Provider[] = [
  ResidentLettersResolver,
  LetterRoutes,
  KeptPapers,
  ResidentLetters,
  PaperCodes,
];
