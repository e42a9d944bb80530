import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { PrintedPaper, PrintReason } from '../../generated/enumerations.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { t } from '../../words/words.js';
import { useDistrict } from '../district.js';
import { failureOf, type Failure } from '../failure.js';
import { readNow } from '../graphql-client.js';
import { printedApplicants } from './journal.queries.js';

/** As the server opens them for one print. */
export const MAX_NAMED = 1_000;

/** The journal whose print may name applicants. */
export interface NamedPrint<Entry> {
  readonly printed: PrintedPaper;
  /** The case of the row; undefined where the row names another than the applicant. */
  readonly appealOf: (entry: Entry) => string | undefined;
  /** The column before that of the applicants. */
  readonly after: string;
}

export interface Named {
  readonly reason: PrintReason;
  /** Name and address by appeal. */
  readonly people: ReadonlyMap<string, string>;
  /** How many stay closed. */
  readonly closed: number;
}

/**
 * Applicants of the rows that are there, opened for one print with one record; closed again when the rows are others, on demand, and when
 * the screen is left. They are always asked for, and kept nowhere.
 */
export function useNamed<Entry>(of: NamedPrint<Entry> | undefined, entries: readonly Entry[]) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [named, setNamed] = useState<Named>();
  const [problem, setProblem] = useState<Failure>();
  const [isOpening, setOpening] = useState(false);
  useEffect(() => {
    setNamed(undefined);
  }, [entries]);
  const open = async (reason: PrintReason): Promise<boolean> => {
    if (!of || isOpening) return false;
    setProblem(undefined);
    setOpening(true);
    const { printed, appealOf } = of;
    const appeals = [...new Set(entries.flatMap((entry) => appealOf(entry) ?? []))];
    try {
      const variables = { district, appeals, printed, reason };
      const { applicants, closed } = (await readNow(client, printedApplicants, variables)).printedApplicants;
      const people = new Map(applicants.map((one) => [one.appeal, wordsOf(one)] as const));
      setNamed({ reason, people, closed });
      return true;
    } catch (error) {
      setProblem(failureOf(error as Parameters<typeof failureOf>[0]));
      return false;
    } finally {
      setOpening(false);
    }
  };
  return { isOffered: of !== undefined, named, problem, isOpening, open, close: () => setNamed(undefined) };
}

function wordsOf({ name, address }: { readonly name: string | null; readonly address: string | null }): string {
  return [name, address].filter(Boolean).join(', ') || '—';
}

/** The columns with that of the applicants once they are opened; «…» where the name stays closed. */
export function withApplicants<Entry>(
  columns: readonly Column<Entry>[],
  of: NamedPrint<Entry> | undefined,
  named: Pick<Named, 'people'> | undefined,
): readonly Column<Entry>[] {
  if (!of || !named) return columns;
  const { appealOf, after } = of;
  const { people } = named;
  const applicant = column<Entry>('applicant', t('journal.applicant'), (entry) => {
    const appeal = appealOf(entry);
    return appeal === undefined ? '' : (people.get(appeal) ?? '…');
  });
  return columns.flatMap((one) => (one.id === after ? [one, applicant] : [one]));
}
