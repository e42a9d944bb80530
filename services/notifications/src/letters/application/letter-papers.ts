import { Injectable } from '@nestjs/common';
import { WorkQueue } from '@otklik/host';
import type { MailAttachment } from '@otklik/kernel';
import { letterFileName } from '@otklik/kernel/letter-file-name';
import { Database } from '@otklik/tenancy';
import type { UnsentLetter } from '../../notice/application/deliveries.js';
import { KeptPapers } from '../../papers/store/kept-papers.js';
import { LetterSignatures } from '../../papers/store/letter-signatures.js';

/** The kept sheet, and the verified electronic signatures over it, as they go with an e-mail: a numbered letter leaves with it or not at all. */
@Injectable()
export class LetterPapers {
  constructor(
    private readonly papers: KeptPapers,
    private readonly signatures: LetterSignatures,
    private readonly queue: WorkQueue,
    private readonly database: Database,
  ) {}

  /** Whether the letter must wait; what makes its sheet is under way then. */
  async isAwaited({ district, notice, outgoing }: UnsentLetter): Promise<boolean> {
    if (outgoing === null || (await this.papers.of(district, notice))) return false;
    const work = { district, kind: 'PAPER', key: notice, body: {} } as const;
    await this.database.scope(district).transaction((tx) => this.queue.add(tx, [work]));
    return true;
  }

  /** Undefined where the bytes are readable no longer: the person was erased. */
  async attached({ district, notice, outgoing }: UnsentLetter): Promise<readonly MailAttachment[] | undefined> {
    if (outgoing === null) return [];
    const content = await this.papers.read(district, notice);
    if (!content) return undefined;
    const name = letterFileName(outgoing);
    const signatures = await this.signatures.ofRecord(district, notice, ['VALID', 'TRUSTED']);
    return [
      { name, type: 'application/pdf', content },
      // The sheet itself stays as it was signed.
      ...signatures.map(({ bytes }, at) => ({
        name: `${name}${signatures.length > 1 ? `.${at + 1}` : ''}.sig`,
        type: 'application/pkcs7-signature',
        content: Buffer.from(bytes),
      })),
    ];
  }
}
