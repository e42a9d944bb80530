export { exportDistrict } from './export-district.js';
export { emptyFolder, makeExportFolder } from './export-folder.js';
export { importDistrict, type ImportedDistrict } from './import-district.js';
export { ownerTransaction } from './owner-session.js';
export { registerDigest } from './register-digest.js';
