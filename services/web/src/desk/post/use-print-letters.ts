import { useState } from 'react';
import { useClient, type Client } from 'urql';
import { saveFile } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { callPerson } from '../../frame/person.queries.js';
import { noticeNumber } from '../../frame/queue/notice-queue.js';
import type { LetterToPrint } from '../../generated/graphql.js';
import { bytesOf } from '../../parts/base64.js';
import { dayIn } from '../../parts/dates.js';
import { shortName } from '../../parts/names.js';
import { t } from '../../words/words.js';
import { inBatches, printKey } from './letter-groups.js';
import { printedLetters } from './post.queries.js';
import { sheetPath } from './sheet-path.js';
import type { PaperRow } from './post.js';

const MAX_PRINTED = 50;

/**
 * The sheets of letters in the order of the tray as one PDF, and their envelopes as another; beyond 50 a pair for each 50. Each name is
 * opened for its letter, on record, before the sheet is made.
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
        const letters: LetterToPrint[] = [];
        for (const row of batch) {
          letters.push(await opened(client, district, row));
          setDone((printed += 1));
        }
        const name = `${t('post.files')} ${day}${at === 0 ? '' : ` (${at + 1})`}`;
        saveFile(`${name}.pdf`, await sheets(client, district, letters));
        saveFile(`${name}, ${t('post.envelopes')}.pdf`, await envelopes(district, batch));
        onPrinted(new Map(batch.map((row, of) => [printKey(row), shortName(letters[of]?.name ?? '')])));
      }
    } catch (error) {
      setProblem(failureOf(error as Parameters<typeof failureOf>[0]));
    }
    setDone(undefined);
  };
  const isRunning = done !== undefined;
  return { start, problem, words: isRunning ? t('post.printing', { done, count }) : undefined };
}

/** A letter to a body has the body's address; one that names the applicant opens him all the same. */
async function opened(client: Client, district: string, row: PaperRow): Promise<LetterToPrint> {
  const { id, kind, addressee, appeal } = row;
  if (kind === 'REQUEST') return { id };
  const reason = t('post.reason', { number: noticeNumber(row) });
  const { data, error } = await client
    .query(operation(callPerson), { district, appeal, reason }, { requestPolicy: 'network-only' })
    .toPromise();
  if (error) throw error;
  if (addressee === 'BODY') return { id };
  return { id, name: data?.applicant?.name ?? null, address: data?.applicant?.address ?? null };
}

async function sheets(client: Client, district: string, letters: readonly LetterToPrint[]) {
  const { data, error } = await client
    .query(operation(printedLetters), { district, letters: [...letters] }, { requestPolicy: 'network-only' })
    .toPromise();
  if (error) throw error;
  return bytesOf(data!.printedLetters);
}

async function envelopes(district: string, rows: readonly PaperRow[]) {
  const answer = await fetch(sheetPath(district, 'envelopes/DL', rows));
  if (!answer.ok) throw new Error(String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}
