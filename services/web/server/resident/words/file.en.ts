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
    'Signed by the key “{owner}”, {at}. SHA-256 of the certificate: {thumbprint}. Compare it with the one that the district published.',
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
  'sheet.title': 'Check a letter',
  'sheet.lead': 'Type the code of the sheet: it stands beside the QR code.',
  'sheet.code': 'Code of the sheet',
  'sheet.check': 'Check',
  'sheet.ours': 'This letter is ours',
  'sheet.annulled': 'This letter was annulled: it is no longer valid',
  'sheet.number': 'Number',
  'sheet.date': 'Date',
  'sheet.kind': 'Kind',
  'sheet.letter': 'letter',
  'sheet.nothing': 'This page does not say whom the letter is for, nor what is in it.',
  'sheet.unchanged': 'Is the file unchanged?',
  'sheet.compare':
    'If you have the file of the letter, compare it with the one that we keep. It is not sent: only your browser reads it.',
  'sheet.file': 'File of the letter (PDF)',
  'sheet.same': 'The file is the same as ours: no character was changed.',
  'sheet.other': 'The file is not the same as ours: it was changed, or is another letter.',
  'sheet.byHand': 'This browser cannot compare the file. Compare the sum yourself.',
  'sheet.hash': 'SHA-256 sum:',
  'sheet.unknown': 'No letter has this code',
  'sheet.unknownLead': 'Check the code. If it is right, the sheet is not ours: call the administration.',
};
