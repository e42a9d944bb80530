import { BadInput, optionalText } from '@otklik/host';
import { postalTrack } from '@otklik/kernel';

const MAX_LENGTH = 40;

/** A number at the post, of a label or a scanner; undefined where none was given. Throws `BadInput`. */
export function givenTrack(typed: string | null | undefined, path: string): string | undefined {
  const given = optionalText(typed, { max: MAX_LENGTH, path });
  if (given === undefined) return undefined;
  const { track, fault } = postalTrack(given);
  if (fault) throw new BadInput(`TRACK_${fault}`, path);
  return track;
}
