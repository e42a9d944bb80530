import { useCallback, useMemo } from 'react';
import { useClient } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { JournalSheet } from '../../frame/journal/journal-sheet.js';
import type { JournalAsk } from '../../frame/journal/use-journal.js';
import { t } from '../../words/words.js';
import type { NamedPrint } from '../../frame/journal/use-named.js';
import { journalColumns, type JournalEntry } from './journal-columns.js';
import { journalDocument } from './journal.queries.js';

/** Every row has its applicant, whose column is beside the number on paper journals. */
const NAMED: NamedPrint<JournalEntry> = { printed: 'JOURNAL', appealOf: ({ id }) => id, after: 'number' };

/** The journal of registered appeals. */
export function Journal() {
  const { code, zone } = useDistrict();
  const columns = useMemo(() => journalColumns(code, zone), [code, zone]);
  return (
    <JournalSheet
      title={t('journal.title')}
      heading={t('journal.heading')}
      label={t('journal.sheet')}
      fileName={t('journal.fileName')}
      note={t('journal.noNames')}
      columns={columns}
      named={NAMED}
      read={useEntries(code)}
    />
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
