import type { file as ru } from './file.ru.js';

export const file: Readonly<Record<keyof typeof ru, string>> = {
  'file.title': 'Check of a case file or a signature',
  'file.lead':
    'Choose a case file (.asice), or a document together with its signature (.sig). They are checked in your browser and sent nowhere.',
  'file.offline': 'The page can be saved and opened without the Internet.',
  'file.choose': 'Case file, or document with its signature',
  'file.script': 'The check needs JavaScript.',
  'file.busy': 'Checking…',
  'file.whole': 'The file is whole: {parts} parts, all as they were signed.',
  'file.signed':
    'Signed by the key “{owner}”, certificate number {number}, {at}. Compare the number with the one that the district published.',
  'file.broken': 'The file is not as it was signed.',
  'file.CHANGED': 'Changed: {part}',
  'file.MISSING': 'A part is missing: {part}',
  'file.ADDED': 'Added: {part}',
  'file.UNREADABLE': 'This is no case file, or it is damaged.',
  'file.signature.UNKNOWN_CHAIN':
    'The signature is intact and covers this document. Signed by {owner}. Certificate {number} (issued by {issuer}), from {from} to {until}. Whether it was revoked, and who really issued it, cannot be checked here: the portal of state services does that.',
  'file.signature.EXPIRED':
    'The signature is intact and covers this document, but the certificate is not valid today: from {from} to {until}. Signed by {owner}, certificate {number}.',
  'file.signature.BROKEN': 'The signature does not cover this document, or it is damaged.',
  'file.signature.NOT_CHECKED': 'Such a signature cannot be checked here: this page does not know its algorithm.',
  'file.link': 'Check a signature or a case file',
};
