import { useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { WAYS, type Way } from './registration-draft.js';

const KEYS: Readonly<Record<Way, string>> = { PAPER: 'Alt+Digit1', PHONE: 'Alt+Digit2', RECEPTION: 'Alt+Digit3' };

export function newAppealPath(district: string, way: Way): string {
  return `/desk/${district}/registration/${way.toLowerCase()}`;
}

/** What came on paper, by phone or at a reception is entered in a form. */
export function NewAppealLinks() {
  const { code } = useDistrict();
  const [, go] = useLocation();
  return (
    <div className="d-bar new-appeal" role="group" aria-label={t('registration.enter')}>
      {WAYS.map((way) => (
        <Button key={way} keys={KEYS[way]} look="plain" onPress={() => go(newAppealPath(code, way))}>
          {t(`registration.way${way}`)}
        </Button>
      ))}
    </div>
  );
}
