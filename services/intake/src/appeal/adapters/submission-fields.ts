import type { Channel } from '@otklik/contracts/enumerations';
import type { CorrectDetailsInput, EnterAppealInput, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, checkAll, cleanText, MAX_TEXT_LENGTH, NotFound, optionalText } from '@otklik/host';
import { compact, isAddress, wireAddress } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { Corrected } from '../application/correct-details.js';
import type { Submitted } from '../application/submit-appeal.js';
import { chosenTopic } from './chosen-topic.js';
import { checkedDay, isPhone } from './checked-values.js';
import { addressOf, enteredFields, wholeName } from './entered-fields.js';

/** Raw fields of a submission by any channel. */
export interface RawFields {
  readonly text: string;
  readonly name?: string | null | undefined;
  readonly contact?: string | null | undefined;
  readonly place?: RawPlace | null | undefined;
}

export interface RawPlace {
  readonly settlement?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly point?: { readonly latitude: number; readonly longitude: number } | null | undefined;
}

type CheckedFields = Pick<Submitted, 'text' | 'name' | 'contact' | 'settlement' | 'placeText' | 'point'>;

const MAX_NAME_LENGTH = 200;
const MAX_CONTACT_LENGTH = 254;
const MAX_PLACE_LENGTH = 500;
const MAX_VERSION_LENGTH = 40;
const ENTRY_CHANNELS: readonly Channel[] = ['PAPER', 'RECEPTION', 'PHONE'];

/** Validates a resident's form. Throws `BadInput`. */
export function fromForm(input: SubmitAppealInput, ctx: ClientCommandContext): Submitted {
  const { inDistrict, sender } = ctx;
  const [fields, wish, topic, agreed] = checkAll(
    () => checkedFields(input, inDistrict),
    () => wishOf(input),
    () => chosenTopic(input, inDistrict),
    () => consents(input, ctx),
  );
  return {
    ...fields,
    ...keyAndFiles(input),
    ...wish,
    ...topic,
    ...agreed,
    submitter: { by: 'form' },
    channel: 'SITE',
    ...identityOf(sender),
  };
}

/**
 * Consents that the sender gave; what was not agreed to is absent. The one to processing is to the text that the district has
 * now, and nothing of a person is taken without it (152-FZ art. 9).
 */
function consents(
  { consent, mayBePublished, ...input }: SubmitAppealInput,
  { inDistrict, sender }: ClientCommandContext,
): Pick<Submitted, 'consent' | 'mayBePublished'> {
  const path = 'input.consent';
  const version = optionalText(consent, { max: MAX_VERSION_LENGTH, path });
  const isNeeded = tellsOfPerson(input) || isIdentified(sender);
  if (version === undefined ? isNeeded : version !== inDistrict.public.consent.version)
    throw new BadInput('CONSENT_REQUIRED', path);
  return { ...(version !== undefined && { consent: { version } }), ...(mayBePublished === true && { mayBePublished }) };
}

function wishOf({ address, answerWay }: SubmitAppealInput): Pick<Submitted, 'address' | 'answerWay'> {
  const postal = addressOf(address);
  return compact({ address: postal, ...(answerWay && { answerWay }) });
}

function tellsOfPerson({ name, contact, address, place, files }: SubmitAppealInput): boolean {
  const texts = [name, contact, address?.text, place?.text];
  return texts.some((text) => Boolean(text?.trim())) || Boolean(place?.point) || (files ?? []).length > 0;
}

/** The issuer's name replaces a typed one. */
function identityOf(sender: ClientCommandContext['sender']): Pick<Submitted, 'identified' | 'subject' | 'name'> {
  if (sender.kind !== 'anyone' || !sender.identified) return { identified: false };
  const { subject, name } = sender.identified;
  return compact({ identified: true, subject, name });
}

function isIdentified(sender: ClientCommandContext['sender']): boolean {
  return sender.kind === 'anyone' && sender.identified !== undefined;
}

