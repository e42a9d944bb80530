import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GostSigner } from './gost-signer.js';

export interface SignerService {
  readonly url: string;
  /** Again at the same address. */
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** A signer outside of the product: it is sent bytes, and answers the signature in base64. */
export async function startSignerService(signer: GostSigner, token: string): Promise<SignerService> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
      response.end(Buffer.from(signer.sign(Buffer.concat(parts))).toString('base64'));
    });
  });
  let port = 0;
  const up = async (): Promise<void> => {
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    ({ port } = server.address() as AddressInfo);
  };
  await up();
  return {
    url: `http://127.0.0.1:${port}/sign`,
    up,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
