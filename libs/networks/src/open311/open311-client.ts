import { compact } from '@otklik/kernel';
import { exchange, retryAfter, type Call, type Exchanged } from '../sending/exchange.js';
import { MAX_BODY, type Json } from '../receiving/read-json.js';
import { outsideAgent } from '../outside.js';
import { toJson } from '../to-json.js';

/** A server of Open311 GeoReport v2 that takes requests: a FixMyStreet, another administration. */
export interface Open311Server {
  /** Up to and with the version: `https://fix.example/open311/v2/`. */
  readonly endpoint: string;
  readonly jurisdiction?: string;
  readonly apiKey?: string;
  /** The operator allows this address although it may be an inner one. */
  readonly isAllowed?: boolean;
}

/** What is asked of it. It has no place for who asks: nothing of a person leaves. */
export interface OutgoingRequest {
  /** Ours: the server that knows keys takes it once. */
  readonly key: string;
  readonly service: string;
  readonly text: string;
  /** Occurs in the text or an attribute of this request, and in no other request. */
  readonly reference: string;
  readonly point?: { readonly latitude: number; readonly longitude: number };
  readonly address?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export type Posted =
  | { readonly kind: 'posted'; readonly id: string }
  /** It tells the id later. */
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'retry'; readonly afterMs?: number }
  /** Bytes left, and nothing tells what became of them. */
  | { readonly kind: 'unknown' };

/** What became of a post of unknown outcome: `absent` may be sent again; of `unknown` a person decides. */
export type Found = { readonly kind: 'found'; readonly id: string } | { readonly kind: 'absent' | 'unknown' };

export interface OutsideRequest {
  readonly id: string;
  readonly status: 'open' | 'closed';
  readonly notes?: string;
  /** ISO 8601 UTC. */
  readonly updatedAt?: string;
}

export interface OutsideUpdate {
  readonly id: string;
  readonly request: string;
  /** In the server's words, lower case; undefined: it changes none. */
  readonly status?: string;
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** ISO 8601 UTC. */
interface Span {
  readonly from: string;
  readonly to?: string;
}

/** Undefined: the server does not answer, or the answer cannot be parsed. */
export type Asked<Told> = readonly Told[] | undefined;

const outside = outsideAgent(undefined, MAX_BODY);
const TOO_MANY = 429;
const MAX_IDS = 100;
const MAX_ID_LENGTH = 200;
const MAX_SPANS = 40;

type Fields = Readonly<Record<string, Json>>;

/** Speaks JSON. Never throws; follows no redirect; connects to the public internet alone. */
export class Open311Client {
  private readonly endpoint: string;

  constructor(private readonly server: Open311Server) {
    this.endpoint = server.endpoint.replace(/\/?$/, '/');
  }

  async services(signal: AbortSignal): Promise<Asked<{ readonly code: string; readonly name: string }>> {
    const told = await this.ask('services.json', {}, signal);
    return told?.flatMap(({ service_code: code, service_name: name }) =>
      isText(code) ? [{ code: String(code), name: isText(name) ? String(name) : String(code) }] : [],
    );
  }

