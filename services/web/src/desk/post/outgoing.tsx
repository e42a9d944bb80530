import { useCallback } from 'react';
import { useClient } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { JournalSheet } from '../../frame/journal/journal-sheet.js';
import type { JournalAsk } from '../../frame/journal/use-journal.js';
import { t } from '../../words/words.js';
import { usePerson } from '../../frame/person.js';
import { numberOf, outgoingColumns, outgoingRow, type OutgoingColumn, type OutgoingEntry } from './outgoing-rows.js';
import { outgoingDocument } from './outgoing.queries.js';
import './outgoing.css';

/** The register of outgoing post: which letters left on some days, and by what. */
export function Outgoing() {
  const { code } = useDistrict();
  return (
    <JournalSheet
      title={t('outgoing.title')}
      heading={t('outgoing.heading')}
      label={t('outgoing.sheet')}
      fileName={t('outgoing.fileName')}
      note={t('outgoing.noNames')}
      columns={outgoingColumns}
      head={(column) => t(`outgoing.${column}`)}
      row={outgoingRow}
      cell={(entry, column) => cells[column]?.(entry, code)}
      read={useLetters(code)}
    />
  );
}

const cells: Partial<Record<OutgoingColumn, (entry: OutgoingEntry, district: string) => React.ReactNode>> = {
  appeal: (entry, district) => <Link href={`/desk/${district}/card/${entry.appeal.id}`}>{numberOf(entry)}</Link>,
  addressee: (entry) => entry.body ?? <Applicant entry={entry} />,
};

/** Name and address stay closed until they are needed, and open only to who has an act at hand; the opening is recorded. */
function Applicant({ entry }: { readonly entry: OutgoingEntry }) {
  const { posting, appeal, addresseeOpens } = entry;
  const person = usePerson({ appeal: appeal.id }, t('outgoing.reason', { number: posting.number }));
  const { applicant, openedAt, isLoaded, problem } = person;
  if (openedAt === undefined) {
    return (
      <>
        {t('outgoing.applicant')}{' '}
        {addresseeOpens && (
          <button type="button" className="d-link is-act j-open" onClick={person.open}>
            {t('outgoing.open')}
          </button>
        )}
      </>
    );
  }
  if (problem) return <span role="alert">{problem.message || t('parts.noConnection')}</span>;
  if (!isLoaded) return t('frame.loading');
  return [applicant?.name ?? t('post.noName'), applicant?.address].filter(Boolean).join(', ');
}

function useLetters(district: string) {
  const client = useClient();
  return useCallback(
    async (ask: JournalAsk) => {
      // A letter that was recorded a moment ago is included, whatever was read before.
      const query = client.query(operation(outgoingDocument), { district, ...ask }, { requestPolicy: 'network-only' });
      const { data, error } = await query.toPromise();
      if (!data) throw error ?? new Error('An answer without data.');
      const { nodes, pageInfo } = data.outgoingPost;
      return { rows: nodes.map((node) => ({ ...node, id: `${node.notice}/${node.posting.number}` })), ...pageInfo };
    },
    [client, district],
  );
}
