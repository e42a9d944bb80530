import { uuidv5 } from '@otklik/kernel';
import { letterFileName } from '@otklik/kernel/letter-file-name';
import { ASK, type SstuField, type SstuMapping } from '@otklik/tenancy/reports';
import type { ReportPeriod } from '../domain/report-period.js';
import type { SstuAppeal, SstuAnswer, SstuQuestion } from './sstu-facts.js';

type Value = string | boolean;
/** A file of the report as JSON, without the answers' files. */
export type SstuJson = { readonly [field: string]: Value | SstuJson | readonly SstuJson[] };

/** Why a question, or all of an appeal, would be refused. */
export interface SstuFault {
  /** Absent: of the appeal. */
  readonly question?: string;
  /** As the report names it. */
  readonly field: string;
  /** DECIDE: in what state it is shown is for a person to say, in the mapping. */
  readonly why: 'MISSING' | 'ORDER' | 'DECIDE';
  /** Where it is mended. */
  readonly mend: 'CASE' | 'DISTRICT_FILE' | 'MAPPING';
}

/** An appeal as it would be handed in. */
export interface SstuEntry {
  readonly appeal: string;
  /** Name of its file. */
  readonly name: string;
  readonly json: SstuJson;
  /** Of its questions, in their order. */
  readonly questions: readonly SstuEntryQuestion[];
  readonly faults: readonly SstuFault[];
}

export interface SstuEntryQuestion {
  readonly id: string;
  readonly status: string;
  /** The letter whose PDF goes in, in the place of `contentOf`. */
  readonly attachment?: SstuAnswer;
  /** What is handed in of it, without the person: by it is known what changed since. */
  readonly said: string;
}

/** Whose report, and until when. */
export interface SstuContext {
  readonly mapping: SstuMapping;
  /** The GUID of the reporting body. */
  readonly sstuId: string | undefined;
  readonly period: ReportPeriod;
}

/** What is not handed in, and is no fault: its matter is handed in elsewhere. */
export function isLeftOut(appeal: Pick<SstuAppeal, 'number'>, question: SstuQuestion, mapping: SstuMapping): boolean {
  const { exceptNumbers } = mapping.select;
  return question.isJoined || exceptNumbers.some((one) => new RegExp(one, 'u').test(appeal.number ?? ''));
}

/** The appeal with those of its questions that are handed in; pure. */
export function sstuEntry(appeal: SstuAppeal, context: SstuContext): SstuEntry {
  const { mapping, period } = context;
  const made = appeal.questions.map((question) => entryQuestion(appeal, question, context));
  const whole = filled(mapping.appeal, { appeal, context });
  const pairs = made.map(({ values, id }) => ({ question: id, values: { ...whole.values, ...values } }));
  const guid = uuidv5(appeal.id, `sstu/${period.name}`);
  return {
    appeal: appeal.id,
    name: mapping.container.entry.replace('{guid}', guid),
    json: {
      ...nested(written(whole.values, mapping)),
      [mapping.questions]: made.map((question) => questionJson(question, mapping)),
    },
    questions: made.map(({ values: _values, faults: _faults, ...question }) => question),
    faults: [
      ...whole.faults,
      ...made.flatMap(({ faults }) => faults),
      ...pairs.flatMap((one) => disorder(one, mapping)),
    ],
  };
}

interface Filled {
  readonly values: Readonly<Record<string, Value>>;
  readonly faults: readonly SstuFault[];
}

function entryQuestion(appeal: SstuAppeal, question: SstuQuestion, context: SstuContext): SstuEntryQuestion & Filled {
  const { mapping } = context;
  const status = stateOf(appeal, question, context);
  const { values, faults } = filled(mapping.question, { appeal, context, question, status });
  const decided =
    status === ASK ? [{ question: question.id, field: 'status', why: 'DECIDE', mend: 'MAPPING' } as const] : faults;
  const attachment = attachmentOf(question, status, mapping);
  const said = JSON.stringify({ ...written(values, mapping), ...(attachment && { notice: attachment.notice }) });
  const missing = attachment === null ? [fault(question.id, mapping.attachment.field, 'MISSING', 'CASE')] : [];
  return {
    id: question.id,
    status,
    said,
    values,
    faults: [...decided, ...(status === ASK ? [] : missing)],
    ...(attachment && { attachment }),
  };
}

function questionJson({ values, attachment }: SstuEntryQuestion & Filled, mapping: SstuMapping): SstuJson {
  const json = nested(written(values, mapping));
  if (!attachment) return json;
  const { field, name, content } = mapping.attachment;
  return { ...json, [field]: { [name]: letterFileName(attachment), [content]: contentOf(attachment.notice) } };
}

/** In the place of the answer's file, which another service keeps. */
export function contentOf(notice: string): string {
  return `notice:${notice}`;
}

/** Null: it is demanded, and there is none. */
function attachmentOf(question: SstuQuestion, status: string, { attachment }: SstuMapping) {
  if (!attachment.in.includes(status)) return undefined;
  const { answer, isOral } = question;
  if (answer) return answer;
  return isOral && attachment.unlessOral ? undefined : null;
}

