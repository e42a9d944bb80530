/** Files into the directory: of starts and the operator's tool. No service carries it, nor what checks files. */
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
