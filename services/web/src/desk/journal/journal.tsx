import { useCallback } from 'react';
import { Link } from 'wouter';
import { useClient } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { fullDate } from '../../parts/dates.js';
import { JournalSheet } from '../../frame/journal/journal-sheet.js';
import type { JournalAsk } from '../../frame/journal/use-journal.js';
import { t } from '../../words/words.js';
import { formerNumber, journalColumns, journalRow, type JournalEntry } from './journal-rows.js';
import { journalDocument } from './journal.queries.js';

/** The journal of registered appeals. */
export function Journal() {
  const { code, zone } = useDistrict();
  return (
    <JournalSheet
      title={t('journal.title')}
      heading={t('journal.heading')}
      label={t('journal.sheet')}
      fileName={t('journal.fileName')}
      note={t('journal.noNames')}
      columns={journalColumns}
      head={(column) => t(`journal.${column}`)}
      row={(entry) => journalRow(entry, zone)}
      cell={(entry, column) => (column === 'number' ? <NumberCell entry={entry} district={code} /> : undefined)}
      read={useEntries(code)}
    />
  );
}

function NumberCell({ entry, district }: { readonly entry: JournalEntry; readonly district: string }) {
  return (
    <>
      <Link href={`/desk/${district}/card/${entry.id}`}>{entry.struckFor ? <s>{entry.number}</s> : entry.number}</Link>
      <br />
      {entry.registeredOn && fullDate(entry.registeredOn)}
      {entry.registeredBefore.map((one) => (
        <div key={one.number} className="muted">
          {formerNumber(one)}
        </div>
      ))}
    </>
  );
}

function useEntries(district: string) {
  const client = useClient();
  return useCallback(
    async ({ from, to, after, ...saved }: JournalAsk) => {
      const filter = { registeredFrom: from, registeredTo: to };
      const options = saved.export ? ({ requestPolicy: 'network-only' } as const) : {};
      const query = client.query(operation(journalDocument), { district, filter, after, ...saved }, options);
      const { data, error } = await query.toPromise();
      if (!data) throw error ?? new Error('An answer without data.');
      return { rows: data.appeals.nodes, ...data.appeals.pageInfo };
    },
    [client, district],
  );
}
