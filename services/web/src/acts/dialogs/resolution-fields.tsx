import { Fragment } from 'react';
import { useDistrict } from '../../frame/district.js';
import type { Directory } from '../../frame/directory.js';
import { hasRole, useViewer } from '../../frame/viewer.js';
import { dayIn } from '../../parts/dates.js';
import { LabelledChoice, LabelledLine, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';

/** What is said with an assignment. */
export interface SaidWith {
  readonly resolution?: string;
  /** Whose resolution it is; absent: that of who sends it. */
  readonly resolutionBy?: string;
  readonly draftBy?: string;
}

interface FieldsProps {
  readonly directory: Directory;
  readonly said: SaidWith;
  readonly onSaid: (said: SaidWith) => void;
}

/** The resolution, whose it is, and the inner day of the draft: all may stay empty. */
export function ResolutionFields({ directory, said, onSaid }: FieldsProps) {
  const { code, zone } = useDistrict();
  // What a head gave on paper is recorded by the coordinator; a head gives his own.
  const mayRecord = hasRole(useViewer(), code, 'COORDINATOR');
  const heads = directory.officials.filter(({ roles }) => roles.includes('HEAD'));
  const set = (field: keyof SaidWith) => (value: string) => {
    const { [field]: _former, ...others } = said;
    onSaid(value === '' ? others : { ...others, [field]: value });
  };
  const quick = [t('dialogs.resolutionConsider'), t('dialogs.resolutionReport'), t('dialogs.resolutionMeet')];
  return (
    <>
      <LabelledText
        label={t('dialogs.resolutionText')}
        rows={3}
        value={said.resolution ?? ''}
        onValue={set('resolution')}
      />
      <p className="small">
        {t('dialogs.resolutionQuick')}{' '}
        {quick.map((words) => (
          <Fragment key={words}>
            <button
              type="button"
              className="d-link"
              onClick={() => set('resolution')([said.resolution, words].filter(Boolean).join('. '))}
            >
              {words}
            </button>{' '}
          </Fragment>
        ))}
      </p>
      {said.resolution && mayRecord && heads.length > 0 && (
        <LabelledChoice
          label={t('dialogs.resolutionOf')}
          none={t('dialogs.resolutionOwn')}
          of={heads.map(({ id, name }) => [id, name])}
          value={said.resolutionBy ?? ''}
          onValue={set('resolutionBy')}
        />
      )}
      <LabelledLine
        label={t('dialogs.draftBy')}
        type="date"
        min={dayIn(zone, Date.now())}
        value={said.draftBy ?? ''}
        onValue={set('draftBy')}
      />
    </>
  );
}
