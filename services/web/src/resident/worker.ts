import { CACHE, sendQueued } from './drafts.js';

/** What this file uses of the worker's scope: the types of the page and of workers exclude each other. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchRequest extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate' | 'sync', act: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', act: (event: FetchRequest) => void): void;
}

const worker = self as unknown as WorkerScope;
/** The form of a district, and the script: nothing that belongs to a person. */
const isForm = ({ pathname, search }: URL) => search === '' && /^\/[a-z][a-z0-9-]*\/write$/.test(pathname);
const isScript = ({ pathname }: URL) => /^\/resident\.[0-9a-f]+\.js$/.test(pathname);

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !(isForm(url) || isScript(url))) return;
  event.respondWith(isScript(url) ? fromCacheFirst(request) : fromNetworkFirst(request));
});

worker.addEventListener('sync', (event) => event.waitUntil(sendQueued()));

/** By the address alone: the answer varies by headers that differ between a visit and what the page fetched for the cache. */
async function kept(request: Request, answer: Response): Promise<Response> {
  // What is not to be stored holds a name.
  const isPublic = !answer.headers.get('cache-control')?.includes('no-store');
  if (answer.ok && !answer.redirected && isPublic) await (await caches.open(CACHE)).put(request.url, answer.clone());
  return answer;
}

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? kept(request, await fetch(request));
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  try {
    return await kept(request, await fetch(request));
  } catch (error) {
    const cached = await caches.match(request.url);
    if (!cached) throw error;
    return cached;
  }
}
