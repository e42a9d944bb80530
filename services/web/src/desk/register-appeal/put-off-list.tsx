import { useState } from 'react';
import { useLocation } from 'wouter';
import { newKey } from '../../frame/new-key.js';
import { newAppealPath } from '../../frame/entry-ways.js';
import { useDistrict } from '../../frame/district.js';
import { useKeys } from '../../parts/keys.js';
import { useViewer } from '../../frame/viewer.js';
import { dayIn, timeOfDay } from '../../parts/dates.js';
import { Kbd } from '../../parts/kbd.js';
import { t } from '../../words/words.js';
import { putOffDrafts, takeUp } from './put-off.js';
import { emptyDraft, nameWithInitials, type RegistrationDraft } from './registration-draft.js';

const GO_ON = 'KeyG';

/** Forms that were left unfinished, one press away; nothing of them is on the server yet. */
export function PutOffList() {
  const { code: district, zone } = useDistrict();
  const { id: official } = useViewer();
  const [, go] = useLocation();
  const of = { official, district };
  const read = () => putOffDrafts(localStorage, of, emptyDraft('PAPER', dayIn(zone, Date.now()), newKey));
  const [drafts, setDrafts] = useState(read);
  const goOn = (draft: RegistrationDraft): void => {
    takeUp(localStorage, of, draft, true);
    go(newAppealPath(district, draft.way));
  };
  const [latest] = drafts;
  useKeys(latest ? [{ keys: GO_ON, title: t('registration.putOffGoLatest'), run: () => goOn(latest.draft) }] : []);
  if (!latest) return null;
  const remove = (draft: RegistrationDraft): void => {
    if (!globalThis.confirm(t('registration.putOffSure', { what: whatIs(draft) }))) return;
    takeUp(localStorage, of, draft, false);
    setDrafts(read);
  };
  return (
    <ul className="put-off" aria-label={t('registration.putOffList')}>
      {drafts.map(({ draft, at }) => (
        <li key={draft.enterKey} className="d-bar">
          <span>
            <span className="muted">{t('registration.putOffList')}:</span> {whatIs(draft)}{' '}
            <time className="muted num">{timeOfDay(at)}</time>
          </span>
          <button
            type="button"
            className="d-link is-end"
            aria-label={t('registration.putOffNamed', { what: whatIs(draft) })}
            onClick={() => goOn(draft)}
          >
            {t('registration.putOffGo')}
            {draft === latest.draft && <Kbd keys={GO_ON} />}
          </button>
          <button
            type="button"
            className="d-link"
            aria-label={t('registration.putOffRemoveNamed', { what: whatIs(draft) })}
            onClick={() => remove(draft)}
          >
            {t('registration.putOffRemove')}
          </button>
        </li>
      ))}
    </ul>
  );
}

const MAX_GIST = 40;

/** «Письмо, Пестерева Р. Е.», without a name by the beginning of the text. */
function whatIs(draft: RegistrationDraft): string {
  const text = draft.text.trim();
  const gist = text.length > MAX_GIST ? `${text.slice(0, MAX_GIST)}…` : text;
  return [t(`registration.way${draft.way}`), nameWithInitials(draft) || gist].filter((part) => part).join(', ');
}
