import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { required, type Arguments, type Report } from './command.js';
import { districtOf } from './district-of.js';
import { visitorsOf } from './operations.js';

/** Name, telephone and words of a visitor of a reception, who is a person of no appeal: the key is destroyed, the events are unreadable. */
export async function eraseVisitor(composition: Composition, args: Arguments, report: Report): Promise<number> {
  const district = districtOf(composition, required(args, 'district'));
  switch (await visitorsOf(composition).erase(district, required(args, 'reception'))) {
    case 'UNKNOWN':
      throw new PlainError(`${district.code} has no such booking; nothing was erased.`);
    case 'AHEAD':
      throw new PlainError('The visit has not ended: cancel the booking first. Nothing was erased.');
    case 'BEFORE':
      report.print('Name and words of this visitor were erased before.');
      return 0;
    case 'ERASED':
      report.print('The key is destroyed. An appeal that was registered there is erased by --person with its id.');
      return 0;
  }
}
