import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { WebSocketServer, type WebSocket } from 'ws';
import { answerOf, changedRow, countsOf, rowAt, type AskedPage } from './web-desk-data.js';

const BUILD = join(import.meta.dirname, '../../services/web/dist/browser');
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.html': 'text/html; charset=utf-8',
};

/** The built desk over a GraphQL that answers from memory: what is measured is the browser's work alone. */
export interface DeskServer extends AsyncDisposable {
  readonly url: string;
  /** Rows of each page of the list, whatever the page asks for. */
  pageRows: number;
  /** Sends a change of the row at this place, in the list's order, to all who follow the list. */
  change(place: number): void;
}

/** `more`: further files, by their path. */
export async function deskServer(more: Readonly<Record<string, string>> = {}): Promise<DeskServer> {
  if (!existsSync(join(BUILD, 'index.html'))) throw new Error('The desk is not built: npx nx build @otklik/web');
  const asked: AskedPage = { pageRows: 100 };
  const server = createServer((request, response) => void answer(request, response, asked, more));
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1 << 20,
    handleProtocols: () => 'graphql-transport-ws',
  });
  const followers = new Followers();
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (opened) => followers.welcome(opened)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get pageRows() {
      return asked.pageRows;
    },
    set pageRows(rows) {
      asked.pageRows = rows;
    },
    change: (place) => followers.change(place),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  asked: AskedPage,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const path = new URL(request.url!, 'http://localhost').pathname;
  if (path === '/graphql') {
    const { operationName, variables } = JSON.parse(await text(request)) as Asked;
    const data = answerOf(operationName, asked, variables?.id);
    response.setHeader('content-type', 'application/json');
    return void response.end(JSON.stringify(data ? { data } : { errors: [{ message: operationName }] }));
  }
  const file = path.startsWith('/desk/assets/') ? path.slice('/desk'.length) : '/index.html';
  response.setHeader('content-type', TYPES[extname(more[path] === undefined ? file : path)] ?? TYPES['.html']!);
  response.end(more[path] ?? (await readFile(join(BUILD, file))));
}

/** The desk names its operations by id, and by name for readers of the log. */
interface Asked {
  readonly operationName: string;
  readonly variables?: { readonly id?: string };
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: Asked;
}

/** The subscriptions of graphql-transport-ws that the list opens; others are accepted and stay silent. */
class Followers {
  private readonly lists = new Map<string, WebSocket>();
  private readonly counts = new Map<string, WebSocket>();
  private sent = 0;

  welcome(socket: WebSocket): void {
    socket.on('message', (data) => this.hear(socket, JSON.parse(data.toString()) as Message));
    socket.once('close', () => {
      for (const followed of [this.lists, this.counts])
        for (const [id, of] of followed) if (of === socket) followed.delete(id);
    });
  }

  /** As the product does: the changed row, and the counts once in a while. */
  change(place: number): void {
    this.sent += 1;
    const row = changedRow(place, this.sent);
    const change = { cursor: `${this.sent}`, id: rowAt(place).id, kind: 'CHANGED', row };
    this.send(this.lists, { questionChanges: change });
    if (this.sent % 10 === 0) this.send(this.counts, { worklistChanges: countsOf(this.sent) });
  }

  private send(followed: ReadonlyMap<string, WebSocket>, data: object): void {
    for (const [id, socket] of followed)
      socket.send(JSON.stringify({ id, type: 'next', payload: { data } }), () => undefined);
  }

  private hear(socket: WebSocket, { type, id, payload }: Message): void {
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}', () => undefined);
    if (type === 'ping') socket.send('{"type":"pong"}', () => undefined);
    if (type === 'subscribe') this.follow(payload!.operationName)?.set(id!, socket);
    if (type === 'complete') for (const followed of [this.lists, this.counts]) followed.delete(id!);
  }

  private follow(operation: string): Map<string, WebSocket> | undefined {
    return { WorklistQuestionChanges: this.lists, WorklistCountChanges: this.counts }[operation];
  }
}
