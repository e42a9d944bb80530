import { useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { Button } from '../../parts/button.js';
import { endOfTerm } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import type { Proposal } from './message.js';
import type { ModerationRow } from './moderation.js';
import { WordsForm } from './words-form.js';

const MAX_LENGTH = 1_000;

/**
 * The text under the comment, or in the dialogue, once the message is accepted: the standard one, or the moderator's
 * own, at once.
 */
export function PublicWords(props: {
  readonly row: ModerationRow;
  readonly proposal: Proposal | undefined;
  readonly onTakeUp: (words: string) => void;
}) {
  const { row, proposal } = props;
  const { zone } = useDistrict();
  const [isOpen, setOpen] = useState(false);
  if (!row.source) return null;
  const { deadline } = proposal ?? {};
  const begin = deadline
    ? t('moderation.publicBegin', { date: endOfTerm(deadline, zone) })
    : t('moderation.publicBeginUndated');
  const label = t(row.source.kind === 'DIRECT' ? 'moderation.publicDirect' : 'moderation.publicThread');
  if (isOpen)
    return (
      <WordsForm
        label={label}
        hint={t('moderation.publicHint')}
        send={t('moderation.takeUpWith')}
        maxLength={MAX_LENGTH}
        begin={begin}
        onSend={props.onTakeUp}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <div>
      <p className="d-label">{label}</p>
      <p className="muted">{t('moderation.publicBySelf')}</p>
      <Button keys="KeyM" look="plain" onPress={() => setOpen(true)}>
        {t('moderation.publicOwn')}
      </Button>
    </div>
  );
}
