import { Emblem } from '../../parts/emblem.js';
import { useDistrict } from '../../frame/district.js';
import { fullDate } from '../../parts/dates.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { t } from '../../words/words.js';
import type { ApprovalRow } from './approval.js';
import type { ReadResponse } from './use-read-draft.js';

interface LetterProps {
  readonly row: ApprovalRow;
  readonly response: ReadResponse | undefined;
}

/** The letter as it leaves. */
export function OutgoingLetter({ row, response }: LetterProps) {
  const { name } = useDistrict();
  const { appeal, department } = row.question;
  return (
    <article className="letter" aria-label={t('approval.asItLeaves')}>
      <div className="letter-head">
        <Emblem />
        <p>
          <b>{name}</b>
          {department?.name}
        </p>
      </div>
      <p className="letter-no muted">
        <span>{t('approval.dateOnSigning')}</span>
        {appeal.number && appeal.registeredOn && (
          <span>{t('approval.answersTo', { number: appeal.number, date: fullDate(appeal.registeredOn) })}</span>
        )}
      </p>
      <Paragraphs text={response ? (response.text ?? t('queue.erased')) : t('frame.loading')} />
    </article>
  );
}
