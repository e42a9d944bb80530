import { createServer, type Server, type Socket } from 'node:net';

interface Stored {
  readonly uid: number;
  readonly raw: Buffer;
  readonly at: Date;
  readonly flags: Set<string>;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A mailbox on a port of this machine that speaks as much of IMAP4rev1 (RFC 3501, RFC 2177) as a reader of one mailbox
 * asks for. It loses connections and renumbers its letters on request.
 */
export class ImapServer {
  readonly password = 'a secret';
  /** Logins that were answered with OK. */
  logins = 0;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly idling = new Map<Socket, string>();
  private letters: Stored[] = [];
  private uidValidity = 7;
  private nextUid = 1;
  private isRefusing = false;

  constructor() {
    this.server = createServer((socket) => this.serve(socket));
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return (this.server.address() as { port: number }).port;
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise((resolve) => this.server.close(resolve));
  }

  put(raw: Buffer | string, { at = new Date(), seen = false }: { at?: Date; seen?: boolean } = {}): number {
    const uid = this.nextUid++;
    this.letters.push({ uid, raw: Buffer.from(raw), at, flags: new Set(seen ? ['\\Seen'] : []) });
    for (const socket of this.idling.keys()) socket.write(`* ${this.letters.length} EXISTS\r\n`);
    return uid;
  }

  /** As a server does after its mailbox was restored from a copy. */
  renumber(): void {
    this.uidValidity += 1;
    this.nextUid = 100;
    this.letters = this.letters.map((letter) => ({ ...letter, uid: this.nextUid++ }));
    this.drop();
  }

  drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  refuseLogins(refuse: boolean): void {
    this.isRefusing = refuse;
  }

  unread(): number {
    return this.letters.filter(({ flags }) => !flags.has('\\Seen')).length;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let rest = '';
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.idling.delete(socket);
    });
    // A client that goes away in the middle is what it is tested with.
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) this.answer(socket, line);
    });
    socket.write('* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n');
  }

  private answer(socket: Socket, line: string): void {
    const idle = this.idling.get(socket);
    if (idle !== undefined) {
      this.idling.delete(socket);
      return void socket.write(`${idle} OK done\r\n`);
    }
    const [, tag = '*', command = ''] = /^(\S+) ((?:UID )?\S+)/i.exec(line) ?? [];
    const rest = line.slice(tag.length + command.length + 2);
    if (command.toUpperCase() === 'IDLE') {
      this.idling.set(socket, tag);
      return void socket.write('+ idling\r\n');
    }
    const lines = this.reply(command.toUpperCase(), rest);
    socket.write(Buffer.concat([...lines.untagged, Buffer.from(`${tag} ${lines.end}\r\n`)]));
    if (command.toUpperCase() === 'LOGOUT') socket.end();
  }

  private reply(command: string, rest: string): { untagged: readonly Buffer[]; end: string } {
    const said = (...lines: readonly string[]) => lines.map((line) => Buffer.from(`* ${line}\r\n`));
    const ok = { untagged: [], end: 'OK done' };
    switch (command) {
      case 'CAPABILITY':
        return { ...ok, untagged: said('CAPABILITY IMAP4rev1 IDLE') };
      case 'LOGIN':
        return this.login(rest);
      case 'LIST':
        return { ...ok, untagged: said('LIST (\\HasNoChildren) "/" INBOX') };
      case 'SELECT':
        return { untagged: said(...this.selected()), end: 'OK [READ-WRITE] done' };
      case 'UID SEARCH':
        return { ...ok, untagged: said(`SEARCH ${this.search(rest).join(' ')}`.trim()) };
      case 'UID FETCH':
        return { ...ok, untagged: this.fetch(rest) };
      case 'UID STORE':
        return { ...ok, untagged: this.store(rest) };
      case 'LOGOUT':
        return { ...ok, untagged: said('BYE') };
      default:
        return ok;
    }
  }

  private login(rest: string): { untagged: readonly Buffer[]; end: string } {
    const isRight = !this.isRefusing && rest.includes(this.password);
    if (isRight) this.logins += 1;
    return { untagged: [], end: isRight ? 'OK done' : 'NO [AUTHENTICATIONFAILED] refused' };
  }

  private selected(): readonly string[] {
    return [
      'FLAGS (\\Seen)',
      'OK [PERMANENTFLAGS (\\Seen)] as said',
      `${this.letters.length} EXISTS`,
      '0 RECENT',
      `OK [UIDVALIDITY ${this.uidValidity}] as said`,
      `OK [UIDNEXT ${this.nextUid}] as said`,
    ];
  }

  /** `n:*` always names the last letter (RFC 3501, 6.4.8). */
  private search(query: string): readonly number[] {
    const [, from] = /\b(\d+):\*/.exec(query) ?? [];
    const [, day, month, year] = /SINCE (\d+)-(\w+)-(\d+)/i.exec(query) ?? [];
    const since = year === undefined ? 0 : Date.UTC(Number(year), MONTHS.indexOf(month!), Number(day));
    const last = this.letters.at(-1)?.uid;
    return this.letters
      .filter(({ uid }) => from === undefined || uid >= Number(from) || uid === last)
      .filter(({ flags }) => !/UNSEEN/i.test(query) || !flags.has('\\Seen'))
      .filter(({ at }) => at.getTime() >= since)
      .map(({ uid }) => uid);
  }

  private fetch(rest: string): readonly Buffer[] {
    const at = this.letters.findIndex(({ uid }) => uid === Number.parseInt(rest, 10));
    const letter = this.letters[at];
    if (!letter) return [];
    const [, max = Infinity] = /<0\.(\d+)>/.exec(rest) ?? [];
    const body = letter.raw.subarray(0, Number(max));
    const date = `${String(letter.at.getUTCDate()).padStart(2, ' ')}-${MONTHS[letter.at.getUTCMonth()]}-${letter.at.getUTCFullYear()}`;
    const time = letter.at.toISOString().slice(11, 19);
    // Only a look without PEEK marks it as read.
    if (/BODY\[\]/i.test(rest)) letter.flags.add('\\Seen');
    const size = /RFC822\.SIZE/i.test(rest) ? `RFC822.SIZE ${letter.raw.length} ` : '';
    const head = `* ${at + 1} FETCH (UID ${letter.uid} ${size}INTERNALDATE "${date} ${time} +0000" BODY[]<0> {${body.length}}\r\n`;
    return [Buffer.from(head), body, Buffer.from(')\r\n')];
  }

  private store(rest: string): readonly Buffer[] {
    const at = this.letters.findIndex(({ uid }) => uid === Number.parseInt(rest, 10));
    this.letters[at]?.flags.add('\\Seen');
    return [Buffer.from(`* ${at + 1} FETCH (UID ${Number.parseInt(rest, 10)} FLAGS (\\Seen))\r\n`)];
  }
}
