import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface Letter {
  /** The reverse-path; empty for a report (RFC 5321, 4.5.5). */
  readonly from: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}

export interface LetterReceiverSettings {
  /** 0: none is received. */
  readonly port: number;
  /** The largest letter, and how many clients may send one at a time: letters are held in memory while they come. */
  readonly maxBytes: number;
  readonly maxClients: number;
  readonly silenceMs: number;
  /** The 550 reply for a wrong sender or recipient; undefined for a right one. */
  refusedSender?(address: string): string | undefined;
  refusedRecipient(address: string): string | undefined;
  /** Resolves once the letter is committed. On any error the reply is 451, and the mail server keeps the letter. */
  take(letter: Letter): Promise<void>;
  /** The reply code of each letter. */
  answered?(code: number): void;
  failed(message: string, error: unknown): void;
}

/** Takes letters by SMTP from the district's own mail server. 250 is answered after the commit. */
export class LetterReceiver {
  private readonly server: SMTPServer;

  constructor(private readonly settings: LetterReceiverSettings) {
    const { maxBytes: size, maxClients, silenceMs: socketTimeout } = settings;
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      size,
      maxClients,
      socketTimeout,
      disableReverseLookup: true,
      logger: false,
      onMailFrom: ({ address, args }, _session, done) => done(this.wrongSender(address, args)),
      onRcptTo: ({ address }, _session, done) => done(this.refusal(550, settings.refusedRecipient(address))),
      onData: (stream, session, done) => void this.take(stream, session).then(done, done),
    });
    this.server.on('error', (error) => settings.failed('a letter was cut off', error));
  }

  start(): void {
    if (this.settings.port > 0) this.server.listen(this.settings.port);
  }

  async stop(): Promise<void> {
    if (this.settings.port > 0) await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private wrongSender(address: string, args: unknown): Error | null {
    if (announcedBytes(args) > this.settings.maxBytes) return this.refusal(552, 'Too large');
    return this.refusal(550, this.settings.refusedSender?.(address));
  }

  /** Null, or the refusal that is replied to the mail server. */
  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const { mailFrom, rcptTo } = session.envelope;
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) return this.refusal(552, 'Too large');
    const recipients = rcptTo.map(({ address }) => address);
    try {
      await this.settings.take({ from: mailFrom ? mailFrom.address : '', recipients, raw: Buffer.concat(chunks) });
      this.settings.answered?.(250);
      return null;
    } catch (error) {
      this.settings.failed('a letter could not be kept and will come again', error);
      return this.refusal(451, 'Try again later');
    }
  }

  private refusal(responseCode: number, message: string | undefined): Error | null {
    if (message === undefined) return null;
    this.settings.answered?.(responseCode);
    return Object.assign(new Error(message), { responseCode });
  }
}

/** RFC 1870; 0 where the client announces nothing. */
function announcedBytes(args: unknown): number {
  return typeof args === 'object' && args !== null && 'SIZE' in args ? Number(args.SIZE) : 0;
}
