import { Inject, Injectable } from '@nestjs/common';
import { BadInput, NotFound } from '@otklik/host';
import { Clock, compact, instantOf, isUuid, localTime } from '@otklik/kernel';
import { open311Endpoint } from '@otklik/networks';
import type { District } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { type Span, type PublishedRequest, PublishedRequests } from '../../store/published-requests.js';
import { mayTellPlace } from '../../domain/published-request.js';
import { INTAKE_CONFIG, type IntakeConfig } from '../../../config.js';
import type { Asked } from './open311-asked.js';
import { Open311Districts } from './open311-districts.js';
import type { Document, Value } from './open311-format.js';
import type { Form } from './open311-forms.js';
import { definitionView, serviceView } from './open311-services.js';
import { requestView, updateView, type PublishedPlace, type View } from './open311-views.js';

const DAY_MS = 86_400_000;
/** By the standard: what is asked without a beginning begins so many days before its end. */
const SPAN_DAYS = 90;
const MINUTE_MS = 60_000;
const LAST_MINUTE = 1_439;
const MAX_IDS = 1_000;
/** Since when this is offered as it is. */
const CHANGESET = '2026-11-27T00:00:00+09:00';

type Read = (view: View, asked: Asked) => Promise<Document> | Document;

/** What anybody may read. */
@Injectable()
export class Open311Reads {
  private readonly reads: Readonly<Record<string, Read>>;

  constructor(
    private readonly districts: Open311Districts,
    private readonly told: PublishedRequests,
    private readonly vault: Vault,
    private readonly clock: Clock,
    @Inject(INTAKE_CONFIG) private readonly config: IntakeConfig,
  ) {
    this.reads = {
      services: (view) => servicesOf(view),
      'services/': (view, { id }) => definitionOf(view, id),
      requests: (view, { form }) => this.list(view, form),
      'requests/': async (view, { id }) => this.requests(view, await this.one(view, id)),
      'tokens/': async (view, { id }) => tokenOf(await this.one(view, id)),
      servicerequestupdates: (view, { form }) => this.updates(view, form),
    };
  }

  /** Throws `BadInput`, `NotFound`. */
  async read(asked: Asked): Promise<Document> {
    const { resource, id, form, language } = asked;
    if (resource === 'discovery' && id === undefined) return this.discovery();
    const read = this.reads[id === undefined ? resource : `${resource}/`];
    if (!read) throw new NotFound();
    const origin = (this.config.publicUrl ?? '').replace(/\/$/, '');
    return read({ district: this.districts.of(form), language, origin }, asked);
  }

  private discovery(): Document {
    const endpoint = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: open311Endpoint(this.config.publicUrl ?? '').replace(/\/$/, ''),
      changeset: CHANGESET,
      type: 'production',
      formats: ['application/json', 'text/xml'],
    };
    const value = { changeset: CHANGESET, contact: '', key_service: '', endpoints: [endpoint] };
    return { root: 'discovery', value };
  }

  /** An id that is none of this district's looks as one that never was. */
  private async one({ district }: View, id = ''): Promise<readonly PublishedRequest[]> {
    const found = isUuid(id.toLowerCase()) ? await this.told.byIds(district.id, [id.toLowerCase()]) : [];
    if (found.length === 0) throw new NotFound();
    return found;
  }

  private async list(view: View, form: Form): Promise<Document> {
    const { id } = view.district;
    const ids = listed(form, 'service_request_id');
    if (ids && ids.length > MAX_IDS) throw new BadInput('TOO_MANY_ITEMS', 'service_request_id', { max: MAX_IDS });
    // By the standard, ids are asked for whatever else is said.
    if (ids) return this.requests(view, await this.told.byIds(id, ids.filter(isUuid)));
    const services = listed(form, 'service_code');
    const statuses = listed(form, 'status')?.map(statusOf);
    const span = wholeDays(this.span(form), view.district.zone);
    const filter = { ...span, ...compact({ services, statuses }) };
    return this.requests(view, await this.told.list(id, filter));
  }

  private async requests(view: View, requests: readonly PublishedRequest[]): Promise<Document> {
    const places = await this.places(view.district, requests);
    const value = requests.map((request, index) => requestView(request, places[index]!, view));
    return { root: 'service_requests', value };
  }

  private async updates(view: View, form: Form): Promise<Document> {
    const updates = await this.told.updates(view.district.id, this.span(form));
    return { root: 'service_request_updates', value: updates.map((update) => updateView(update, view)) };
  }

  /** Opens the points of which a part may be published. */
  private async places({ id }: District, requests: readonly PublishedRequest[]): Promise<readonly PublishedPlace[]> {
    const shown = requests.map(({ state, settlement, point }) => (mayTellPlace(state) ? { settlement, point } : {}));
    const sealed = shown.flatMap(({ point }) => (point === undefined ? [] : [point]));
    if (sealed.length === 0) return shown;
    const clear = await this.vault.openAll(id, sealed);
    const opened = new Map(sealed.map((one, index) => [one, clear[index]]));
    return shown.map(({ settlement, point = '' }) => ({ settlement, point: opened.get(point) }));
  }

  private span(form: Form): Span {
    const to = moment(form, 'end_date') ?? this.clock.now();
    const from = moment(form, 'start_date') ?? new Date(Date.parse(to) - SPAN_DAYS * DAY_MS).toISOString();
    return { from, to };
  }
}

/** No filter reveals the hour of a request either. */
function wholeDays({ from, to }: Span, zone: string): Span {
  const last = Date.parse(instantOf({ on: localTime(to, zone).on, minute: LAST_MINUTE }, zone));
  return {
    from: instantOf({ on: localTime(from, zone).on, minute: 0 }, zone),
    to: new Date(last + MINUTE_MS - 1).toISOString(),
  };
}

function servicesOf({ district, language }: View): Document {
  return { root: 'services', value: district.topics.map((topic): Value => serviceView(topic, district, language)) };
}

function definitionOf({ district, language }: View, id: string | undefined): Document {
  const topic = district.topics.find(({ code }) => code === id);
  if (!topic) throw new NotFound();
  return { root: 'service_definition', value: definitionView(topic, district, language) };
}

/** Every post gets its id at once, which is its token, too. */
function tokenOf(requests: readonly PublishedRequest[]): Document {
  return { root: 'service_requests', value: requests.map(({ id }) => ({ token: id, service_request_id: id })) };
}

function listed(form: Form, name: string): readonly string[] | undefined {
  return form
    .one(name)
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function statusOf(status: string): 'open' | 'closed' {
  if (status === 'open' || status === 'closed') return status;
  throw new BadInput('BAD_INPUT', 'status', {}, 'One of open, closed is needed.');
}

/** ISO 8601; a `+` that the client did not encode came as a space. */
function moment(form: Form, name: string): string | undefined {
  const text = form.one(name)?.replace(' ', '+');
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]{5,}(Z|[+-]\d{2}:?\d{2})?)?$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw new BadInput('BAD_INPUT', name, {}, 'A date and time of ISO 8601 are needed.');
  return new Date(at).toISOString();
}
