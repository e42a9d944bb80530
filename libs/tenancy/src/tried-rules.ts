import { checkDistrictFile } from './checked-district-file.js';
import { districtOf, entriesOf, type EntryRow } from './directory-entries.js';
import type { District } from './directory.js';

/** Parts of a file by which a question gets its topic and department. Synonyms stay those in force. */
const parts = ['routingRules', 'topics', 'departments', 'settlements'] as const;

/** `present` with the rules, topics, departments and settlements of a text that is tried; undefined while there is a fault in these. */
export function withTriedRules(present: District, text: string): District | undefined {
  // Terms are not tried, so no law is needed; what is found wrong with other parts does not matter here.
  const { district: file, faults } = checkDistrictFile(text, { law: {}, calendar: present.calendar });
  if (!file || faults.some(({ place }) => parts.some((part) => place.startsWith(`/${part}/`)))) return undefined;
  const rows = entriesOf(file).map((entry) => ({ ...entry, district: present.id, version: 0 }) as EntryRow);
  const { routingRules, topics, departments, settlements } = districtOf(rows, [])!;
  return { ...present, routingRules, topics, departments, settlements };
}
