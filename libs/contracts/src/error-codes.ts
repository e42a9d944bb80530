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
  'CONTACT_MALFORMED',
  'POINT_MALFORMED',
  'SETTLEMENT_UNKNOWN',
  'BAD_CURSOR',
  'BAD_CONSISTENCY_TOKEN',
  'CODE_WRONG',
  'LINK_OVER',
  'CONSENT_REQUIRED',
  'REPRESENTATIVE_NEEDED',
  'VALUE_MALFORMED',
  'NO_OPEN311_BODY',
  'ADDRESS_NOT_PUBLIC',
  'OUTGOING_NUMBER_TAKEN',
  'FILE_EMPTY',
  'FILE_TYPE_UNKNOWN',
  'FILE_DAMAGED',
  'FILE_ENCRYPTED',
  'FILE_SIGNED',
  'TOO_LARGE',
  'PERSONAL_DATA_ASKED',
  'TOO_MANY_SEARCHES',
  'SEARCH_TOO_COSTLY',
] as const;

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
