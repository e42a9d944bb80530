import type { Provider } from '@nestjs/common';
import { KeptPapers } from './store/kept-papers.js';

/** Sheets of letters, made and kept. */
export const papersProviders: readonly Provider[] = [KeptPapers];
