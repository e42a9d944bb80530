import { answerPath } from '@otklik/contracts/public-address';
import { open311Text, type TextLanguage } from '@otklik/contracts/texts';
import { instantOf, localMoment, localTime } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { pointOf } from '../../application/receive-request.js';
import type { PublishedRequest, PublishedUpdate } from '../../store/published-requests.js';
import { coarsePoint, statusOf, updateStatusOf, type RequestState } from '../../domain/published-request.js';
import type { Value } from './open311-format.js';

export interface View {
  readonly district: District;
  readonly language: TextLanguage;
  /** Of the pages: `https://host`. */
  readonly origin: string;
}

/** Where its sender agreed to publication: a settlement's code, and the exact point in clear. */
export interface PublishedPlace {
  readonly settlement?: string | undefined;
  readonly point?: string | undefined;
}

const LAST_MINUTE = 1_439;

/** Public: it holds neither a word of the text nor the hour of its arrival. */
export function requestView(
  request: PublishedRequest,
  place: PublishedPlace,
  { district, language, origin }: View,
): Value {
  const { id, service, state, number, departments, dueOn, requestedAt, updatedAt, answer } = request;
  const { zone } = district;
  const names = departments.map((code) => district.departments.find((one) => one.code === code)?.name ?? code);
  return {
    service_request_id: id,
    status: statusOf(state),
    status_notes: notesOf(state, number, language),
    service_name: district.topics.find(({ code }) => code === service)?.name ?? service,
    service_code: service,
    description: null,
    agency_responsible: names.length === 0 ? null : names.join(', '),
    service_notice: answer === undefined ? null : answerNotice(answer, { district, language, origin }),
    requested_datetime: dayOf(requestedAt, zone),
    updated_datetime: dayOf(updatedAt, zone),
    expected_datetime: dueOn === undefined ? null : zoned(instantOf({ on: dueOn, minute: LAST_MINUTE }, zone), zone),
    ...placeView(place, district),
    address_id: null,
    zipcode: null,
    media_url: null,
  };
}

/** Where all may read the answer. */
function answerNotice(answer: string, { district, language, origin }: View): string {
  return open311Text('published', language, { address: `${origin}${answerPath(district.code, answer)}` });
}

function placeView({ settlement, point }: PublishedPlace, { settlements }: District) {
  const coarse = point === undefined ? undefined : coarsePoint(pointOf(point));
  return {
    address: settlements.find(({ code }) => code === settlement)?.name ?? null,
    lat: coarse?.latitude ?? null,
    long: coarse?.longitude ?? null,
  };
}

export function updateView({ id, request, state, at }: PublishedUpdate, { district, language }: View): Value {
  return {
    update_id: id,
    service_request_id: request,
    status: updateStatusOf(state),
    updated_datetime: zoned(at, district.zone),
    description: notesOf(state, undefined, language),
    media_url: '',
  };
}

/** A message has no number before it is registered, and an update tells none. */
function notesOf(state: RequestState, number: string | undefined, language: TextLanguage): string {
  if (state === 'REGISTERED' && number === undefined) return open311Text('state.TAKEN_UP', language);
  return open311Text(`state.${state}`, language, { number: number ?? '' });
}

/** The beginning of the local day. */
function dayOf(at: string, zone: string): string {
  return zoned(instantOf({ on: localTime(at, zone).on, minute: 0 }, zone), zone);
}

/** ISO 8601 with the zone's offset, to the second: `2026-11-27T12:00:00+09:00`. */
export function zoned(at: string, zone: string): string {
  const { on, minute } = localTime(at, zone);
  const instant = Math.floor(Date.parse(at) / 1_000) * 1_000;
  const seconds = new Date(instant).getUTCSeconds();
  const offset = (Date.parse(`${on}T00:00:00Z`) + minute * 60_000 - (instant - seconds * 1_000)) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${localMoment(at, zone)}:${two(seconds)}${sign}${two(hours)}:${two(minutes)}`;
}
