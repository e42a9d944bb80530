import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { t } from '../../../words/words.js';
import { appealByNumberDocument } from './evidence.queries.js';

/** Finds the appeal of a number in any spelling and filters by it; an empty number takes the filter away. */
export function NumberFilter() {
  const { code: district } = useDistrict();
  const { get, set } = useAddress();
  const client = useClient();
  const [isUnknown, setUnknown] = useState(false);
  const find = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const number = String(new FormData(event.currentTarget).get('number')).trim();
    if (number === '') return set({ appeal: undefined, number: undefined });
    const { data } = await client
      .query(operation(appealByNumberDocument), { district, filter: { number } })
      .toPromise();
    const [found] = data?.appeals.nodes ?? [];
    setUnknown(data !== undefined && !found);
    if (found) set({ appeal: found.id, number });
  };
  return (
    <form className="d-bar" noValidate onSubmit={(event) => void find(event)}>
      <label className="d-field">
        <span className="unseen">{t('administration.byNumber')}</span>
        <input name="number" type="search" defaultValue={get('number')} placeholder={t('administration.which')} />
      </label>
      {isUnknown && (
        <span className="attn" role="status">
          {t('administration.numberUnknown')}
        </span>
      )}
    </form>
  );
}
