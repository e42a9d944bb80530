import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { readNow } from '../../frame/graphql-client.js';
import { Kbd } from '../../parts/kbd.js';
import { useKeys } from '../../parts/keys.js';
import { t } from '../../words/words.js';
import { soughtLetter } from './post.queries.js';
import type { PaperRow } from './post.js';

interface FindProps {
  readonly rows: readonly PaperRow[];
  readonly onFound: (id: string) => void;
}

/** By outgoing number or the number at the post, typed or scanned: what is in the tray opens there, any other on its card. */
export function FindLetter({ rows, onFound }: FindProps) {
  const { code: district } = useDistrict();
  const client = useClient();
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  useKeys([{ keys: 'Slash', title: t('post.find'), run: () => field.current?.focus() }]);
  const find = async (typed: string): Promise<void> => {
    const number = typed.replace(/\s/gu, '');
    const here = rows.find(({ outgoing, posting }) =>
      [outgoing?.number, posting?.number, posting?.track].includes(number),
    );
    // Either way the next scan takes the place of this one.
    field.current?.select();
    if (here) return onFound(here.id);
    if (number === '') return;
    const { nodes } = (await readNow(client, soughtLetter, { district, number })).outgoingRegister;
    const found = nodes.at(-1);
    setMissing(!found);
    if (found) navigate(`/desk/${district}/card/${found.appeal.id}`);
  };
  return (
    <form
      noValidate
      role="search"
      className="post-find"
      onSubmit={(event) => {
        event.preventDefault();
        find(field.current?.value ?? '').catch(() => setMissing(true));
      }}
    >
      <input
        ref={field}
        type="search"
        className="d-field"
        aria-label={t('post.find')}
        placeholder={t('post.find')}
        maxLength={50}
        onFocus={({ target }) => target.select()}
        onChange={() => setMissing(false)}
      />
      <Kbd keys="Slash" />
      {isMissing && <span role="alert">{t('post.notFound')}</span>}
    </form>
  );
}
