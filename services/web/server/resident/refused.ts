import { errorCodes, type ErrorCode } from '@otklik/contracts/error-codes';
import type { PublicDistrict, Refusal as SchemaRefusal } from '@otklik/contracts/generated/graphql';
import type { Challenge } from './form-values.js';

export interface RefusedField {
  readonly path: string;
  readonly message: string;
}

/** The operation failed or was refused; the message is for the reader, in the language of the request. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    override readonly message: string,
    readonly code: ErrorCode | 'REFUSED',
    /** Path of the invalid input field. */
    readonly path?: string,
    /** Of one beyond a limit. */
    readonly challenge?: Challenge | undefined,
    /** Of OTHER_DISTRICT: whose page it is. */
    readonly district?: Pick<PublicDistrict, 'code' | 'name'> | undefined,
    /** Everything that is wrong with the input, where the operation asks for it. */
    readonly faults: readonly RefusedField[] = [],
  ) {
    super(message);
  }
}

type Refusal = Pick<SchemaRefusal, 'message'> & Partial<SchemaRefusal>;

export function isRefusal(answer: unknown): answer is Refusal {
  return (answer as { readonly message?: unknown } | null | undefined)?.message !== undefined;
}

/** With the code of invalid input; one of the rules is `REFUSED`. */
export function refusedBy({ code, message, faults = [] }: Refusal): Refused {
  const known = errorCodes.find((one) => one === code) ?? 'REFUSED';
  const fields = faults.map((fault) => ({ path: fault.path.join('.'), message: fault.message }));
  return new Refused(message, known, fields[0]?.path, undefined, undefined, fields);
}
