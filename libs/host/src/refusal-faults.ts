import type { BulkResult, Fault, Refusal, RefusalCode } from '@otklik/contracts/generated/graphql';
import { refusedInput } from '@otklik/contracts/error-codes';
import { errorText, refusalText } from '@otklik/contracts/texts';
import { compact, IdempotencyKeyReused } from '@otklik/kernel';
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { BadInput, NotFound } from './input.js';
import type { Language } from './request-context.js';

/** A refusal as the use cases answer it; `path` where the domain names the field. */
export type RefusalAnswer = Pick<Refusal, '__typename' | 'code' | 'message' | 'current'> & Partial<Refusal>;

type Given = Readonly<Record<string, unknown>>;
type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Whether the mutation's document selects `faults`, and so takes every fault of the input as a refusal (ADR 39). */
export function asksForFaults({ fieldNodes = [], fragments = {} }: Partial<Info> = {}): boolean {
  return fieldNodes.some(({ selectionSet }) => selects(selectionSet, undefined, fragments));
}

function selects(set: SelectionSetNode | undefined, on: string | undefined, fragments: Info['fragments']): boolean {
  return (set?.selections ?? []).some((node) => {
    if (node.kind === Kind.FIELD)
      return on === 'Refusal' ? node.name.value === 'faults' : selects(node.selectionSet, undefined, fragments);
    if (node.kind === Kind.INLINE_FRAGMENT)
      return selects(node.selectionSet, node.typeCondition?.name.value ?? on, fragments);
    const fragment = fragments[node.name.value];
    return selects(fragment?.selectionSet, fragment?.typeCondition.name.value, fragments);
  });
}

/** What a person can mend, as a refusal with all its faults; undefined for every other error. */
export function faultRefusal(error: unknown, language: Language, input: Given = {}): Refusal | undefined {
  const faults = faultsOf(error, language, input);
  const [first] = faults;
  return first && { __typename: 'Refusal', code: first.code, message: first.message, path: first.path, faults };
}

function faultsOf(error: unknown, language: Language, input: Given): readonly Fault[] {
  if (error instanceof NotFound) return [domainFault('NOT_FOUND', refusalText('NOT_FOUND', language), input)];
  if (error instanceof IdempotencyKeyReused)
    return [domainFault('IDEMPOTENCY_KEY_REUSED', refusalText('IDEMPOTENCY_KEY_REUSED', language), input)];
  if (!(error instanceof BadInput) || !isRefused(error.code)) return [];
  return error.faults.map(({ code, path, details, reason }) =>
    compact({ code: code as RefusalCode, message: errorText(code, language, details), path: path.split('.'), reason }),
  );
}

/** A wrong code or link is no such fault: it stays an error, as a missing token does. */
function isRefused(code: BadInput['code']): boolean {
  return code === 'TOPIC_UNKNOWN' || refusedInput.some((one) => one === code);
}

function domainFault(code: RefusalCode, message: string, input: Given): Fault {
  return { code, message, path: pathOf(code, input) };
}

/** The refusal with the path and the faults that the schema promises. `input`: what was sent. */
export function withFaults(refusal: RefusalAnswer, input: Given = {}, prefix: readonly string[] = ['input']): Refusal {
  const { code, message } = refusal;
  const path = refusal.path ?? pathOf(code, input, prefix);
  return { ...refusal, path, faults: refusal.faults ?? [{ code, message, path }] };
}

/** Fields of inputs that a rule speaks of; of several the one that was sent. */
const fieldsOf: Partial<Record<RefusalCode, readonly string[]>> = {
  VERSION_CONFLICT: ['expectedVersion'],
  NOT_FOUND: ['id'],
  IDEMPOTENCY_KEY_REUSED: ['key'],
  DEPARTMENT_UNKNOWN: ['department', 'departments'],
  ORGANISATION_UNKNOWN: ['organisation', 'to', 'of'],
  DISTRICT_UNKNOWN: ['to'],
  TOPIC_UNKNOWN: ['topic'],
  CLASSIFIER_CODE_UNKNOWN: ['classifier'],
  CLASSIFIER_CODE_TOO_WIDE: ['classifier'],
  OFFICIAL_UNKNOWN: ['official', 'officials', 'executor', 'standIn'],
  EXECUTOR_NOT_IN_DEPARTMENT: ['executor'],
  COMPLAINED_OF: ['department', 'to', 'of'],
  MAY_BE_COMPLAINED_OF: ['isNoComplaint'],
  FILE_UNKNOWN: ['files', 'photo'],
  TOO_MANY_FILES: ['files'],
  OPEN_FIELD: ['text'],
  DUPLICATE_OF_ITSELF: ['of'],
  ORIGINAL_NEEDED: ['original'],
  ORIGINAL_IS_ANOTHER: ['original'],
  EXTENSION_TOO_LONG: ['days'],
  EXTENSION_TOO_SHORT: ['days'],
  NEXT_STEP_NEEDED: ['nextStep'],
  NEXT_STEP_OUT_OF_TERM: ['nextStepOn'],
  PROMISE_NEEDS_DAY: ['promisedUntil'],
  PROMISE_TOO_EARLY: ['promisedUntil', 'until'],
  EARLIER_ANSWER_NEEDED: ['earlier'],
  ADDRESS_NEEDED: ['address'],
  SITE_NOT_OWN: ['address'],
  ANSWER_NOT_PUBLISHED: ['address'],
  ANSWER_OF_ANOTHER_TOPIC: ['address'],
  LETTER_WITHOUT_ADDRESS: ['address'],
  POSTED_BEFORE_SIGNED: ['sentOn'],
  OUTCOME_NOT_SHOWN: ['proof'],
  OUTCOME_BEFORE_SENT: ['on'],
  LETTER_HAS_NUMBER: ['number'],
  SIGNATURE_UNREADABLE: ['signature'],
  SIGNATURE_OF_OTHER_BYTES: ['signature'],
  SIGNATURE_EXPIRED: ['signature'],
  SIGNATURE_WITHOUT_CERTIFICATE: ['signature'],
  SIGNATURE_OF_ANOTHER: ['signature'],
  TOO_MANY_SIGNATURES: ['signature'],
  REACTED_BEFORE_SENT: ['reactedOn'],
  LINK_LEADS_ELSEWHERE: ['link'],
  REQUEST_UNKNOWN: ['request'],
  LOGIN_TAKEN: ['login'],
  ROLES_MISSING: ['roles'],
  ROLE_UNKNOWN: ['roles'],
  STAND_IN_LACKS_ROLES: ['absence', 'standIn'],
  SUBSTITUTE_UNKNOWN: ['substitute'],
  SUBSTITUTION_DAYS: ['from'],
  SUBSTITUTION_OVERLAPS: ['from'],
  SUBSTITUTION_UNKNOWN: ['substitution'],
  DISTRICT_FILE_HAS_FAULTS: ['text'],
};

function pathOf(code: RefusalCode, input: Given, prefix: readonly string[] = ['input']): readonly string[] {
  const field = fieldsOf[code]?.find((name) => input[name] !== undefined && input[name] !== null);
  return field === undefined ? [] : [...prefix, field];
}

/** Every item's result is this refusal: what is wrong is the list. */
export function refusedItems(refusal: Refusal, items: readonly { readonly id: string }[]): readonly BulkResult[] {
  return items.map(({ id }) => ({ id, result: refusal }));
}
