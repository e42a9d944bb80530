import type { Provider } from '@nestjs/common';
import { NOTIFICATIONS_CONFIG, type NotificationsConfig } from '../config.js';
import { CaseProofs } from './adapters/evidence/case-proofs.js';
import { KeptLettersResolver } from './adapters/graphql/kept-letters.resolver.js';
import { ResidentLettersResolver } from './adapters/graphql/resident-letters.resolver.js';
import { SignatureResolver } from './adapters/graphql/signature.resolver.js';
import { LetterRoutes } from './adapters/http/letter.routes.js';
import { ReportSheets } from './adapters/http/report-sheets.js';
import { AttachSignature } from './application/attach-signature.js';
import { PaperCodes } from './application/paper-code.js';
import { ReadKeptLetter } from './application/read-kept-letter.js';
import { ReadSheets } from './application/read-sheets.js';
import { ReleaseSigned } from './application/release-signed.js';
import { authoritiesIn, TrustedAuthorities } from './application/trusted-authorities.js';
import { KeptPapers } from './store/kept-papers.js';
import { LetterSignatures } from './store/letter-signatures.js';
import { ProofsOfCase } from './store/proofs-of-case.js';
import { ResidentLetters } from './store/resident-letters.js';

/** Sheets of letters that are kept, the electronic signatures over them, and what proves that they left. */
export const papersProviders: readonly Provider[] = [
  CaseProofs,
  ResidentLettersResolver,
  KeptLettersResolver,
  LetterRoutes,
  ReportSheets,
  KeptPapers,
  ProofsOfCase,
  ResidentLetters,
  PaperCodes,
  LetterSignatures,
  AttachSignature,
  ReleaseSigned,
  ReadKeptLetter,
  ReadSheets,
  SignatureResolver,
  {
    provide: TrustedAuthorities,
    useFactory: ({ signatureAuthorities }: NotificationsConfig) => authoritiesIn(signatureAuthorities),
    inject: [NOTIFICATIONS_CONFIG],
  },
];
