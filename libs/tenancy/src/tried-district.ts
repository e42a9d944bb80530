import { compact } from '@otklik/kernel';
import { checkDistrictFile } from './checked-district-file.js';
import { districtOf, entriesOf, type EntryRow } from './directory-entries.js';
import type { District } from './directory.js';

/** `present` with the rules, topics, departments and settlements of a text that is tried; undefined while there is a fault in these. */
export function withTriedRules(present: District, text: string): District | undefined {
  // Synonyms stay those in force: of the platform's and the district's own the directory knows no bounds.
  const tried = triedDistrict(present, text, ['routingRules', 'topics', 'departments', 'settlements']);
  if (!tried) return undefined;
  const { routingRules, topics, departments, settlements } = tried;
  return { ...present, routingRules, topics, departments, settlements };
}

/** `present` with the letterhead, and what it shows of the administration, of a text that is tried; undefined while there is a fault in these. */
export function withTriedLetters(present: District, text: string): District | undefined {
  const tried = triedDistrict(present, text, ['letters', 'public', 'name']);
  if (!tried) return undefined;
  const { letters: _, ...kept } = present;
  const { name, public: shown, letters } = tried;
  return { ...kept, name, public: shown, ...compact({ letters }) };
}

/** Without its calendar and law: terms are not tried. What is found wrong with other parts than these does not matter. */
function triedDistrict(present: District, text: string, parts: readonly string[]): District | undefined {
  const { district: file, faults } = checkDistrictFile(text, { law: {}, calendar: present.calendar });
  if (!file || faults.some(({ place }) => parts.includes(place.split('/')[1]!))) return undefined;
  const rows = entriesOf(file).map((entry) => ({ ...entry, district: present.id, version: 0 }) as EntryRow);
  return districtOf(rows, []);
}
