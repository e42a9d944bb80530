import { useCallback, useMemo } from 'react';
import { useClient } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { readNow } from '../../frame/graphql-client.js';
import { JournalSheet } from '../../frame/journal/journal-sheet.js';
import type { JournalAsk } from '../../frame/journal/use-journal.js';
import { t } from '../../words/words.js';
import { outgoingColumns } from './outgoing-columns.js';
import { outgoingDocument } from './outgoing.queries.js';
import './outgoing.css';

/** The register of outgoing post: which letters left on some days, and by what. */
export function Outgoing() {
  const { code } = useDistrict();
  const columns = useMemo(() => outgoingColumns(code), [code]);
  return (
    <JournalSheet
      title={t('outgoing.title')}
      heading={t('outgoing.heading')}
      label={t('outgoing.sheet')}
      fileName={t('outgoing.fileName')}
      note={t('outgoing.noNames')}
      columns={columns}
      read={useLetters(code)}
    />
  );
}

function useLetters(district: string) {
  const client = useClient();
  return useCallback(
    async (ask: JournalAsk) => {
      // A letter that was recorded a moment ago is included, whatever was read before.
      const { nodes, pageInfo } = (await readNow(client, outgoingDocument, { district, ...ask })).outgoingPost;
      return { rows: nodes.map((node) => ({ ...node, id: `${node.notice}/${node.posting.number}` })), ...pageInfo };
    },
    [client, district],
  );
}
