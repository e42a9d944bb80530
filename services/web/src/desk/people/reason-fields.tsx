import { SEARCH_REASONS, type LookedFor } from '../../frame/looked-for.js';
import { LabelledChoice, LabelledLine } from '../../parts/labelled.js';
import { t } from '../../words/words.js';

interface ReasonFieldsProps {
  readonly of: Pick<LookedFor, 'reason' | 'details'>;
  readonly onChange: (changes: Partial<LookedFor>) => void;
}

/** Why a person is looked for, or the file opened. */
export function ReasonFields({ of, onChange }: ReasonFieldsProps) {
  return (
    <>
      <LabelledChoice
        label={t('people.reason')}
        name="reason"
        required
        none={t('people.noReason')}
        of={SEARCH_REASONS.map((one) => [one, t(`people.reason${one}`)] as const)}
        value={of.reason}
        onValue={(reason) => onChange({ reason })}
      />
      <LabelledLine
        label={t('people.details')}
        name="details"
        maxLength={300}
        value={of.details}
        onValue={(details) => onChange({ details })}
      />
    </>
  );
}
