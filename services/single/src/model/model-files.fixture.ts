import { createHash } from 'node:crypto';
import { smallPdf } from '@otklik/testing';

/** Fastify's own requests, without a socket. */
interface Injecting {
  inject(request: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload?: Buffer;
    readonly remoteAddress: string;
  }): Promise<{ readonly statusCode: number; readonly rawPayload: Buffer; json(): unknown }>;
}

const BOUNDARY = 'model';

/** What residents and officials attach and open. */
export class ModelFiles {
  private asked = 0;

  constructor(
    private readonly edge: unknown,
    private readonly token: (login: string) => Promise<string>,
  ) {}

  /** Stores a document with these words; answers its id. */
  async upload(district: string, words: string): Promise<string> {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${words}.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), smallPdf(words), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const answer = await this.inject('POST', `/files?district=${district}`, headers, payload);
    if (answer.statusCode !== 201) throw new Error(`A file was not stored: ${answer.statusCode}`);
    return (answer.json() as { id: string }).id;
  }

  /** SHA-256 of what the official gets, in hex, or the status of the refusal. */
  async open(district: string, id: string, as: string): Promise<string | number> {
    const headers = { authorization: `Bearer ${await this.token(as)}` };
    const { statusCode, rawPayload } = await this.inject('GET', `/files/${district}/${id}`, headers);
    return statusCode === 200 ? createHash('sha256').update(rawPayload).digest('hex') : statusCode;
  }

  private inject(method: 'GET' | 'POST', url: string, headers: Readonly<Record<string, string>>, payload?: Buffer) {
    // Each comes from a network of its own: the limit for one network is not what is looked at.
    this.asked += 1;
    const remoteAddress = `10.${(this.asked >> 8) & 255}.${this.asked & 255}.2`;
    const more = payload === undefined ? {} : { payload };
    return (this.edge as Injecting).inject({ method, url, headers, remoteAddress, ...more });
  }
}
