import { anchorCommand } from './anchor.js';
import { backupCommand } from './backup.js';
import type { LocalCommand, OperatorCommand } from './command.js';
import { districtCommand } from './district.js';
import { eraseCommand } from './erase.js';
import { erasuresCommand } from './erasures.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { importDistrictCommand } from './import-district.js';
import { keysCommand } from './keys.js';
import { officialCommand } from './official.js';
import { blockedCommand } from './blocked.js';
import { lettersCommand } from './letters.js';
import { rebuildCommand } from './rebuild.js';
import { replayCommand } from './replay.js';
import { restoreCommand } from './restore.js';
import { retentionCommand } from './retention.js';
import { rulesCommand } from './rules.js';
import { statusCommand } from './status.js';
import { termCommand } from './term.js';
import { tokenCommand } from './token.js';
import { trailCommand } from './trail.js';
import { verifyBackupCommand } from './verify-backup.js';
import { verifyCommand } from './verify.js';

/** Every command of the tool, in the order of its help. */
export const commands: readonly (OperatorCommand | LocalCommand)[] = [
  statusCommand,
  tokenCommand,
  districtCommand,
  officialCommand,
  rulesCommand,
  replayCommand,
  termCommand,
  importCommand,
  verifyCommand,
  trailCommand,
  anchorCommand,
  rebuildCommand,
  blockedCommand,
  eraseCommand,
  erasuresCommand,
  retentionCommand,
  keysCommand,
  backupCommand,
  verifyBackupCommand,
  restoreCommand,
  exportCommand,
  importDistrictCommand,
  lettersCommand,
];
