import type { ErrorCode } from '@otklik/contracts/error-codes';
import { errorText, isRefusalCode, refusalText } from '@otklik/contracts/texts';
import { eventActor, holds, type Actor, type District } from '@otklik/tenancy';
import type { IntakeOperations } from '@otklik/intake/module';
import type { Composition } from '../composition.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';
import { countLines, fileLines } from './file-lines.js';
import { intakeOf } from './operations.js';

type ImportFault = Awaited<ReturnType<IntakeOperations['importFile']>>['faults'][number];

export const importAppeals: OperatorCommand['execute'] = async (composition, args, report, signal) => {
  const file = required(args, 'file');
  const district = districtOf(composition, required(args, 'district'));
  const decide = optional(args, 'decide') === 'message';
  const actor = eventActor(actorOf(composition, optional(args, 'as'), district, decide));
  const total = await countLines(file);
  const reportFaults = faultReporter(report);
  const intake = intakeOf(composition);
  const result = await composition.priority.bulkLoad(() =>
    intake.importFile({
      district,
      lines: fileLines(file),
      actor,
      decide,
      signal,
      done: (progress) => {
        reportFaults(progress.faults);
        report.progress(progress.added + progress.known + progress.faults.length, total, 'lines');
      },
    }),
  );
  reportFaults(result.faults);
  const { added, known, registered, faults } = result;
  report.print(`${added} added, ${known} there already, ${registered} registered, ${faults.length} bad lines.`);
  if (signal.aborted) report.warn('Interrupted. Run it again: it resumes where it stopped.');
  return signal.aborted || faults.length > 0 ? 1 : 0;
};

/** The operator may do everything; an official what the roles permit. */
function actorOf({ directory }: Composition, login: string | undefined, district: District, decide: boolean): Actor {
  if (login === undefined) return { kind: 'system', id: 'operator' };
  const official = directory.official(login);
  if (!official) throw new PlainError(`There is no official "${login}".`);
  const may = holds(official, district.id, 'MODERATOR') && holds(official, district.id, 'REGISTRAR');
  if (decide && !may) throw new PlainError(`${login} is not moderator and registrar in ${district.code}.`);
  return official;
}

/** Reports each fault once; the list only grows. */
function faultReporter(report: Report): (faults: readonly ImportFault[]) => void {
  let reported = 0;
  return (faults) => {
    for (const fault of faults.slice(reported)) report.warn(faultLine(fault));
    reported = faults.length;
  };
}

/** `line 4: text: TEXT_EMPTY, Write what you want to tell.` */
function faultLine(fault: ImportFault): string {
  return `line ${fault.line}: ${faultWords(fault)}`;
}

export function faultWords({ code, field, reason, details }: ImportFault): string {
  const says =
    reason ?? (isRefusalCode(code) ? refusalText(code, 'en', details) : errorText(code as ErrorCode, 'en', details));
  return `${field === undefined ? '' : `${field}: `}${code}, ${says}`;
}
