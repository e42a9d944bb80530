import { isUuid } from '@otklik/kernel';

/** Path of a published answer: its permanent address on each site of the district. */
export function answerPath(district: string, publication: string): string {
  return `/${district}/answers/${publication}`;
}

/** The id of the published answer that an address names; undefined: it names none of this district. */
export function publicationAt(address: string, district: string): string | undefined {
  const path = URL.parse(address)?.pathname.replace(/\/$/u, '');
  const id = path?.split('/').at(-1)?.toLowerCase();
  return id !== undefined && isUuid(id) && path?.toLowerCase() === answerPath(district, id) ? id : undefined;
}