  async post(request: OutgoingRequest, signal: AbortSignal): Promise<Posted> {
    const { service, text, point, address, attributes = {}, key } = request;
    const named = Object.entries(attributes).map(([code, value]) => [`attribute[${code}]`, value]);
    const form = new URLSearchParams({
      ...this.who(),
      ...compact({ api_key: this.server.apiKey }),
      service_code: service,
      description: text,
      ...(point && { lat: String(point.latitude), long: String(point.longitude) }),
      ...compact({ address_string: address }),
      ...(Object.fromEntries(named) as Record<string, string>),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': key };
    const call = { method: 'POST', url: this.url('requests.json'), headers, body: form.toString() } as const;
    return postedOf(await this.call(call, signal));
  }

  /** The id behind a token; undefined: there is none yet. */
  async idOf(token: string, signal: AbortSignal): Promise<string | undefined> {
    const [first] = (await this.ask(`tokens/${encodeURIComponent(token)}.json`, {}, signal)) ?? [];
    return idIn(first);
  }

  /** Looks for a post whose outcome is unknown among what the server took since. `since`: ISO 8601 UTC. */
  async reconcile(
    { service, reference }: Pick<OutgoingRequest, 'service' | 'reference'>,
    since: string,
    signal: AbortSignal,
  ): Promise<Found> {
    const told = await this.ask('requests.json', { service_code: service, start_date: since }, signal);
    if (!told) return { kind: 'unknown' };
    const same = told.find((fields) => toJson(fields).includes(reference));
    const id = idIn(same);
    if (id !== undefined) return { kind: 'found', id };
    // One that tells no texts tells nothing of ours.
    return { kind: told.some(({ description }) => !isText(description)) ? 'unknown' : 'absent' };
  }

  async requests(ids: readonly string[], signal: AbortSignal): Promise<Asked<OutsideRequest>> {
    const told: OutsideRequest[] = [];
    for (let from = 0; from < ids.length; from += MAX_IDS) {
      const some = ids.slice(from, from + MAX_IDS).join(',');
      const answer = await this.ask('requests.json', { service_request_id: some }, signal);
      if (!answer) return undefined;
      told.push(...answer.flatMap(requestOf));
    }
    return told;
  }

  /**
   * mySociety's extension; a server without it cannot be asked. The oldest first: all of them, or all up to some moment. A server may
   * tell a part of what it has, from either end: what lies before and after it is asked for, too. `since`: ISO 8601 UTC.
   */
  async updates(since: string, signal: AbortSignal): Promise<Asked<OutsideUpdate>> {
    const told = new Map<string, OutsideUpdate>();
    const spans: Span[] = [{ from: since }];
    for (let asked = 0; spans.length > 0; asked += 1) {
      const [{ from, to }] = spans as [Span];
      if (asked === MAX_SPANS) return inOrder(told).filter(({ at }) => at < from);
      const page = await this.updatesIn(spans.shift()!, signal);
      if (!page) return undefined;
      if (page.every(({ request, id }) => told.has(`${request} ${id}`))) continue;
      for (const update of page) told.set(`${update.request} ${update.id}`, update);
      const times = page.map(({ at }) => at).toSorted();
      spans.unshift({ from, to: secondAfter(times[0]!) }, compact({ from: times.at(-1)!, to }));
    }
    return inOrder(told);
  }

  private async updatesIn({ from, to }: Span, signal: AbortSignal): Promise<Asked<OutsideUpdate>> {
    const span = compact({ start_date: from, end_date: to });
    const told = await this.ask('servicerequestupdates.json', span, signal);
    return told?.flatMap(updateOf);
  }

  private async ask(path: string, params: Record<string, string>, signal: AbortSignal): Promise<Asked<Fields>> {
    const answer = await this.call({ method: 'GET', url: this.url(path, { ...this.who(), ...params }) }, signal);
    if (answer.kind !== 'answered' || answer.status !== 200 || !Array.isArray(answer.body)) return undefined;
    return (answer.body as readonly Json[]).filter(isFields);
  }

  private call(call: Call, signal: AbortSignal): Promise<Exchanged> {
    return exchange(this.server.isAllowed ? call : { ...call, dispatcher: outside }, signal);
  }

  private url(path: string, params: Record<string, string> = {}): URL {
    const url = new URL(path, this.endpoint);
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
    return url;
  }

  private who(): Record<string, string> {
    return this.server.jurisdiction === undefined ? {} : { jurisdiction_id: this.server.jurisdiction };
  }
}

function postedOf(answer: Exchanged): Posted {
  if (answer.kind === 'unsent') return { kind: 'retry' };
  if (answer.kind === 'uncertain') return { kind: 'unknown' };
  const { status, body, headers } = answer;
  if (status === TOO_MANY) {
    const afterMs = retryAfter(headers['retry-after'], Date.now());
    return compact({ kind: 'retry', afterMs });
  }
  // A gateway may give up on what its server has done.
  if (status >= 500) return { kind: 'unknown' };
  return status >= 300 ? { kind: 'refused', status } : takenOf(body);
}

function takenOf(body: Json | undefined): Posted {
  const [first] = Array.isArray(body) ? (body as readonly Json[]).filter(isFields) : [];
  const id = idIn(first);
  if (id !== undefined) return { kind: 'posted', id };
  const token = first?.['token'];
  return isText(token) && String(token).length <= MAX_ID_LENGTH
    ? { kind: 'token', token: String(token) }
    : { kind: 'unknown' };
}

function idIn(fields: Fields | undefined): string | undefined {
  const id = fields?.['service_request_id'];
  return isText(id) && String(id).length <= MAX_ID_LENGTH ? String(id) : undefined;
}

function requestOf(fields: Fields): readonly OutsideRequest[] {
  const id = idIn(fields);
  const { status, status_notes: notes, updated_datetime: updated } = fields;
  if (id === undefined || (status !== 'open' && status !== 'closed')) return [];
  const updatedAt = momentOf(updated);
  return [compact({ id, status, ...(isText(notes) && { notes: String(notes) }), updatedAt })];
}

function updateOf(fields: Fields): readonly OutsideUpdate[] {
  const { update_id: update, status, description, updated_datetime: updated } = fields;
  const [request, at] = [idIn(fields), momentOf(updated)];
  if (!isText(update) || String(update).length > MAX_ID_LENGTH || request === undefined || at === undefined) return [];
  const text = isText(description) ? String(description) : '';
  const now = typeof status === 'string' && status !== '' ? { status: status.toLowerCase() } : {};
  return [{ id: String(update), request, ...now, text, at }];
}

function inOrder(told: ReadonlyMap<string, OutsideUpdate>): readonly OutsideUpdate[] {
  return [...told.values()].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** Servers write whole seconds, and some tell what lies before the end alone. */
function secondAfter(at: string): string {
  return new Date(Date.parse(at) + 1_000).toISOString();
}

function momentOf(value: Json | undefined): string | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Servers write ids as texts or as numbers. */
function isText(value: Json | undefined): value is string | number | bigint {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint';
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
