import { NoticeKind } from '@otklik/contracts/enumerations';
import Type, { type Static } from 'typebox';
import { EmailAddress } from './public-information.js';

/** `letters:` of a district's file: how its official letters are numbered, headed and signed. */

const strict = { additionalProperties: false };
const Line = Type.String({ minLength: 1, maxLength: 200 });
const Digits = (pattern: string) => Type.Optional(Type.String({ pattern }));

/** `{n}` runs; a digit beside it would make two series meet in one number. */
const NUMBER = '^(?:[^{}]|\\{index\\}|\\{year\\})*(?<![0-9}])\\{n\\}(?![0-9{])(?:[^{}]|\\{index\\}|\\{year\\})*$';

export const DistrictLetters = Type.Object(
  {
    /** By the list of files: `02-11`. */
    index: Type.Optional(Type.String({ pattern: '^[\\p{L}\\d./-]{1,20}$' })),
    /** Of `{index}`, `{year}` and the running `{n}`; `{index}/{n}` by default, without an index `{n}`. */
    number: Type.Optional(Type.String({ pattern: NUMBER, maxLength: 40 })),
    /** What the sheet has above the text; each line that is absent is `public:`'s. */
    letterhead: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 6 })),
          nameSah: Type.Optional(Type.Array(Line, { minItems: 1, maxItems: 6 })),
          address: Type.Optional(Line),
          phone: Type.Optional(Line),
          email: Type.Optional(EmailAddress),
          site: Type.Optional(Line),
          okpo: Digits('^\\d{8}$|^\\d{10}$'),
          ogrn: Digits('^\\d{13}$'),
          inn: Digits('^\\d{10}$'),
          kpp: Digits('^\\d{9}$'),
        },
        strict,
      ),
    ),
    /** The login of who signs what no person has signed: notices, covering letters, requests. Absent: they go unsigned. */
    noticesSignedBy: Type.Optional(Type.String({ pattern: '^[a-z0-9._-]{1,60}$' })),
    /**
     * When they leave: `AT_ONCE`, with that official's name, as where it is absent; `SIGNED`: none leaves, nor has a number, before that
     * official or a substitute signed it, all of a day with one press.
     */
    noticesLeave: Type.Optional(Type.Enum(['AT_ONCE', 'SIGNED'])),
    /** Which letters leave by e-mail or post, and are on the page, only with an electronic signature made outside. Absent: none. */
    signature: Type.Optional(
      Type.Object(
        {
          kinds: Type.Array(Type.Enum([...NoticeKind.values]), { minItems: 1, uniqueItems: true }),
          /** `TRUSTED`: of an authority that the installation has loaded. `VALID`: its chain is not verified here. */
          level: Type.Enum(['TRUSTED', 'VALID']),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type DistrictLetters = Static<typeof DistrictLetters>;

/** With `{n}` where the number runs. Numbers that differ in it are of different series. */
export function outgoingPattern({ index, number }: DistrictLetters, year: number): string {
  const pattern = number ?? (index === undefined ? '{n}' : '{index}/{n}');
  return pattern.replaceAll('{index}', index ?? '').replaceAll('{year}', String(year));
}

/** A letter that has a signatory of its own, whomever the file names for notices; and what is no letter. */
const SIGNED_OTHERWISE: readonly NoticeKind[] = ['ANSWERED', 'TAKEN_UP', 'ANSWERED_AT_ONCE', 'ISSUE_ENDED'];

/** Fields by which letters would wait for ever: they wait for a signature, and no signatory is named for them. */
export function waitsForNoSignatory({
  noticesSignedBy,
  noticesLeave,
  signature,
}: DistrictLetters = {}): readonly string[] {
  if (noticesSignedBy !== undefined) return [];
  const kinds = signature?.kinds.filter((kind) => !SIGNED_OTHERWISE.includes(kind)) ?? [];
  return [...(noticesLeave === 'SIGNED' ? ['noticesLeave'] : []), ...(kinds.length > 0 ? ['signature/kinds'] : [])];
}

/** The signature that a letter of the kind must have before it leaves; undefined: none. */
export function demandedSignature(
  letters: DistrictLetters | undefined,
  kind: NoticeKind,
): 'TRUSTED' | 'VALID' | undefined {
  const { signature } = letters ?? {};
  return signature?.kinds.includes(kind) ? signature.level : undefined;
}
