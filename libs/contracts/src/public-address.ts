import { isUuid } from '@otklik/kernel';

/** Path of a published answer: its permanent address on each site of the district. */
export function answerPath(district: string, publication: string): string {
  return `/${district}/answers/${publication}`;
}

/** Path of a photo of it. `number`: 1, 2, 3 … as they were proposed, so that the address tells nothing of the file. */
export function answerPhotoPath(district: string, publication: string, number: number): string {
  return `/files/${district}/published/${publication}/${number}`;
}

/** The id of the published answer that an address names; undefined: it names none of this district. */
export function publicationAt(address: string, district: string): string | undefined {
  const path = URL.parse(address)?.pathname.replace(/\/$/u, '');
  const id = path?.split('/').at(-1)?.toLowerCase();
  return id !== undefined && isUuid(id) && path?.toLowerCase() === answerPath(district, id) ? id : undefined;
}
