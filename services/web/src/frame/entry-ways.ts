/** How an appeal came that an official enters. */
export const WAYS = ['PAPER', 'PHONE', 'RECEPTION'] as const;
export type Way = (typeof WAYS)[number];

export function newAppealPath(district: string, way: Way): string {
  return `/desk/${district}/registration/${way.toLowerCase()}`;
}
