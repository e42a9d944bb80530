import type { LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { receiptOf } from '../../domain/scanned-code.js';
import { numberKey, oldNumberKey } from '../../../fulltext/domain/number-key.js';
import type { FilterFields } from './register-filter.js';

/** Five and five signs of Crockford's base32, as `numberKey` spells them. */
const RECEIPT = /^[0-9авсdеfgнjкмnрqrsтvwхуz]{10}$/;
/** Prefix, letter of the journal, year, place in the series. */
const REGISTRATION = /^\p{L}+[ос]\d{5,}$/u;
/** Of the journal that was kept before: «17/2025». */
const OLD = /^№?\s*([\p{L}\d-]{1,12})\s*\/\s*(20\d\d)$/u;
/** How a number of this year is said: «С-212», «212». */
const SHORT = /^([ос]?)(\d{1,6})$/u;

/** What a typed number asks the register for: a registration number, a short one of this year, or a receipt. */
export function typedNumber(
  typed: string,
  districts: readonly District[],
  today: (zone: string) => LocalDate,
): FilterFields {
  const scanned = receiptOf(typed);
  if (scanned !== undefined) return typedNumber(scanned, districts, today);
  const [, old, year] = OLD.exec(typed.trim()) ?? [];
  if (old !== undefined && year !== undefined) return { registrationKeys: keysOfOld(old, year) };
  const short = SHORT.exec(
    typed
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replace('c', 'с')
      .replace('o', 'о'),
  );
  if (short)
    return { registrationKeys: districts.flatMap((district) => ofThisYear(short, district, today(district.zone))) };
  const key = numberKey(typed) ?? '';
  const isOfDistrict = districts.some(({ policy }) => key.startsWith(policy.numberPrefix.toLowerCase()));
  const isReceipt = RECEIPT.test(key) && !(REGISTRATION.test(key) && isOfDistrict);
  return isReceipt ? { receiptKeys: [key] } : { registrationKeys: [key] };
}

function ofThisYear([, letter, serial]: RegExpExecArray, { policy }: District, today: LocalDate): readonly string[] {
  const year = today.slice(0, 4);
  const letters = letter ? [letter] : ['о', 'с'];
  const own = letters.flatMap((one) => numberKey(`${policy.numberPrefix}${one}${year}${serial}`) ?? []);
  return letter ? own : [...own, ...keysOfOld(serial!, year)];
}

function keysOfOld(number: string, year: string): readonly string[] {
  return [oldNumberKey(year, number) ?? []].flat();
}
