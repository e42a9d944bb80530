import type { PublicDistrict, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import { MAX_TEXT_LENGTH } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { challengeError } from './challenge-part.js';
import type { FormError, FormValues } from './form-values.js';
import type { Refused } from './operations.js';
import type { FileFault } from './received-form.js';
import type { Speech } from './words/index.js';

const KILO = 1024;

/** What the page itself can tell, all at once; the rules of the API follow when nothing of this is wrong. */
export function formErrors(
  values: FormValues,
  faults: readonly FileFault[],
  speech: Speech,
  { mustSignIn = false }: { readonly mustSignIn?: boolean } = {},
): readonly FormError[] {
  const { say } = speech;
  const errors: FormError[] = [];
  if (values.text.trim() === '') errors.push({ field: 'text', message: say('errors.text') });
  if ([...values.text].length > MAX_TEXT_LENGTH) errors.push({ field: 'text', message: say('errors.textLong') });
  errors.push(...faults.map((fault) => ({ field: 'files', message: fileMessage(fault, speech) })));
  if (mustSignIn) errors.push({ field: 'kind-appeal', message: say('errors.signIn') });
  if (values.contact !== '' && !looksLikeContact(values.contact))
    errors.push({ field: 'contact', message: say('errors.contact') });
  if (!values.consent) errors.push({ field: 'consent', message: say('errors.consent') });
  return errors;
}

/** Coarser than the rule of the API: what this refuses the API refuses, too. */
function looksLikeContact(text: string): boolean {
  return text.includes('@') || text.replace(/\D/g, '').length >= 5;
}

export function contactKind(text: string): 'email' | 'phone' | undefined {
  if (text === '') return undefined;
  return text.includes('@') ? 'email' : 'phone';
}

export function fileMessage(fault: FileFault, speech: Speech): string {
  const { name } = fault;
  const { say } = speech;
  switch (fault.why) {
    case 'TOO_LARGE':
      return fault.bytes === undefined
        ? say('errors.fileHuge', { name })
        : say('errors.fileLarge', { name, size: sizeWords(fault.bytes, speech) });
    case 'TYPE':
      return say('errors.fileType', { name });
    case 'EMPTY':
      return say('errors.fileEmpty', { name });
    case 'TOO_MANY':
      return say('errors.tooMany');
    case 'FAILED':
      return say('errors.fileFailed', { name, reason: fault.refused.message });
  }
}

export function sizeWords(bytes: number, { say, decimal }: Pick<Speech, 'say' | 'decimal'>): string {
  const kilo = bytes / KILO;
  return kilo < KILO
    ? say('size.kb', { n: Math.max(1, Math.round(kilo)) })
    : say('size.mb', { n: decimal(kilo / KILO) });
}

const inputFields: readonly (readonly [string, string])[] = [
  ['input.text', 'text'],
  ['input.topic', 'topic'],
  ['input.place.settlement', 'settlement'],
  ['input.place', 'place'],
  ['input.name', 'name'],
  ['input.contact', 'contact'],
  ['input.address', 'address'],
  ['input.consent', 'consent'],
  ['input.files', 'files'],
  ['files', 'files'],
];

/** A refusal of the API, at each field that it names. */
export function refusedErrors(refused: Refused, speech: Speech): readonly FormError[] {
  const { message, path = '', faults } = refused;
  const challenge = challengeError(refused, speech);
  if (challenge) return [challenge];
  return (faults.length === 0 ? [{ path, message }] : faults).map((fault) => ({
    field: inputFields.find(([start]) => fault.path.startsWith(start))?.[1],
    message: fault.message,
  }));
}

/** What is sent. A topic that the district has no more is left out: what was written matters more. */
export function submissionInput(
  district: PublicDistrict,
  key: string,
  values: FormValues,
  files: readonly string[],
): SubmitAppealInput {
  const place = placeInput(values);
  return {
    district: district.code,
    key,
    text: values.text,
    ...topicInput(district, values),
    files: [...files],
    consent: district.consent.version,
    ...(values.name !== '' && { name: values.name }),
    ...(values.contact !== '' && { contact: values.contact }),
    ...(values.address !== '' && { address: { text: values.address }, answerWay: 'POST' }),
    ...compact({ place }),
  };
}

/** The chosen topic and what was answered of its questions; answers about another one stay in the form. */
function topicInput(
  { topics }: PublicDistrict,
  { topic, answers }: FormValues,
): Pick<SubmitAppealInput, 'topic' | 'topicAnswers'> {
  const chosen = topics.find(({ code }) => code === topic);
  if (chosen === undefined) return {};
  const topicAnswers = chosen.questions.flatMap(({ code: question }) => {
    const answer = answers[`${topic}.${question}`];
    return answer === undefined ? [] : [{ question, answer }];
  });
  return { topic, ...(topicAnswers.length !== 0 && { topicAnswers }) };
}

function placeInput(values: FormValues): SubmitAppealInput['place'] {
  const { settlement, otherSettlement, place } = values;
  const isOther = settlement === 'other';
  const text = [isOther ? otherSettlement : '', place].filter((part) => part !== '').join(', ');
  const point = pointInput(values.point);
  const input = compact({
    ...(!(settlement === '' || isOther) && { settlement }),
    ...(text !== '' && { text }),
    point,
  });
  return Object.keys(input).length === 0 ? undefined : input;
}

function pointInput(point: string): { readonly latitude: number; readonly longitude: number } | undefined {
  const [, latitude, longitude] = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(point) ?? [];
  return latitude === undefined ? undefined : { latitude: Number(latitude), longitude: Number(longitude) };
}
