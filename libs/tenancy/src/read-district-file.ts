import Type from 'typebox';
import { checkDistrictFile, emptyPhrases, type LawBook } from './checked-district-file.js';
import { checkedYaml, DirectoryFileError } from './checked-file.js';
import { SynonymGroups, type DistrictFile } from './district-file.js';

const SynonymsFile = Type.Object({ synonyms: SynonymGroups }, { additionalProperties: false });

/** Throws `DirectoryFileError` with file and path. */
export function readDistrictFile(
  file: string,
  text: string,
  book: LawBook,
  bodyOrigins: readonly string[],
): DistrictFile {
  const { district, faults } = checkDistrictFile(text, book, bodyOrigins);
  if (faults[0]) throw new DirectoryFileError(file, faults[0].place, faults[0].why);
  return district!;
}

/** `deploy/synonyms.yaml`: the synonyms of the platform. Throws `DirectoryFileError` with file and path. */
export function readSynonymsFile(file: string, text: string): readonly (readonly string[])[] {
  const { synonyms } = checkedYaml(SynonymsFile, file, text);
  for (const [at, phrase] of emptyPhrases(synonyms)) {
    throw new DirectoryFileError(file, `/synonyms/${at}`, `«${phrase}» has no word`);
  }
  return synonyms;
}
