import type { EnterAppealInput, OriginalInput } from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll, demandRange, optionalText } from '@otklik/host';
import { namesPlace } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { EnteredFields } from '../application/submit-appeal.js';
import { checkedDay, isPhone } from './checked-values.js';
import { sentOnBy } from './sending-body.js';

const MAX_NAME_PART_LENGTH = 100;
const MAX_ADDRESS_LENGTH = 300;
const MAX_FORWARDER_LENGTH = 200;
const MAX_ORIGINAL_NUMBER_LENGTH = 50;
const MAX_SHEETS = 1_000;
const MAX_SIGNATORIES = 1_000_000;

/** Fields of the paper form beside the text. `at`: server clock. Throws `BadInput`. */
export function enteredFields(input: EnterAppealInput, district: District, at: string): EnteredFields {
  const { kind, answerWay } = input;
  const [names, phone, address, forwardedBy, signatories, original, sentOn] = checkAll(
    () => nameParts(input),
    () => phoneOf(input.phone),
    () => addressOf(input.address),
    () => optionalText(input.forwardedBy, { max: MAX_FORWARDER_LENGTH, path: 'input.forwardedBy' }),
    () => signatoriesOf(input.signatories),
    () => (input.original ? originalOf(input.original, district, at) : undefined),
    () => sentOnBy(input.receivedFrom, district, at),
  );
  return withoutBlanks({
    ...names,
    phone,
    address,
    forwardedBy,
    signatories,
    original,
    ...sentOn,
    kind: kind ?? undefined,
    answerWay: answerWay ?? undefined,
  });
}

/** The whole name by its parts, as papers write it; undefined without any. */
export function wholeName(input: Pick<EnterAppealInput, 'surname' | 'givenName' | 'patronymic'>): string | undefined {
  const { surname, givenName, patronymic } = nameParts(input);
  const parts = [surname, givenName, patronymic].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function nameParts({
  surname,
  givenName,
  patronymic,
}: Pick<EnterAppealInput, 'surname' | 'givenName' | 'patronymic'>): Pick<
  EnteredFields,
  'surname' | 'givenName' | 'patronymic'
> {
  const part = (text: string | null | undefined, name: string) =>
    optionalText(text, { max: MAX_NAME_PART_LENGTH, path: `input.${name}` });
  const [first, given, third] = checkAll(
    () => part(surname, 'surname'),
    () => part(givenName, 'givenName'),
    () => part(patronymic, 'patronymic'),
  );
  return withoutBlanks({ surname: first, givenName: given, patronymic: third });
}

function phoneOf(raw: string | null | undefined): string | undefined {
  const phone = optionalText(raw, { max: 30, path: 'input.phone' });
  if (phone === undefined || isPhone(phone)) return phone;
  throw new BadInput('CONTACT_MALFORMED', 'input.phone');
}

/** Postcode in front; undefined where it names no place. Throws `BadInput`. */
export function addressOf(address: EnterAppealInput['address']): string | undefined {
  if (!address) return undefined;
  const [postcode, text] = checkAll(
    () => postcodeOf(address.postcode),
    () => optionalText(address.text, { max: MAX_ADDRESS_LENGTH, path: 'input.address.text' }),
  );
  // A dash in the blank is no address: it would make an applicant reachable whom no letter reaches.
  if (text !== undefined && !namesPlace(text)) return undefined;
  return [postcode, text].filter((part) => part !== undefined).join(', ') || undefined;
}

function postcodeOf(raw: string | null | undefined): string | undefined {
  const postcode = optionalText(raw, { max: 6, path: 'input.address.postcode' });
  if (postcode !== undefined && !/^\d{6}$/.test(postcode))
    throw new BadInput('BAD_INPUT', 'input.address.postcode', {}, 'Six digits are needed.');
  return postcode;
}

function originalOf(
  { number, date, sheets, enclosures }: OriginalInput,
  district: District,
  at: string,
): NonNullable<EnteredFields['original']> {
  const path = 'input.original';
  const [itsNumber, itsDate, itsSheets, itsEnclosures] = checkAll(
    () => optionalText(number, { max: MAX_ORIGINAL_NUMBER_LENGTH, path: `${path}.number` }),
    () => (date ? checkedDay(date, district, at, `${path}.date`) : undefined),
    () => sheetCount(sheets, 1, `${path}.sheets`),
    () => sheetCount(enclosures, 0, `${path}.enclosures`),
  );
  return withoutBlanks({ number: itsNumber, date: itsDate, sheets: itsSheets, enclosures: itsEnclosures });
}

/** The applicant is one of them, and their representative. */
function signatoriesOf(count: number | null | undefined): number | undefined {
  if (count === null || count === undefined) return undefined;
  demandRange(count, { min: 2, max: MAX_SIGNATORIES }, 'input.signatories');
  return count;
}

function sheetCount(count: number | null | undefined, min: number, path: string): number | undefined {
  if (count === null || count === undefined) return undefined;
  demandRange(count, { min, max: MAX_SHEETS }, path);
  return count;
}

type WithoutBlanks<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutBlanks<Fields extends object>(fields: Fields): WithoutBlanks<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as WithoutBlanks<Fields>;
}
