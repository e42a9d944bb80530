import { useState } from 'react';
import { CombinedError, useClient, type Client } from 'urql';
import { saveFile } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { operation, readNow } from '../../frame/graphql-client.js';
import type { LetterToPrint } from '../../generated/graphql.js';
import { bytesOf } from '../../parts/base64.js';
import { dayIn } from '../../parts/dates.js';
import { applicantName } from '../../parts/names.js';
import { t } from '../../words/words.js';
import { inBatches, printKey } from './letter-groups.js';
import { namesOfLetters, printedLetters } from './post.queries.js';
import { sheetPath } from './sheet-path.js';
import type { PaperRow } from './post.js';

const MAX_PRINTED = 50;

/**
 * The sheets of letters in the order of the tray as one PDF, and their envelopes as another; beyond 50 a pair for each 50. The names of all
 * of them are opened with one record, for letters and envelopes, before a sheet is made; it says which letters.
 */
export function usePrintLetters(rows: readonly PaperRow[], onPrinted: (names: ReadonlyMap<string, string>) => void) {
  const { code: district, zone } = useDistrict();
  const client = useClient();
  const [done, setDone] = useState<number>();
  const [problem, setProblem] = useState<Failure>();
  const [count, setCount] = useState(0);
  const start = async (): Promise<void> => {
    if (done !== undefined) return;
    setProblem(undefined);
    setDone(0);
    setCount(rows.length);
    const day = dayIn(zone, Date.now());
    let printed = 0;
    try {
      for (const [at, batch] of inBatches(rows, MAX_PRINTED).entries()) {
        const names = await openedFor(client, district, batch);
        const letters = batch.map((row) => letterOf(row, names.people));
        setDone((printed += batch.length));
        const name = `${t('post.files')} ${day}${at === 0 ? '' : ` (${at + 1})`}`;
        saveFile(`${name}.pdf`, await sheets(client, { district, letters, pass: names.pass }));
        saveFile(`${name}, ${t('post.envelopes')}.pdf`, await envelopes(district, batch, names.opening));
        onPrinted(new Map(batch.map((row, of) => [printKey(row), applicantName(letters[of]?.name ?? '')])));
      }
    } catch (error) {
      setProblem(problemOf(error));
    }
    setDone(undefined);
  };
  const isRunning = done !== undefined;
  return { start, problem, words: isRunning ? t('post.printing', { done, count }) : undefined };
}

interface Names {
  /** Name and address by appeal. */
  readonly people: ReadonlyMap<string, Pick<LetterToPrint, 'name' | 'address'>>;
  /** The record; null where no letter names an applicant. */
  readonly opening: string | null;
  /** That it is there, for the sheets. */
  readonly pass: string | null;
}

class NamesClosed extends Error {}

function problemOf(error: unknown): Failure {
  if (error instanceof NamesClosed) return { code: 'FORBIDDEN', message: t('post.namesClosed') };
  return error instanceof CombinedError ? failureOf(error) : { code: 'NETWORK', message: '' };
}

const noNames: Names = { people: new Map(), opening: null, pass: null };

/** A letter to a body that names the applicant opens him all the same. */
async function openedFor(client: Client, district: string, batch: readonly PaperRow[]): Promise<Names> {
  const appeals = [...new Set(batch.flatMap(({ kind, appeal }) => (isWithoutApplicant(kind) ? [] : [appeal])))];
  if (appeals.length === 0) return noNames;
  const letters = batch.map(({ id, appeal }) => ({ id, appeal }));
  const { applicants, opening, pass, closed } = (await readNow(client, namesOfLetters, { district, appeals, letters }))
    .printedApplicants;
  // A sheet without its addressee is a letter to nowhere.
  if (closed > 0) throw new NamesClosed();
  return { people: new Map(applicants.map(({ appeal, ...who }) => [appeal, who])), opening, pass };
}

/** A request to a body, and what informs one, say nothing of the applicant. */
function isWithoutApplicant(kind: PaperRow['kind']): boolean {
  return kind === 'REQUEST' || kind === 'INFORMING';
}

/** A letter to a body has the body's address. */
function letterOf({ id, kind, addressee, appeal }: PaperRow, people: Names['people']): LetterToPrint {
  if (kind === 'REQUEST' || addressee === 'BODY') return { id };
  const { name = null, address = null } = people.get(appeal) ?? {};
  return { id, name, address };
}

interface Sheets extends Pick<Names, 'pass'> {
  readonly district: string;
  readonly letters: LetterToPrint[];
}

async function sheets(client: Client, variables: Sheets) {
  const options = { requestPolicy: 'network-only' } as const;
  const { data, error } = await client.query(operation(printedLetters), variables, options).toPromise();
  if (error) throw error;
  return bytesOf(data!.printedLetters);
}

async function envelopes(district: string, rows: readonly PaperRow[], opening: string | null) {
  const path = sheetPath(district, 'envelopes/DL', rows);
  const answer = await fetch(opening === null ? path : `${path}&opening=${opening}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}
