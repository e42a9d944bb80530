/** A failure with a remedy: printed as one line, without a stack. */
export class PlainError extends Error {
  name = 'PlainError';
}

const causes = {
  ENOSPC: (error) => `the disk is full${where(error)}: make room, then start again. Nothing was lost.`,
  /** PostgreSQL's disk_full. */
  53100: () => causes.ENOSPC({}),
  EDQUOT: (error) => `the disk quota is used up${where(error)}: make room, then start again. Nothing was lost.`,
  EROFS: (error) => `the file system is read only${where(error)}: give a writable folder in OTKLIK_DATA.`,
  EACCES: (error) =>
    `this user may not write there${where(error)}: start as its owner, or set OTKLIK_DATA to a folder of yours.`,
  EPERM: (error) =>
    `this user may not do that${where(error)}: start as the folder's owner, or set OTKLIK_DATA to a folder of yours.`,
};

function where(error) {
  return error.path ? ` (${error.path})` : '';
}

/** The line to print; undefined for a defect, which is printed with its stack. */
export function plainLine(error) {
  if (['PlainError', 'DirectoryFileError'].includes(error?.name)) return error.message;
  if (error?.name === 'WrongConfiguration') return `wrong configuration.\n${error.message}`;
  return causes[error?.code]?.(error);
}

/** Prints the error and sets the exit code to 1. */
export function explain(error) {
  const line = plainLine(error);
  console.error(line === undefined ? error : `Otklik: ${line}`);
  process.exitCode = 1;
}
