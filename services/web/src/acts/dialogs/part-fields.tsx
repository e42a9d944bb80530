import { useDistrict } from '../../frame/district.js';
import { dayIn } from '../../parts/dates.js';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';

/** What a co-executor prepares, and his inner day. */
export interface Part {
  readonly text?: string;
  readonly until?: string;
}

const MAX_PART = 500;

interface PartFieldsProps {
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

/** Under the co-executor that was chosen: both may stay empty. */
export function PartFields({ part, onPart }: PartFieldsProps) {
  const { zone } = useDistrict();
  const { text, until } = part;
  return (
    <div className="d-sub">
      <LabelledText
        label={t('card.partText')}
        rows={2}
        maxLength={MAX_PART}
        value={text ?? ''}
        onValue={(value) => onPart({ ...part, text: value })}
      />
      {text && (
        <LabelledLine
          label={t('card.partUntil')}
          type="date"
          min={dayIn(zone, Date.now())}
          value={until ?? ''}
          onValue={(value) => onPart({ ...part, until: value })}
        />
      )}
    </div>
  );
}

/** As it is sent: without what is empty. */
export function filled({ text, until }: Part): Part {
  const words = text?.trim();
  return words ? { text: words, ...(until && { until }) } : {};
}

export function isSamePart(one: Part, other: Part): boolean {
  const [before, after] = [filled(one), filled(other)];
  return before.text === after.text && before.until === after.until;
}
