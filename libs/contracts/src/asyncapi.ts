import type { EventDeclaration } from './declare-event.js';
import { topics, type Topic } from './envelope.js';
import { eventOwners, publishedBy } from './published-events.js';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'date-time' };
const number = { type: 'string', pattern: '^[0-9]+$' };
const ref = (path: string) => ({ $ref: `#/${path}` });

const envelope = {
  type: 'object',
  description: 'The public event. Personal fields of `data` are sealed: `sealed:1:…`.',
  required: [
    ...['id', 'type', 'schema', 'district', 'stream', 'version', 'at', 'recordedAt', 'actor', 'commandId'],
    ...['correlationId', 'topic', 'appeal', 'position', 'data'],
  ],
  properties: {
    id: uuid,
    type: text,
    schema: { type: 'integer', minimum: 1 },
    district: { type: 'integer' },
    stream: uuid,
    version: { type: 'integer', minimum: 1 },
    at: instant,
    recordedAt: instant,
    actor: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { enum: ['official', 'resident', 'anyone', 'system'] },
        id: text,
        role: text,
        onBehalfOf: { ...uuid, description: 'The absent official in whose stead the act was done.' },
      },
    },
    commandId: uuid,
    correlationId: uuid,
    causationId: uuid,
    traceparent: text,
    topic: { enum: [...topics] },
    appeal: uuid,
    position: { type: 'integer', minimum: 1, description: 'Position in the log of the service that owns the topic.' },
  },
};

const headers = {
  type: 'object',
  description: 'Headers of the record, which is a CloudEvent 1.0 in the binary mode of the Kafka binding, too.',
  properties: {
    stream: uuid,
    version: number,
    position: number,
    event: uuid,
    type: text,
    schema: number,
    correlation: uuid,
    causation: uuid,
    traceparent: text,
    after: { ...number, description: 'Position of the previous record in the partition; 0 for the first.' },
    behind: {
      ...uuid,
      description:
        'Only for an event that is published late: the event at the position of this record. The position of the late event itself is in its body.',
    },
    epoch: { ...number, description: 'Epoch of the relay that wrote the record: it grows with each new leader.' },
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0' },
    ce_id: uuid,
    ce_type: { type: 'string', description: '`otklik.<type>.v<schema>`' },
    ce_source: { type: 'string', description: '`/otklik/<service>`' },
    ce_subject: { type: 'string', description: '`<district>/<appeal>`' },
    ce_time: instant,
    ce_partitionkey: text,
    ce_traceparent: text,
  },
};

/** The topics as an AsyncAPI 3 document: a channel for each topic, a message for each event and version. */
export function asyncApi(): string {
  const messages = eventOwners.flatMap(publishedBy).map((event) => [messageName(event), messageOf(event)] as const);
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Otklik: events between services',
      version: '1.0.0',
      description: 'At least once; in order per key within a topic; no order between topics. Topics keep everything.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic, channelOf(topic)])),
    operations: Object.fromEntries(topics.map((topic) => [serviceOf(topic), operationOf(topic)])),
    components: { messages: Object.fromEntries(messages), schemas: { envelope, headers } },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function channelOf(topic: Topic) {
  const names = eventsOn(topic).map(messageName);
  return {
    address: topic,
    messages: Object.fromEntries(names.map((name) => [name, ref(`components/messages/${name}`)])),
    bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
  };
}

function operationOf(topic: Topic) {
  return {
    action: 'send',
    summary: `Published by the service ${serviceOf(topic)}, the only one that writes there.`,
    channel: ref(`channels/${topic}`),
    messages: eventsOn(topic).map((event) => ref(`channels/${topic}/messages/${messageName(event)}`)),
  };
}

function messageOf(event: EventDeclaration) {
  const own = { type: { const: event.type }, schema: { const: event.schema }, data: event.data };
  return {
    name: messageName(event),
    headers: ref('components/schemas/headers'),
    payload: { allOf: [ref('components/schemas/envelope'), { type: 'object', properties: own }] },
    bindings: { kafka: { key: { type: 'string', description: '`<district>/<appeal>`' }, bindingVersion: '0.5.0' } },
  };
}

function eventsOn(topic: Topic): readonly EventDeclaration[] {
  return eventOwners.filter((owner) => owner.topic === topic).flatMap(publishedBy);
}

/** `<type>.v<schema>`, the name of its sample, too. */
export function messageName({ type, schema }: Pick<EventDeclaration, 'type' | 'schema'>): string {
  return `${type}.v${schema}`;
}

function serviceOf(topic: Topic): string {
  return topic.split('.')[0]!;
}
