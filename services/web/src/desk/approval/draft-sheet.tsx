import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { DraftSheetQuery } from '../../generated/graphql.js';
import { fileNames } from '../../parts/files.js';
import { t } from '../../words/words.js';
import type { ApprovalRow, Step } from './approval.js';
import { draftSheet } from './approval.queries.js';
import type { ReadResponse } from './use-read-draft.js';

const RESTS_MS = 300;

type Drawn = DraftSheetQuery['draftSheet'];

interface SheetState {
  /** Undefined until it is drawn, and where it could not be. */
  readonly drawn: Drawn | undefined;
  readonly hasFailed: boolean;
  readonly isAddressed: boolean;
  /** Draws it with name and address, which is recorded. */
  readonly address: () => void;
  readonly again: () => void;
}

/** The sheet of the draft that is read, by the template of the PDF that is kept. The decision does not wait for it. */
export function useDraftSheet(step: Step, row: ApprovalRow, response: ReadResponse | undefined): SheetState {
  const { code: district } = useDistrict();
  const [isAddressed, setAddressed] = useState(false);
  const isRead = useRest(RESTS_MS);
  const { text, attachments } = sentOf(response);
  const signing = step === 'TO_SIGN';
  const variables = { district, question: row.question.id, text, attachments, signing, addressed: isAddressed };
  const [{ data, error, fetching }, reload] = useQuery({
    query: operation(draftSheet),
    variables,
    pause: text === '' || !isRead,
    // Each opening reaches the record.
    requestPolicy: isAddressed ? 'network-only' : 'cache-first',
  });
  return {
    drawn: fetching || error ? undefined : data?.draftSheet,
    hasFailed: error !== undefined && !fetching,
    isAddressed,
    address: () => setAddressed(true),
    again: () => reload({ requestPolicy: 'network-only' }),
  };
}

function sentOf(response: ReadResponse | undefined) {
  return { text: response?.text ?? '', attachments: fileNames(response?.files ?? []) };
}

/** Whether it has been open for so long: what is passed by keys at once is not drawn. Milliseconds. */
function useRest(restMs: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), restMs);
    return () => clearTimeout(timer);
  }, [restMs]);
  return isOver;
}

/** Over the letter: that its sheet is being drawn, that it could not be, or to whom it goes. */
export function DraftSheetBar({ sheet }: { readonly sheet: SheetState }) {
  const { drawn, hasFailed, isAddressed, address, again } = sheet;
  if (hasFailed)
    return (
      <p className="d-note" role="status">
        {t('approval.sheetFailed')}{' '}
        <button type="button" className="d-link" onClick={again}>
          {t('approval.sheetAgain')}
        </button>
      </p>
    );
  if (!drawn)
    return (
      <p className="muted" role="status">
        {t('approval.sheetDrawn')}
      </p>
    );
  if (isAddressed) return <p className="muted">{t('approval.sheetAddressed')}</p>;
  return (
    <p className="muted">
      <button type="button" className="d-link" onClick={address}>
        {t('approval.sheetAddress')}
      </button>{' '}
      {t('approval.sheetRecorded')}
    </p>
  );
}
