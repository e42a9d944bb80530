import { IsArray, IsBoolean, IsInteger, IsLiteral, IsNumber, IsObject, IsUnion, type TSchema } from 'typebox';
import type { EventDeclaration } from './declare-event.js';
import type { PublicEvent, Topic } from './envelope.js';

const APPEAL = '01930f3a-2b00-7000-8000-000000000001';
const STREAM = '01930f3a-2b00-7000-8000-000000000002';
const PERSON = '01930f3a-2b00-7000-8000-0000000000a1';
const EVENT = '01930f3a-2b00-7000-8000-0000000e0099';
const COMMAND = '01930f3a-2b00-7000-8000-0000000c0099';
const AT = '2026-11-24T03:15:20.000Z';
const CIPHERTEXT = 'c2VhbGVkLWJ5LWEta2V5LXRoYXQtbm9ib2R5LWhhcw';

/** A sample event with every optional field. Deterministic: the same declaration gives the same sample. */
export function eventSample(topic: Topic, { type, schema, data }: EventDeclaration): PublicEvent {
  return {
    id: EVENT,
    type,
    schema,
    district: 1,
    stream: topic === 'intake.events' ? APPEAL : STREAM,
    version: 1,
    at: AT,
    recordedAt: '2026-11-24T03:15:20.012Z',
    actor: { kind: 'system', id: 'sample' },
    commandId: COMMAND,
    correlationId: APPEAL,
    topic,
    appeal: APPEAL,
    position: 1,
    data: valueOf(data, ''),
  };
}

/** Annotations of a string field's schema. */
interface StringSchema {
  readonly format?: string;
  readonly pattern?: string;
  readonly personal?: boolean;
  readonly examples?: readonly string[];
}

function valueOf(schema: TSchema, name: string): unknown {
  if (IsObject(schema)) {
    return Object.fromEntries(Object.entries(schema.properties).map(([key, field]) => [key, valueOf(field, key)]));
  }
  if (IsArray(schema)) return [valueOf(schema.items, name)];
  if (IsUnion(schema)) return valueOf(schema.anyOf[0]!, name);
  if (IsLiteral(schema)) return schema.const;
  if (IsBoolean(schema)) return false;
  if (IsInteger(schema) || IsNumber(schema)) return (schema as { readonly minimum?: number }).minimum ?? 1;
  return textOf(schema as StringSchema, name);
}

function textOf({ format, pattern, personal, examples }: StringSchema, name: string): string {
  if (personal) return `sealed:1:${PERSON}:${EVENT}:${name}:${CIPHERTEXT}`;
  if (examples?.[0] !== undefined) return examples[0];
  if (format === 'uuid') return name === 'person' ? PERSON : STREAM;
  if (format === 'date-time') return AT;
  if (pattern?.includes('\\d{4}')) return AT.slice(0, 10);
  return name === 'zone' ? 'Asia/Yakutsk' : name;
}
