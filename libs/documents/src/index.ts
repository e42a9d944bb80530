export type {
  CardPaper,
  EnvelopesPaper,
  FormField,
  JournalPaper,
  PostalParty,
  RegistryPaper,
  TablesPaper,
} from './form-papers.js';
export type {
  Addressee,
  Certificate,
  Day,
  Enclosure,
  Letterhead,
  LetterPaper,
  LetterSignature,
  PaperLanguage,
  Paragraph,
  Picture,
  Table,
  VerificationCode,
} from './letter-paper.js';
export type { Paper } from './papers.js';
export { printableText, unprintableIn } from './printable-text.js';
export type { DrawnPaper } from './render-job.js';
export type { CopyMarks } from './marked-copy.js';
export { drawPaper, joinPdf, markedCopy, PaperNotMade, renderPdf } from './render-pdf.js';
