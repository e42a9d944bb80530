import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { Form } from '../parts/form.js';
import { t } from '../words/words.js';

interface SavedSearch {
  readonly name: string;
  /** Query of the address. */
  readonly search: string;
}

const KEY = 'otklik.searches';

/** Searches that were kept in this browser. */
export function SavedSearches() {
  const search = useSearch();
  const [saved, setSaved] = useState(read);
  const [dialog, open] = useState<'saving' | 'list'>();
  const put = (next: readonly SavedSearch[]): void => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setSaved(next);
  };
  return (
    <>
      <Button look="plain" onPress={() => open('list')}>
        {t('analysis.saved', { count: saved.length })}
      </Button>
      <Button keys="Control+KeyS" onPress={() => open('saving')}>
        {t('analysis.save')}
      </Button>
      <Dialog open={dialog === 'saving'} onClose={() => open(undefined)} title={t('analysis.saveTitle')}>
        <Form
          className=""
          onSubmit={(form) => {
            const name = String(new FormData(form).get('name')).trim();
            put([{ name, search }, ...saved.filter((one) => one.name !== name)]);
            open(undefined);
          }}
        >
          <label className="d-field d-gap">
            <span>{t('analysis.saveName')}</span>
            <input name="name" required maxLength={100} defaultValue={new URLSearchParams(search).get('q') ?? ''} />
          </label>
          <div className="d-bar d-gap2">
            <button type="submit" className="d-button is-main">
              {t('analysis.save')}
            </button>
          </div>
        </Form>
      </Dialog>
      <Dialog open={dialog === 'list'} onClose={() => open(undefined)} title={t('analysis.savedTitle')}>
        {saved.length === 0 && <p className="d-gap">{t('analysis.noneSaved')}</p>}
        <ul className="asks d-gap">
          {saved.map((one) => (
            <li key={one.name}>
              <Link href={`/analysis?${one.search}`} onClick={() => open(undefined)}>
                {one.name}
              </Link>
              <button type="button" className="d-link" onClick={() => put(saved.filter((other) => other !== one))}>
                {t('analysis.forget')}
              </button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function read(): readonly SavedSearch[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly SavedSearch[];
  } catch {
    // Kept by a hand that did not know the form: nothing was saved.
    return [];
  }
}
