import type { LocalCommand, OperatorCommand } from './command.js';

type Command = OperatorCommand | LocalCommand;

/** Every command of the tool, in the order of its help. Each is loaded only when it is called, or when all are described. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  status: async () => (await import('./status.js')).statusCommand,
  token: async () => (await import('./token.js')).tokenCommand,
  district: async () => (await import('./district.js')).districtCommand,
  official: async () => (await import('./official.js')).officialCommand,
  client: async () => (await import('./client.js')).clientCommand,
  rules: async () => (await import('./rules.js')).rulesCommand,
  replay: async () => (await import('./replay.js')).replayCommand,
  law: async () => (await import('./law.js')).lawCommand,
  calendar: async () => (await import('./calendar.js')).calendarCommand,
  classifier: async () => (await import('./classifier.js')).classifierCommand,
  map: async () => (await import('./map.js')).mapCommand,
  term: async () => (await import('./term.js')).termCommand,
  import: async () => (await import('./import.js')).importCommand,
  'import-journal': async () => (await import('./import-journal.js')).importJournalCommand,
  'import-pos': async () => (await import('./import-pos.js')).importPosCommand,
  verify: async () => (await import('./verify.js')).verifyCommand,
  trail: async () => (await import('./trail.js')).trailCommand,
  anchor: async () => (await import('./anchor.js')).anchorCommand,
  evidence: async () => (await import('./evidence.js')).evidenceCommand,
  report: async () => (await import('./report.js')).reportCommand,
  'verify-file': async () => (await import('./verify-file.js')).verifyFileCommand,
  certificate: async () => (await import('./certificate.js')).certificateCommand,
  rebuild: async () => (await import('./rebuild.js')).rebuildCommand,
  blocked: async () => (await import('./blocked.js')).blockedCommand,
  erase: async () => (await import('./erase.js')).eraseCommand,
  erasures: async () => (await import('./erasures.js')).erasuresCommand,
  retention: async () => (await import('./retention.js')).retentionCommand,
  keys: async () => (await import('./keys.js')).keysCommand,
  backup: async () => (await import('./backup.js')).backupCommand,
  'verify-backup': async () => (await import('./verify-backup.js')).verifyBackupCommand,
  restore: async () => (await import('./restore.js')).restoreCommand,
  export: async () => (await import('./export.js')).exportCommand,
  'import-district': async () => (await import('./import-district.js')).importDistrictCommand,
  size: async () => (await import('./size.js')).sizeCommand,
  letters: async () => (await import('./letters.js')).lettersCommand,
};

export async function commandNamed(name: string | undefined): Promise<Command | undefined> {
  return name !== undefined && Object.hasOwn(loaders, name) ? loaders[name]!() : undefined;
}

export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
