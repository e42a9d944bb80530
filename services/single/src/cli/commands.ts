import type { OperatorCommand } from './command.js';
import { districtCommand } from './district.js';
import { eraseCommand } from './erase.js';
import { erasuresCommand } from './erasures.js';
import { importCommand } from './import.js';
import { keysCommand } from './keys.js';
import { officialCommand } from './official.js';
import { blockedCommand } from './blocked.js';
import { rebuildCommand } from './rebuild.js';
import { rulesCommand } from './rules.js';
import { tokenCommand } from './token.js';
import { verifyCommand } from './verify.js';

/** Every command of the tool, in the order of its help. */
export const commands: readonly OperatorCommand[] = [
  tokenCommand,
  districtCommand,
  officialCommand,
  rulesCommand,
  importCommand,
  verifyCommand,
  rebuildCommand,
  blockedCommand,
  eraseCommand,
  erasuresCommand,
  keysCommand,
];
