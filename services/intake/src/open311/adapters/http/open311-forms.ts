import { BadInput, cleanText, optionalText } from '@otklik/host';
import { compact, isUuid } from '@otklik/kernel';
import type { District, Topic } from '@otklik/tenancy';
import { open311Text, type TextLanguage } from '@otklik/contracts/texts';
import type { TopicAnswered } from '@otklik/contracts/topic-answers';
import type { PostedRequest } from '../../application/receive-request.js';
import type { PostedUpdate } from '../../application/receive-update.js';
import { isPhone } from '../../../appeal/adapters/checked-values.js';
import { answered, withAnswers } from '../../../appeal/adapters/chosen-topic.js';
import { checkedContact, checkedPlace } from '../../../appeal/adapters/submission-fields.js';
import { CONSENT, PUBLISH, SETTLEMENT, YES } from './open311-services.js';

/** By the standard. */
const MAX_DESCRIPTION = 4_000;
const MAX_LINE = 300;
const MAX_URL = 1_000;
const MAX_MEDIA = 5;
const MAX_NAME = 100;

/** A submitted form. Throws `BadInput` where a single-valued name comes twice. */
export class Form {
  constructor(private readonly params: URLSearchParams) {}

  one(name: string): string | undefined {
    const values = this.params.getAll(name);
    if (values.length > 1) throw new BadInput('BAD_INPUT', name, {}, 'It is given more than once.');
    return values[0] === '' ? undefined : values[0];
  }

  many(name: string): readonly string[] {
    return [...this.params.getAll(name), ...this.params.getAll(`${name}[]`)].filter((value) => value !== '');
  }

  line(name: string, max: number): string | undefined {
    return optionalText(this.one(name), { max, path: name });
  }

  /** `attribute[<code>]`, also with `[]` after it. */
  attribute(code: string): string | undefined {
    const name = `attribute[${code}]`;
    const [value, ...more] = this.many(name);
    if (more.length > 0) throw new BadInput('BAD_INPUT', name, {}, 'It takes one value.');
    return value;
  }
}

type PostedFields = Omit<PostedRequest, 'account' | 'idempotencyKey'>;

/** `POST requests`. Throws `BadInput`. What is not of the standard, nor of the service, is passed over. */
export function postedRequest(form: Form, district: District, language: TextLanguage): PostedFields {
  const topic = serviceOf(form, district);
  const text = cleanText(form.one('description') ?? '', { max: MAX_DESCRIPTION, path: 'description' });
  const lines = mediaOf(form, language);
  return {
    service: topic.code,
    sender: JSON.stringify(['device_id', 'account_id'].map((name) => form.line(name, MAX_LINE) ?? '')),
    fields: {
      text: [text, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n'),
      ...withAnswers(topic, answersOf(form, topic)),
      ...personOf(form),
      ...placeOf(form, district),
      ...agreedTo(form, district),
    },
  };
}

function serviceOf(form: Form, { topics }: District): Topic {
  const code = form.one('service_code');
  const topic = topics.find((one) => one.code === code);
  if (!topic) throw new BadInput('BAD_INPUT', 'service_code', {}, 'A code from the list of services is needed.');
  return topic;
}

function answersOf(form: Form, { questions = [] }: Topic): readonly TopicAnswered[] {
  return questions.flatMap((question) => {
    const path = `attribute[${question.code}]`;
    const answer = optionalText(form.attribute(question.code), { max: MAX_LINE, path });
    return answer === undefined ? [] : [answered(question, answer, path)];
  });
}

/** Addresses of pictures are shown to the moderator, and never fetched. */
function mediaOf(form: Form, language: TextLanguage): readonly string[] {
  const urls = form.many('media_url');
  if (urls.length > MAX_MEDIA) throw new BadInput('TOO_MANY_ITEMS', 'media_url', { max: MAX_MEDIA });
  return urls.map((raw) => {
    const url = cleanText(raw, { max: MAX_URL, path: 'media_url' });
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new BadInput('VALUE_MALFORMED', 'media_url');
    return open311Text('media', language, { url });
  });
}

type Person = Pick<PostedFields['fields'], 'name' | 'contact' | 'phone'>;

function personOf(form: Form): Person {
  const name = ['last_name', 'first_name'].flatMap((part) => form.line(part, MAX_NAME) ?? []).join(' ');
  const email = emailOf(form);
  const phone = form.line('phone', MAX_LINE);
  if (phone !== undefined && !isPhone(phone)) throw new BadInput('CONTACT_MALFORMED', 'phone');
  const beside = email === undefined || phone === undefined ? {} : { phone };
  const value = email ?? phone;
  const kind = email === undefined ? 'PHONE' : 'EMAIL';
  return { ...(name !== '' && { name }), ...(value !== undefined && { contact: { kind, value } }), ...beside };
}

function emailOf(form: Form): string | undefined {
  const email = form.line('email', 254);
  if (email !== undefined && checkedContact(email, 'email').kind !== 'EMAIL')
    throw new BadInput('CONTACT_MALFORMED', 'email');
  return email;
}

type Place = Pick<PostedFields['fields'], 'settlement' | 'placeText' | 'point'>;

function placeOf(form: Form, district: District): Place {
  const [lat, long, text] = [form.one('lat'), form.one('long'), form.one('address_string')];
  if ((lat === undefined) !== (long === undefined)) throw new BadInput('POINT_MALFORMED', lat ? 'long' : 'lat');
  if (form.one('address_id') !== undefined && text === undefined && lat === undefined)
    throw new BadInput(
      'BAD_INPUT',
      'address_id',
      {},
      'Ids of addresses are not known here: send address_string or lat and long.',
    );
  const place = {
    settlement: form.attribute(SETTLEMENT),
    text,
    ...(lat !== undefined && { point: { latitude: degrees(lat, 'lat'), longitude: degrees(long!, 'long') } }),
  };
  return checkedPlace(place, district, '');
}

function degrees(text: string, path: string): number {
  if (!/^-?\d{1,3}(\.\d{1,20})?$/.test(text)) throw new BadInput('POINT_MALFORMED', path);
  return Number(text);
}

function agreedTo(form: Form, district: District): Pick<PostedFields['fields'], 'consent' | 'mayBePublished'> {
  const version = form.attribute(CONSENT);
  if (version !== undefined && version !== district.public.consent.version)
    throw new BadInput('CONSENT_REQUIRED', `attribute[${CONSENT}]`);
  const publish = form.attribute(PUBLISH);
  if (publish !== undefined && publish !== YES) throw new BadInput('VALUE_MALFORMED', `attribute[${PUBLISH}]`);
  return {
    ...(version !== undefined && { consent: { version } }),
    ...(publish !== undefined && { mayBePublished: true }),
  };
}

/** `POST servicerequestupdates`, mySociety's extension. Throws `BadInput`. */
export function postedUpdate(form: Form, language: TextLanguage): Omit<PostedUpdate, 'account'> {
  const request = form.one('service_request_id')?.toLowerCase() ?? '';
  if (!isUuid(request)) throw new BadInput('BAD_INPUT', 'service_request_id', {}, 'The id of a request is needed.');
  const id = form.line('update_id', MAX_LINE) ?? form.line('update_id_ext', MAX_LINE);
  if (id === undefined) throw new BadInput('TEXT_EMPTY', 'update_id');
  const text = cleanText(form.one('description') ?? '', { max: MAX_DESCRIPTION, path: 'description' });
  const { name, contact } = personOf(form);
  return {
    request,
    id,
    text: [text, ...mediaOf(form, language)].join('\n'),
    ...compact({ name, contact: contact?.value }),
  };
}
