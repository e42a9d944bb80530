import { useState } from 'react';
import type { Danger } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';

const DANGERS: readonly Danger[] = ['GAS', 'FIRE', 'WATER', 'HEAT', 'ELECTRICITY', 'COLLAPSE', 'PERSON', 'OTHER'];

interface UrgentProps {
  /** By the district's words. */
  readonly proposed: Danger | null;
  readonly onDeclare: (danger: Danger) => void;
}

/** Danger to life: one key where the district's words say which; else two. */
export function UrgentForm({ proposed, onDeclare }: UrgentProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button keys="KeyU" onPress={() => (proposed ? onDeclare(proposed) : setOpen(true))}>
        {proposed
          ? t('moderation.declare', { what: t(`moderation.danger${proposed}`) })
          : t('moderation.declareUrgent')}
      </Button>
    );
  return (
    <fieldset className="d-choice">
      <legend className="d-label">{t('moderation.whichDanger')}</legend>
      {DANGERS.map((danger, at) => (
        <Button key={danger} keys={`Digit${at + 1}`} onPress={() => onDeclare(danger)}>
          {t(`moderation.danger${danger}`)}
        </Button>
      ))}
    </fieldset>
  );
}
