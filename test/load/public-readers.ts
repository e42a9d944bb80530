import { parentPort, workerData } from 'node:worker_threads';
import { quantile } from './bench-frame.js';
import { openLoop } from './open-loop.js';

/** Readers of public pages, each page as often as the others. */
export interface Readers {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
  readonly paths: readonly string[];
}

export interface Read {
  readonly sent: number;
  readonly refused: number;
  /** The first page that was refused, with its status. */
  readonly first: string | undefined;
  /** ms. */
  readonly p99: number;
}

const { url, paths, ...load } = workerData as Readers;
const taken: number[] = [];
let [at, refused] = [0, 0];
let first: string | undefined;
const sent = await openLoop(
  url,
  load,
  () => ({ path: paths[(at += 1) % paths.length]! }),
  ({ status, took, body }) => {
    taken.push(took);
    if (status === 200) return;
    refused += 1;
    first ??= `${status} ${body.slice(0, 100)}`;
  },
);
const read: Read = { sent, refused, first, p99: quantile(taken, 0.99) };
parentPort!.postMessage(read);
