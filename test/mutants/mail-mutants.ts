import type { Mutant } from './mutants.js';

/** Of letters to the district. */
export const mailMutants: readonly Mutant[] = [
  {
    name: 'a letter that is acknowledged before it is kept',
    file: 'services/intake/src/mail/adapters/mailbox-reader.ts',
    find: 'const receivedAt = at <= Date.parse(now) ? new Date(at).toISOString() : now;',
    replace:
      'const receivedAt = at <= Date.parse(now) ? new Date(at).toISOString() : now;\n    await session.markRead(uid);',
    spec: 'services/intake/src/mail/adapters/imap.int.spec.ts',
    test: 'leaves a letter unread that could not be kept, and takes it once it can',
  },
  {
    name: 'a letter that is lost while the database is away',
    file: 'libs/host/src/mail/letter-receiver.ts',
    find: "return this.refusal(451, 'Try again later');",
    replace: 'return null;',
    spec: 'services/intake/src/mail/adapters/mail.int.spec.ts',
    test: 'the mail server is told to come again where the letter could not be kept, and then it is kept once',
  },
  {
    name: 'one letter by two ways makes two cases',
    file: 'services/intake/src/mail/application/mail-cases.ts',
    find: "const told = [id ?? kept.id, from?.address ?? '', subject ?? '', text];",
    replace: "const told = [kept.id, id ?? '', from?.address ?? '', subject ?? '', text];",
    spec: 'services/intake/src/mail/adapters/mail.int.spec.ts',
    test: 'is one message when it comes twice, also by another way',
  },
  {
    name: 'a reply address that another district signed',
    file: 'services/intake/src/mail/application/mailboxes.ts',
    find: 'if (named?.district === district) return { district, account, appeal: named.id };',
    replace: 'if (named) return { district, account, appeal: named.id };',
    spec: 'services/intake/src/mail/adapters/mail.int.spec.ts',
    test: 'is a message of its own where its case takes nothing more, and where nobody signed the address',
  },
  {
    name: 'an answering machine that makes a case',
    file: 'services/intake/src/mail/application/read-mail.ts',
    find: "if (!mail || kind === 'AUTOMATIC') return",
    replace: 'if (!mail) return',
    spec: 'services/intake/src/mail/adapters/mail.int.spec.ts',
    test: 'of an answering machine makes nothing, and can be looked at for a month',
  },
  {
    name: 'an erased person whose letter stays',
    file: 'services/intake/src/mail/application/read-mail.ts',
    find: 'await claim?.commit(tx);',
    replace: '',
    spec: 'services/intake/src/mail/adapters/mail.int.spec.ts',
    test: 'an erased person leaves neither the letter nor a trace that leads to it',
  },
  {
    name: 'a mail server in the inner network that nobody allowed is asked',
    file: 'services/intake/src/mail/adapters/imap-session.ts',
    find: 'server.isAllowed ? server.host : await publicAddressOf(server.host)',
    replace: 'server.isAllowed ? server.host : await Promise.resolve(server.host + publicAddressOf.name.slice(0, 0))',
    spec: 'services/intake/src/mail/adapters/imap.int.spec.ts',
    test: 'reads the mailboxes of the directory with their sealed passwords, each at its address',
  },
  {
    name: 'a letter that is cut looks whole',
    file: 'services/intake/src/mail/adapters/imap-session.ts',
    find: 'letter.size > this.maxBytes',
    replace: 'letter.size < 0',
    spec: 'services/intake/src/mail/adapters/imap.int.spec.ts',
    test: 'says of a letter that is too large how large the whole of it is, and that it is cut',
  },
];
