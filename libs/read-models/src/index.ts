export type { Projection } from './projection.js';
export type { Progress, ReadModelOptions } from './build.js';
export { openHistory, type History, type HistoryBatch } from './history.js';
export { readModelMigrations } from './read-model-migrations.js';
export { makeReadModels, ReadModels } from './read-models.js';
export { OtherVersionAnswers, type Difference, type Verified } from './verify-projection.js';
export { mendHistory, type Mended } from './mend-history.js';
export { verifyHistory, type HistoryDifference, type HistoryPlace, type OwnerLog } from './verify-history.js';
