import { useState } from 'react';
import type { PrintReason } from '../../generated/enumerations.js';
import { Dialog } from '../../parts/dialog.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice } from '../../parts/labelled.js';
import { titlesOfPrintReason } from '../../generated/titles.js';
import { language, t } from '../../words/words.js';
import type { Failure } from '../failure.js';

/** Those of a journal; letters have theirs at the post. */
const REASONS = ['FILING', 'INSPECTION', 'RECONCILING', 'HANDING_OVER'] as const satisfies readonly PrintReason[];

interface AskReasonProps {
  readonly open: boolean;
  readonly problem: Failure | undefined;
  readonly onClose: () => void;
  readonly onChosen: (reason: PrintReason) => void;
}

/** Why applicants are opened for the print: asked for once, on record with it. */
export function AskReason({ open, problem, onClose, onChosen }: AskReasonProps) {
  const [reason, setReason] = useState<(typeof REASONS)[number] | ''>('');
  return (
    <Dialog open={open} onClose={onClose} title={t('journal.printNamed')}>
      <Form problem={problem} onSubmit={() => reason !== '' && onChosen(reason)}>
        <p>{t('journal.namedIsRecorded')}</p>
        <LabelledChoice
          label={t('journal.reason')}
          name="reason"
          required
          none={t('journal.noReason')}
          of={REASONS.map((one) => [one, titlesOfPrintReason[one][language]] as const)}
          value={reason}
          onValue={setReason}
        />
        <Submit>{t('journal.openNamed')}</Submit>
      </Form>
    </Dialog>
  );
}
