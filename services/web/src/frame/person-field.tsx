import { useLocation } from 'wouter';
import { Form } from '../parts/form.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { lookFor, SEARCHERS } from './looked-for.js';
import { hasRole, useViewer } from './viewer.js';

/** Opens the search for a person with what was typed: the reason is asked there. Undefined for whose role it is not. */
export function useLookForPerson(): ((text: string) => void) | undefined {
  const viewer = useViewer();
  const { code } = useDistrict();
  const [, navigate] = useLocation();
  if (!hasRole(viewer, code, ...SEARCHERS)) return undefined;
  return (text) => {
    lookFor({ text });
    navigate(`/desk/${code}/people`);
  };
}

/** In the head of a screen: a person is looked for from wherever one is. */
export function PersonField() {
  const look = useLookForPerson();
  if (!look) return null;
  const find = (form: HTMLFormElement): void => {
    const text = String(new FormData(form).get('person')).trim();
    if (text !== '') look(text);
  };
  return (
    <Form className="person-field not-printed not-on-phone" role="search" onSubmit={find}>
      <label className="d-field">
        <span className="unseen">{t('people.lookHere')}</span>
        <input name="person" type="search" maxLength={200} autoComplete="off" placeholder={t('people.lookHere')} />
      </label>
    </Form>
  );
}

/** Beside a list that was narrowed by words: they may be a name, which no list holds in the clear. */
export function PersonLink({ text }: { readonly text: string }) {
  const look = useLookForPerson();
  if (!look || text === '') return null;
  return (
    <button type="button" className="d-link" onClick={() => look(text)}>
      {t('people.look', { text })}
    </button>
  );
}
