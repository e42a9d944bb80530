export type { CardPaper, EnvelopesPaper, FormField, JournalPaper, PostalParty, RegistryPaper } from './form-papers.js';
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
export { joinPdf, PaperNotMade, renderPdf } from './render-pdf.js';
