import {
  dropOperand,
  dropStatement,
  dropText,
  replaceCondition,
  replaceExpression,
  replaceOperand,
  replaceReturn,
  replaceStatement,
  replaceValue,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of letters to the district. */
export const mailMutants: readonly Mutant[] = [
  {
    name: 'a letter that is acknowledged before it is kept',
    in: 'intake: MailboxReader.take',
    change: replaceStatement('$& await session.markRead(uid);', 'toISOString'),
    spec: 'imap.int.spec.ts',
    test: 'leaves a letter unread that could not be kept, and takes it once it can',
  },
  {
    name: 'a letter that is lost while the database is away',
    in: 'host: LetterReceiver.take',
    change: replaceReturn('null', 'Try again later'),
    spec: 'mail.int.spec.ts',
    test: 'the mail server is told to come again where the letter could not be kept, and then it is kept once',
  },
  {
    name: 'one letter by two ways makes two cases',
    in: 'intake: MailCases.keyOf',
    change: replaceValue("[kept.id, id ?? '', from?.address ?? '', subject ?? '', text]", 'address'),
    spec: 'mail.int.spec.ts',
    test: 'is one message when it comes twice, also by another way',
  },
  {
    name: 'a reply address that another district signed',
    in: 'intake: mailboxOf',
    change: replaceCondition('named', 'named'),
    spec: 'mail.int.spec.ts',
    test: 'is a message of its own where its case takes nothing more, and where nobody signed the address',
  },
  {
    name: 'an answering machine that makes a case',
    in: 'intake: ReadMail.read',
    change: dropOperand('==='),
    spec: 'mail.int.spec.ts',
    test: 'of an answering machine makes nothing, and can be looked at for a month',
  },
  {
    name: 'an erased person whose letter stays',
    in: 'intake: ReadMail.finish',
    change: dropStatement('commit'),
    spec: 'mail.int.spec.ts',
    test: 'an erased person leaves neither the letter nor a trace that leads to it',
  },
  {
    name: 'works: a letter is what an attempt made of it that had lost it',
    in: 'intake: ReadMail.finish',
    change: dropStatement('queue'),
    spec: 'mail.int.spec.ts',
    test: 'that took longer to read than its lease is what the copy made of it that read it meanwhile',
  },
  {
    name: 'works: a letter that the release before reads, too',
    in: 'intake: lettersAreWork',
    change: dropText("new.due_at := 'infinity';"),
    spec: 'mail.int.spec.ts',
    test: 'of a process of the release before is read by this one alone',
  },
  {
    name: 'a mail server in the inner network that nobody allowed is asked',
    in: 'intake: ImapSession.to',
    change: replaceExpression('Promise.resolve(server.host + publicAddressOf.name.slice(0, 0))', 'publicAddressOf'),
    spec: 'imap.int.spec.ts',
    test: 'reads the mailboxes of the directory with their sealed passwords, each at its address',
  },
  {
    name: 'a letter that is cut looks whole',
    in: 'intake: ImapSession.fetch',
    change: replaceOperand('letter.size < 0', '>'),
    spec: 'imap.int.spec.ts',
    test: 'says of a letter that is too large how large the whole of it is, and that it is cut',
  },
];
