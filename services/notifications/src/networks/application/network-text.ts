import type { NoticeKind } from '@otklik/contracts/enumerations';
import { letterText } from '@otklik/contracts/texts';
import type { District } from '@otklik/tenancy';
import { whereFilesAre } from '../../letters/application/letter-files.js';
import { factValues, letterParts, type LetterFacts, type LetterStyle } from '../../letters/application/letter.js';
import { signatureLine } from '../../letters/application/letter-signature.js';
import type { NetworkWay } from '../store/network-parts.js';

/**
 * The text of a notice in a network. In a thread no person is named, since it is public. Nor is the person in a direct
 * message: the name there is what the network shows, and the signatory reads exactly what is sent, without opening the
 * name.
 */
export function networkText(way: NetworkWay, facts: LetterFacts, district: District, style: LetterStyle): string {
  const parts = letterParts({ ...facts, name: undefined, nameHidden: false }, district, style);
  const { greeting, paragraphs } = parts;
  const said = saidHere(facts, style) ?? paragraphs.join('\n\n');
  // No network gets the files themselves, and no thread their names.
  const text = [said, whereFilesAre(facts, district, style)].filter((part) => part !== undefined).join('\n\n');
  if (way === 'THREAD') return letterText('THREAD.body', style.language, { text, district: district.name });
  const signature = signatureLine(facts, parts, style.language);
  const closing = signature === undefined ? '' : `${signature}\n`;
  return letterText('DIRECT.body', style.language, { greeting, text, closing, district: district.name });
}

const WORDS_ALONE: readonly NoticeKind[] = ['ANSWERED_AT_ONCE', 'ISSUE_ENDED', 'TAKEN_UP', 'REPLIED'];

/** Directly under the question the answer needs no quotation, and what is registered says that the answer comes there. */
function saidHere(facts: LetterFacts, { language }: LetterStyle): string | undefined {
  if (facts.kind === 'REGISTERED') return letterText('REGISTERED.here', language, factValues(facts, language));
  return WORDS_ALONE.includes(facts.kind) ? facts.text : undefined;
}