/** Validates an official's entry. Throws `BadInput`. */
export function fromOfficial(input: EnterAppealInput, { inDistrict, sender, at }: ClientCommandContext): Submitted {
  const { channel, receivedOn } = input;
  if (sender.kind !== 'official') throw new NotFound();
  const [, day, fields, entered, topic] = checkAll(
    () => demandEntered(channel),
    () => (receivedOn ? checkedDay(receivedOn, inDistrict, at, 'input.receivedOn') : undefined),
    () => enteredBy(input, inDistrict),
    () => enteredFields(input, inDistrict, at),
    () => chosenTopic(input, inDistrict),
  );
  return {
    ...fields,
    ...entered,
    ...topic,
    ...keyAndFiles(input),
    submitter: { by: 'official', official: sender.id },
    channel,
    // At a reception the passport is shown (59-FZ art. 13(2)).
    identified: channel === 'RECEPTION',
    ...compact({ receivedOn: day }),
  };
}

function demandEntered(channel: Channel): void {
  if (!ENTRY_CHANNELS.includes(channel))
    throw new BadInput('BAD_INPUT', 'input.channel', {}, `One of ${ENTRY_CHANNELS.join(', ')} is needed.`);
}

function enteredBy(input: EnterAppealInput, district: District): CheckedFields {
  const checked = checkedFields({ ...input, name: input.name ?? wholeName(input) }, district);
  if (input.signatories && checked.name === undefined) throw new BadInput('REPRESENTATIVE_NEEDED', 'input.name');
  return checked;
}

function keyAndFiles({ key, files }: Pick<SubmitAppealInput, 'key' | 'files'>): Pick<Submitted, 'key' | 'files'> {
  return { key: key.toLowerCase(), files: [...new Set((files ?? []).map((id) => id.toLowerCase()))] };
}

/** Validates and normalises. `at`: prefix of the path of a fault (`input.`). Throws `BadInput`. */
export function checkedFields(raw: RawFields, district: District, at = 'input.'): CheckedFields {
  const [name, contact, text, place] = checkAll(
    () => optionalText(raw.name, { max: MAX_NAME_LENGTH, path: `${at}name` }),
    () => {
      const given = optionalText(raw.contact, { max: MAX_CONTACT_LENGTH, path: `${at}contact` });
      return given === undefined ? undefined : checkedContact(given, `${at}contact`);
    },
    () => cleanText(raw.text, { max: MAX_TEXT_LENGTH, path: `${at}text` }),
    () => checkedPlace(raw.place ?? {}, district, at),
  );
  return { text, ...compact({ name, contact }), ...place };
}

/** An e-mail address to which a letter can go, or a phone number of 5 to 15 digits. */
export function checkedContact(value: string, path: string): NonNullable<Submitted['contact']> {
  if (isAddress(wireAddress(value))) return { kind: 'EMAIL', value };
  if (isPhone(value)) return { kind: 'PHONE', value };
  throw new BadInput('CONTACT_MALFORMED', path);
}

/** Throws `BadInput`. */
export function checkedPlace(
  place: RawPlace,
  district: District,
  at: string,
): Pick<CheckedFields, 'settlement' | 'placeText' | 'point'> {
  const { settlement } = place;
  const [placeText, , point] = checkAll(
    () => optionalText(place.text, { max: MAX_PLACE_LENGTH, path: `${at}place.text` }),
    () => {
      if (settlement && !district.settlements.some(({ code }) => code === settlement))
        throw new BadInput('SETTLEMENT_UNKNOWN', `${at}place.settlement`);
    },
    () => (place.point ? checkedPoint(place.point, `${at}place.point`) : undefined),
  );
  return compact({ ...(settlement && { settlement }), placeText, point });
}

/** Of a correction. `gist`: as it was cleaned before. Throws `BadInput`. */
export function correctedDetails(
  { id, expectedVersion, gist, removesGist, place, reason }: CorrectDetailsInput,
  district: District,
): Corrected {
  return {
    id,
    expectedVersion,
    reason,
    ...(gist && { gist }),
    ...(removesGist && { removesGist }),
    ...(place && { place: checkedPlace(place, district, 'input.') }),
  };
}

function checkedPoint({ latitude, longitude }: NonNullable<RawPlace['point']>, path: string): string {
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) throw new BadInput('POINT_MALFORMED', path);
  return `${latitude},${longitude}`;
}
