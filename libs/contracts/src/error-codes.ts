/** Codes of invalid input, thrown as `BadInput`. */
export const inputErrors = [
  'BAD_INPUT',
  'TEXT_EMPTY',
  'TEXT_TOO_LONG',
  'TEXT_MALFORMED',
  'NUMBER_OUT_OF_RANGE',
  'PAGE_SIZE',
  'TOO_MANY_ITEMS',
  'DATE_IN_FUTURE',
  'DATE_IN_PAST',
  'DATE_OF_ANOTHER_YEAR',
  'DATE_TWICE',
  'DATE_CHANGES_NOTHING',
  'DATES_MISSING',
  'YEAR_UNKNOWN',
  'YEAR_HAS_TRANSFERS',
  'CONTACT_MALFORMED',
  'POINT_MALFORMED',
  'SETTLEMENT_UNKNOWN',
  'TOPIC_UNKNOWN',
  'BAD_CURSOR',
  'BAD_CONSISTENCY_TOKEN',
  'CODE_WRONG',
  'OTHER_DISTRICT',
  'LINK_OVER',
  'CONSENT_REQUIRED',
  'REPRESENTATIVE_NEEDED',
  'VALUE_MALFORMED',
  'NO_OPEN311_BODY',
  'ADDRESS_NOT_PUBLIC',
  'OUTGOING_NUMBER_TAKEN',
  'BODY_ADDRESS_NEEDED',
  'FILE_EMPTY',
  'FILE_TYPE_UNKNOWN',
  'FILE_DAMAGED',
  'FILE_ENCRYPTED',
  'FILE_SIGNED',
  'FILE_INFECTED',
  'TOO_LARGE',
  'PERSONAL_DATA_ASKED',
  'TOO_MANY_SEARCHES',
  'SEARCH_TOO_COSTLY',
] as const;

/** Of queries and uploads, and of credentials: no refusal of a mutation. `TOPIC_UNKNOWN` is one of the domain's. */
const notRefused = [
  'PAGE_SIZE',
  'BAD_CURSOR',
  'BAD_CONSISTENCY_TOKEN',
  'CODE_WRONG',
  'OTHER_DISTRICT',
  'LINK_OVER',
  'FILE_EMPTY',
  'FILE_TYPE_UNKNOWN',
  'FILE_DAMAGED',
  'FILE_ENCRYPTED',
  'FILE_SIGNED',
  'FILE_INFECTED',
  'TOO_LARGE',
  'PERSONAL_DATA_ASKED',
  'TOO_MANY_SEARCHES',
  'SEARCH_TOO_COSTLY',
  'TOPIC_UNKNOWN',
] as const satisfies readonly (typeof inputErrors)[number][];

/** Codes of invalid input that a mutation answers as a refusal, beside those of its rules. */
export const refusedInput = inputErrors.filter((code) => !notRefused.some((other) => other === code));

/** Every `errors[].extensions.code`: the schema's enum `ErrorCode` is generated from them; their texts are in `texts/errors.*.json`. */
export const errorCodes = [
  ...inputErrors,
  'TOO_COMPLEX',
  'SEVERAL_OWNERS',
  'OPERATION_NOT_LISTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'IDEMPOTENCY_KEY_REUSED',
  'RATE_LIMITED',
  'OVERLOADED',
  'TIMED_OUT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type InputErrorCode = (typeof inputErrors)[number];
export type ErrorCode = (typeof errorCodes)[number];
