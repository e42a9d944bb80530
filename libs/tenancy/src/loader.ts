/** Writes the directory. An entry point of its own, so that services do not load the file checks. */
export {
  checkDistrictFile,
  fileFaultCodes,
  type CheckedDistrictFile,
  type FileFault,
  type FileFaultCode,
  type LawBook,
} from './checked-district-file.js';
export {
  addYearTransfers,
  calendarYears,
  isTransfersFault,
  putDistrictTransfers,
  transferredDays,
  type Transfers,
  type TransfersFault,
} from './calendar-transfers.js';
export type { CalendarYear } from './calendar-file.js';
export {
  classifierEditions,
  loadClassifier,
  type ClassifierReport,
  type EditionSummary,
  type RefusedClassifier,
  type TopicWithoutCode,
} from './classifier-loader.js';
export { addPublicClient, ClientFault, MAX_CLIENT_TITLE_LENGTH, revokePublicClient } from './client-writer.js';
export { DirectoryFileError } from './checked-file.js';
export { departmentId, officialId, type EntryData } from './directory-entries.js';
export {
  addDistrict,
  addOfficial,
  dismissOfficial,
  districtOfFile,
  loadDistricts,
  loadOfficials,
  putDistrictFile,
  restoreLaw,
  type LoadReport,
} from './directory-loader.js';
export {
  calendarYearsIn,
  directoryHistory,
  directoryNow,
  writeDirectoryIn,
  type DirectoryVersion,
  type DirectoryWriter,
} from './directory-writer.js';
export type { DistrictFile } from './district-file.js';
export { readOfficialsFile, type NewOfficial } from './officials-file.js';
export { withTriedLetters, withTriedRules } from './tried-district.js';
