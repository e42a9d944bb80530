import { useState } from 'react';
import { saveFile } from '../../frame/csv.js';
import { failureOf } from '../../frame/failure.js';
import { client, operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import type { SstuFileQuery } from '../../generated/graphql.js';
import { language, t } from '../../words/words.js';
import { fileSstuReportDocument, sstuFileDocument } from './report.queries.js';

type File = SstuFileQuery['sstuFile'];

const SHEETS_AT_ONCE = 50;

/** Makes a month's file: opened on record, joined with the sheets of its answers here, saved, and its sums filed. `said`: how far it is. */
export function useSstuFile(district: string, month: string, onMade: () => void) {
  const [said, setSaid] = useState('');
  const make = async (): Promise<void> => {
    setSaid(t('report.opening'));
    const { data, error } = await client
      .query(operation(sstuFileDocument), { district, month }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return setSaid((error && failureOf(error).message) || t('parts.noConnection'));
    const sheets = await sheetsOf(district, data.sstuFile, (at, of) => setSaid(t('report.sheets', { at, of })));
    if (!sheets) return setSaid(t('report.notMade'));
    setSaid(await saved({ district, month }, data.sstuFile, sheets));
    onMade();
  };
  return { said, make };
}

interface Of {
  readonly district: string;
  readonly month: string;
}

async function saved(
  { district, month }: Of,
  { report, entries, maxBase64, maxBytes }: File,
  sheets: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  // Needed by this act alone.
  const { reportFile } = await import('@otklik/signatures/report');
  const { archives, leftOut } = reportFile(entries, sheets, { maxBase64, maxBytes });
  if (archives.length === 0) return t('report.nothing');
  const sha256 = await Promise.all(archives.map(sumOf));
  const bytes = archives.reduce((sum, one) => sum + one.length, 0);
  const input = { district, key: newKey(), report, sha256, bytes, leftOut: [...leftOut] };
  const { data } = await client.mutation(operation(fileSstuReportDocument), { input }).toPromise();
  // Without a receipt nothing is handed out: what is handed in is always on record.
  if (data?.fileSstuReport.__typename !== 'SstuReceipt') return t('report.notMade');
  archives.forEach((archive, at) =>
    saveFile(`sstu-${month}${at === 0 ? '' : `-${at + 1}`}.zip`, archive, 'application/zip'),
  );
  return t('report.made', { count: entries.length - leftOut.length, left: leftOut.length });
}

async function sumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Undefined: they did not come. */
async function sheetsOf(
  district: string,
  { entries, pass }: File,
  onPart: (at: number, of: number) => void,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const needed = entries.flatMap((entry) => entry.sheets);
  const sheets = new Map<string, Uint8Array>();
  for (let at = 0; at < needed.length; at += SHEETS_AT_ONCE) {
    onPart(at, needed.length);
    const answer = await fetch(`/letters/${district}/sheets`, {
      method: 'POST',
      body: JSON.stringify({ pass, notices: needed.slice(at, at + SHEETS_AT_ONCE) }),
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': language },
    }).catch(() => undefined);
    if (!answer?.ok) return undefined;
    const { unpacked } = await import('@otklik/signatures/merge');
    for (const [name, bytes] of unpacked(new Uint8Array(await answer.arrayBuffer())))
      sheets.set(name.replace(/\.pdf$/, ''), bytes);
  }
  return sheets;
}
