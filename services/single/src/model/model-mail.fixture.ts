import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** How the address's server behaves: its local part says so. */
export const mailboxes = ['ok', 'refused', 'slow', 'deaf', 'returned', 'returned'] as const;

export interface ReturningLetter {
  /** Its Message-ID. */
  readonly letter: string;
  /** The address to which it comes back. */
  readonly path: string;
}

/**
 * A mail server with the behaviours that matter: it accepts, refuses permanently, refuses the first attempt
 * temporarily, accepts the first attempt but its reply is lost: then the letter is sent again, with the same
 * Message-ID; or accepts what will come back.
 */
export class ModelMail {
  /** Accepted letters by Message-ID. */
  readonly accepted = new Map<string, number>();
  /** Accepted without the sender's knowledge. */
  readonly unheard = new Set<string>();
  /** Accepted, to be reported as undeliverable. */
  readonly returning: ReturningLetter[] = [];
  refused = 0;
  private readonly delayed = new Set<string>();
  private server: SMTPServer | undefined;

  async start(): Promise<string> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _, done) => done(address.startsWith('refused') ? this.refusal(550) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const path = mailFrom ? mailFrom.address : '';
          const fault = this.take(Buffer.concat(chunks).toString('utf8'), rcptTo[0]!.address, path);
          done(fault ?? null);
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    this.server = server;
    return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => (this.server ? this.server.close(() => done()) : done()));
  }

  private take(raw: string, to: string, path: string): Error | undefined {
    const [, id = ''] = /^message-id:\s*(<[^>]+>)/im.exec(raw) ?? [];
    const isFirst = !this.delayed.has(id);
    if (to.startsWith('slow') && isFirst) {
      this.delayed.add(id);
      return this.refusal(451);
    }
    this.accepted.set(id, (this.accepted.get(id) ?? 0) + 1);
    if (to.startsWith('returned')) this.returning.push({ letter: id, path });
    if (!to.startsWith('deaf') || !isFirst) return undefined;
    this.delayed.add(id);
    this.unheard.add(id);
    return this.refusal(421);
  }

  private refusal(responseCode: number): Error {
    this.refused += 1;
    return Object.assign(new Error('no'), { responseCode });
  }
}
