import { useLocation } from 'wouter';
import { useDistrict } from './district.js';
import { Button } from '../parts/button.js';
import { t } from '../words/words.js';
import { newAppealPath, WAYS, type Way } from './entry-ways.js';

const KEYS: Readonly<Record<Way, string>> = { PAPER: 'Alt+Digit1', PHONE: 'Alt+Digit2', RECEPTION: 'Alt+Digit3' };

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
