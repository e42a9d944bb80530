import { createServer, request as startRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mulberry32 } from '@otklik/kernel';

/** An HTTP proxy that cuts connections: before a request is forwarded, before its answer comes back, or amid it. */
export interface CuttingProxy extends AsyncDisposable {
  readonly url: string;
  readonly cuts: () => number;
  /** Bytes of all bodies that were sent to this path so far. */
  readonly sentTo: (path: string) => number;
}

/** Shares of all requests. */
export interface CutShares {
  readonly beforeRequest: number;
  readonly beforeAnswer: number;
  readonly amidAnswer: number;
}

export const NO_CUTS: CutShares = { beforeRequest: 0, beforeAnswer: 0, amidAnswer: 0 };

type Place = keyof CutShares | 'nowhere';

export async function cuttingProxy(target: string, shares: CutShares): Promise<CuttingProxy> {
  const random = mulberry32(17);
  const sent = new Map<string, number>();
  let cuts = 0;
  const server = createServer((request, response) => {
    const place = placeOf(random(), shares);
    const cut = (): void => {
      if (response.destroyed) return;
      cuts += 1;
      request.socket.destroy();
    };
    request.on('error', () => undefined);
    if (place === 'beforeRequest') return cut();
    request.on('data', ({ length }: Buffer) => sent.set(request.url!, (sent.get(request.url!) ?? 0) + length));
    const { method, headers, url } = request;
    const own = startRequest(new URL(url!, target), { method: method!, headers }, (answer) => {
      if (place === 'beforeAnswer') return cut();
      void giveBack(answer, response, place === 'amidAnswer' ? cut : undefined);
    });
    own.on('error', () => request.socket.destroy());
    request.pipe(own);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    sentTo: (path) => sent.get(path) ?? 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function placeOf(chance: number, { beforeRequest, beforeAnswer, amidAnswer }: CutShares): Place {
  if (chance < beforeRequest) return 'beforeRequest';
  if (chance < beforeRequest + beforeAnswer) return 'beforeAnswer';
  return chance < beforeRequest + beforeAnswer + amidAnswer ? 'amidAnswer' : 'nowhere';
}

/** With `cut`, the head and half of the body, and no more. */
async function giveBack(answer: IncomingMessage, response: ServerResponse, cut?: () => void): Promise<void> {
  response.on('error', () => undefined);
  response.writeHead(answer.statusCode!, answer.rawHeaders);
  if (!cut) return void answer.on('error', () => response.destroy()).pipe(response);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    // The product's own connection broke: cut is cut.
  }
  const body = Buffer.concat(chunks);
  response.write(body.subarray(0, body.length / 2), cut);
}