/** What the question was by the end of the period, or is now. */
function stateOf({ registeredOn }: SstuAppeal, question: SstuQuestion, { mapping, period }: SstuContext): string {
  const { states, asOf } = mapping;
  if (registeredOn === undefined) return states.unregistered;
  const { result, endedOn, isExtended } = question;
  const isLater = asOf === 'PERIOD_END' && endedOn !== undefined && endedOn > period.to;
  if (result !== undefined && !isLater) return states.results[result] ?? ASK;
  return isExtended ? states.extended : states.open;
}

interface Of {
  readonly appeal: SstuAppeal;
  readonly context: SstuContext;
  readonly question?: SstuQuestion;
  readonly status?: string;
}

function filled(fields: SstuMapping['appeal'], of: Of): Filled {
  const values: Record<string, Value> = {};
  const faults: SstuFault[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (!isOfState(field, of.status)) continue;
    const from = of.appeal.isDirect ? field.from : (field.indirect ?? field.from);
    const found = from === undefined ? undefined : mapped(sourceValue(from, of), field);
    if (found !== undefined && found !== '') values[name] = found;
    else if (isNeeded(field, of.appeal)) faults.push(fault(of.question?.id, name, 'MISSING', placeOf(from)));
  }
  return { values, faults };
}

function isOfState(field: SstuField, status: string | undefined): boolean {
  if (status === undefined) return true;
  return (field.in?.includes(status) ?? true) && !(field.except?.includes(status) ?? false);
}

function isNeeded({ need }: SstuField, { isDirect }: SstuAppeal): boolean {
  return need === 'ALWAYS' || (need === 'INDIRECT' && !isDirect);
}

function mapped(value: Value | undefined, { map }: SstuField): Value | undefined {
  return map ? (map[String(value ?? '')] ?? map['*']) : value;
}

function placeOf(from: SstuField['from']): SstuFault['mend'] {
  return from === 'district.sstuId' || from === 'question.body.sstuId' || from === 'appeal.source.sstuId'
    ? 'DISTRICT_FILE'
    : 'CASE';
}

function fault(question: string | undefined, field: string, why: SstuFault['why'], mend: SstuFault['mend']): SstuFault {
  return { ...(question !== undefined && { question }), field, why, mend };
}

type Source = NonNullable<SstuField['from']>;

function sourceValue(from: Source, of: Of): Value | undefined {
  return sources[from](of);
}

const sources: Readonly<Record<Source, (of: Of) => Value | undefined>> = {
  'district.sstuId': ({ context }) => context.sstuId,
  'appeal.isDirect': ({ appeal }) => appeal.isDirect,
  'appeal.deliveredBy': ({ appeal }) => appeal.deliveredBy,
  'appeal.number': ({ appeal }) => appeal.number,
  'appeal.receivedOn': ({ appeal }) => appeal.receivedOn,
  'appeal.registeredOn': ({ appeal }) => appeal.registeredOn,
  'appeal.source.number': ({ appeal }) => appeal.source.number,
  'appeal.source.date': ({ appeal }) => appeal.source.date,
  'appeal.source.sstuId': ({ appeal }) => appeal.source.sstuId,
  'person.name': ({ appeal }) => appeal.person.name,
  'person.address': ({ appeal }) => appeal.person.address,
  'person.email': ({ appeal }) => appeal.person.email,
  'question.classifier': ({ question }) => question?.classifier,
  'question.status': ({ status }) => status,
  'question.endedOn': ({ question }) => question?.endedOn,
  'question.measuresTaken': ({ question }) => question?.measuresTaken,
  'question.isExtended': ({ question }) => question?.isExtended,
  'question.answerNumber': ({ question }) => question?.answer?.number,
  'question.body.sstuId': ({ question }) => question?.body?.sstuId,
  'question.body.name': ({ question }) => question?.body?.name,
  'question.body.number': ({ question }) => question?.body?.number,
};

/** Dates and codes as the report writes them; until then they are ISO dates and full codes, and can be compared. */
function written(values: Readonly<Record<string, Value>>, mapping: SstuMapping): Readonly<Record<string, Value>> {
  const kinds = { ...mapping.appeal, ...mapping.question };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, writtenAs(value, kinds[name]?.kind, mapping)]),
  );
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function writtenAs(value: Value, kind: SstuField['kind'], { code, dates }: SstuMapping): Value {
  if (typeof value !== 'string') return value;
  if (kind === 'CODE') return code === 'FULL' ? value : (value.split('.')[3] ?? value);
  const [, year, month, day] = (kind === 'DATE' && ISO_DATE.exec(value)) || [];
  if (!year || !month || !day) return value;
  return dates.replace('YYYY', year).replace('MM', month).replace('DD', day);
}

function disorder(
  { question, values }: { readonly question: string; readonly values: Readonly<Record<string, Value>> },
  { order }: SstuMapping,
): readonly SstuFault[] {
  return order.flatMap(([first = '', second = '']) => {
    const [one, other] = [values[first], values[second]];
    return one !== undefined && other !== undefined && one > other ? [fault(question, second, 'ORDER', 'CASE')] : [];
  });
}

/** `transfer.departmentId` is the field `departmentId` of the object `transfer`. */
function nested(values: Readonly<Record<string, Value>>): SstuJson {
  const json: Record<string, Value | Record<string, Value>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [outer = name, inner] = name.split('.');
    if (inner === undefined) json[name] = value;
    else json[outer] = { ...(json[outer] as Record<string, Value> | undefined), [inner]: value };
  }
  return json;
}
