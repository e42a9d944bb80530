/** Loads files into the directory. An entry point of its own, so that services do not load the file checks. */
export { DirectoryFileError } from './checked-file.js';
export {
  addDistrict,
  addOfficial,
  dismissOfficial,
  loadDistricts,
  loadOfficials,
  type LoadReport,
} from './directory-loader.js';
export type { NewOfficial } from './officials-file.js';
