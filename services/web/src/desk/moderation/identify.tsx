import { useState } from 'react';
import { Button } from '../../parts/button.js';
import { IdentifyForm } from '../../parts/identify-form.js';
import { t } from '../../words/words.js';

/** A message becomes an appeal under 59-FZ only when it is written how its sender was identified. */
export function Identify(props: React.ComponentProps<typeof IdentifyForm>) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <IdentifyForm {...props} />;
  return (
    <Button keys="KeyO" onPress={() => setOpen(true)}>
      {t('moderation.turn')}
    </Button>
  );
}
