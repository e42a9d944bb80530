export {
  anyone,
  eventActor,
  holds,
  officialRoles,
  withinDistrict,
  type Actor,
  type OfficialRole,
  type OpenedBy,
  type Role,
  type RoleAssignment,
  type Identified,
} from './actor.js';
export { actingPost, isOnDuty, type Substitution } from './substitution.js';
export { departmentsOf, mayActIn } from './departments.js';
export {
  countedFilters,
  isReaderOf,
  searchedDistricts,
  seesView,
  type CountedFilters,
  type FollowedSearch,
  type SearchReader,
} from './followed-search.js';
export {
  isClientOrigin,
  isRedirect,
  MAX_REDIRECTS,
  originsOf,
  publicClient,
  publicClientScopes,
  type PublicClient,
  type PublicClientScope,
  type RegisteredClient,
} from './public-client.js';
export type { Departments } from '@otklik/kernel';
export { Database, type DistrictScope, type Transaction } from './district-scope.js';
export { directoryMigrations, installDirectory } from './directory-migrations.js';
export { installOnce, type InstallationInputs } from './installation.js';
export { inSnapshot, inTransaction, isDeadlock } from './in-transaction.js';
export { rowsByCursor } from './rows-by-cursor.js';
export { openDirectory, type DirectoryOptions } from './open-directory.js';
export { entityManagers, type EntityManagers } from './entities.js';
export {
  accessKinds,
  AccessRecords,
  evidenceMigrations,
  installEvidence,
  type AccessKind,
  type AccessRecord,
  type StoredAccessRecord,
} from './access-records.js';
export { applicantOpeners } from './applicant-openers.js';
export { sameOpening, withinDays } from './openings-sql.js';
export { memoryDirectory } from './memory-directory.js';
export {
  byHolder,
  capacities,
  permissionMatrix,
  permit,
  type Capacity,
  type Denial,
  type Permit,
  type PermissionMatrix,
} from './permissions.js';
export type { Open311Body } from './open311-body.js';
export { bodyEndpoint } from './body-endpoint.js';
export { PLATFORM } from './platform.js';
export { asOwner, openPool } from './open-pool.js';
export { openDatabase, type DatabaseOptions } from './postgres-database.js';
export {
  districtStatistics,
  forceRowSecurity,
  installService,
  installShared,
  ofMyDistricts,
  roleNames,
  rowSecurity,
  serviceUrls,
  sharedRoles,
  type Migration,
  type ServiceUrls,
} from './migration.js';
export { Directory } from './directory.js';
export type { Communities, Community } from './communities.js';
export { demandedSignature, outgoingPattern, type DistrictLetters } from './district-letters.js';
export type { PublicInformation, ReceptionHours, TopicQuestion } from './public-information.js';
export { caseRule, legalRule } from './legal-terms.js';
export { caseStarts, placeOf, type CaseRule } from './rule-places.js';
export {
  recordRetentionOf,
  recordsPastTerm,
  retentionOf,
  usualRecordTerms,
  type RecordKind,
  type RecordTerms,
  type RetentionTerms,
} from './retention.js';
export {
  classifierOf,
  isAssignable,
  noClassifier,
  shortCode,
  type Classifier,
  type ClassifierEdition,
  type ClassifierItem,
  type ClassifierRow,
  type CodeFinding,
} from './classifier.js';
export type { Law, LawRule } from './law-file.js';
export type {
  Absence,
  Department,
  District,
  DistrictPolicy,
  Named,
  NetworkAccount,
  Organisation,
  Settlement,
  Official,
  RoutingRule,
  Topic,
} from './directory.js';
