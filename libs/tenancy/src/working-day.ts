import { minuteOf, type WorkingDay } from '@otklik/kernel';

/** Why the hours are none of a working day; undefined when they are. Places are relative to the day. */
export function hoursFault({
  from,
  to,
  breaks,
  shortenedBy,
}: WorkingDay): { readonly place: string; readonly why: string } | undefined {
  let last = minuteOf(from);
  for (const [at, pause] of breaks.entries()) {
    if (minuteOf(pause.from) < last || minuteOf(pause.to) <= minuteOf(pause.from))
      return { place: `breaks/${at}`, why: 'a break begins after what stands before it and before its own end' };
    last = minuteOf(pause.to);
  }
  if (minuteOf(to) <= last) return { place: 'to', why: 'the day ends before its last break or its beginning' };
  const first = breaks[0] ? minuteOf(breaks[0].from) : minuteOf(to);
  if (minuteOf(to) - shortenedBy <= minuteOf(from) || (first === minuteOf(from) && breaks.length > 0))
    return { place: 'shortenedBy', why: 'no working time is left' };
  return undefined;
}
