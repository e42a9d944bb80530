import type { ReceivedFromInput, RecordSourceInput } from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll, cleanText, optionalText } from '@otklik/host';
import { compact, type LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { RecordedSource } from '../application/record-source.js';
import type { SentOn } from '../domain/appeal.commands.js';
import { isSameName } from '../domain/source.decide.js';
import { checkedDate, checkedDay } from './checked-values.js';

const MAX_BODY_LENGTH = 200;
const MAX_NUMBER_LENGTH = 50;
const PATH = 'input.receivedFrom';

/** The body that sent an appeal on, and its letter; empty without one. `at`: server clock. Throws `BadInput`. */
export function sentOnBy(given: ReceivedFromInput | null | undefined, district: District, at: string): SentOn {
  if (!given) return {};
  const { kind, wantsAnswer } = given;
  const [, body, number, date, term] = checkAll(
    () => demandBody(kind),
    () => cleanText(given.body, { max: MAX_BODY_LENGTH, path: `${PATH}.body` }),
    () => optionalText(given.number, { max: MAX_NUMBER_LENGTH, path: `${PATH}.number` }),
    () => (given.date ? checkedDay(given.date, district, at, `${PATH}.date`) : undefined),
    () => (given.term ? termOf(given.term, given.date) : undefined),
  );
  const organisation = district.organisations.find(({ name }) => isSameName(name, body))?.code;
  return {
    receivedFrom: { kind, ...compact({ organisation, number, date, term }), ...(wantsAnswer && { wantsAnswer }) },
    receivedFromBody: body,
  };
}

/** Of a record made later. `input.reason` was cleaned before. Throws `BadInput`. */
export function recordedSource(
  { id, expectedVersion, receivedFrom, reason }: RecordSourceInput,
  district: District,
  at: string,
): RecordedSource {
  return { id, expectedVersion, reason, source: sentOnBy(receivedFrom, district, at) };
}

function demandBody(kind: ReceivedFromInput['kind']): void {
  if (kind === 'APPLICANT') throw new BadInput('BAD_INPUT', `${PATH}.kind`, {}, 'One of the bodies is needed.');
}

function termOf(term: LocalDate, date: LocalDate | null | undefined): LocalDate {
  const path = `${PATH}.term`;
  const checked = checkedDate(term, path);
  if (date && checked < date) throw new BadInput('TERM_BEFORE_LETTER', path);
  return checked;
}
