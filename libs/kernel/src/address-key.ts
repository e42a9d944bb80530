/**
 * One spelling of a postal address, by which who left no other contact is known again: «678900, г. Алдан, ул. Ленина, д. 1» and
 * «Алдан, Ленина 1» give the same. Undefined without a house, which many share.
 */
export function addressKey(address: string | undefined): string | undefined {
  const words =
    (address ?? '')
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = words.filter((word) => !ADDRESS_KINDS.has(word) && !POSTCODE.test(word));
  const places = named.filter((word) => /^\p{L}{3,}$/u.test(word));
  const hasHouse = places.length >= 2 && /^\p{N}/u.test(named.at(-1)!);
  return hasHouse ? `address ${named.join(' ')}` : undefined;
}

const POSTCODE = /^\d{6}$/;

/** What names a kind of place, written or left out. */
export const ADDRESS_KINDS: ReadonlySet<string> = new Set(
  'г город п пос поселок пгт с село ул улица пер переулок пр проспект мкр микрорайон д дом кв квартира корп корпус'.split(
    ' ',
  ),
);
