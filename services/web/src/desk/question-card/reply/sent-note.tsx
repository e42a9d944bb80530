import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useDistrict } from '../../../frame/district.js';
import { cardOf, placeInList, rememberedList } from '../../../frame/list-memory.js';
import { Kbd } from '../../../parts/kbd.js';
import { t } from '../../../words/words.js';

/** The answer has gone to approval: said at once, with the way to the next question, which has the focus. */
export function SentNote({ question, appeal }: { readonly question: string; readonly appeal: string }) {
  const { code: district } = useDistrict();
  const way = useRef<HTMLAnchorElement>(null);
  useEffect(() => way.current?.focus(), []);
  const list = rememberedList();
  const next = list && placeInList(list, [question, appeal]).next;
  return (
    <p className="d-note" role="status">
      {t('card.sentNow')}{' '}
      <Link ref={way} href={next ? cardOf(district, next) : (list?.path ?? `/desk/${district}`)}>
        {t(next ? 'card.nextQuestion' : 'card.backToList')}
      </Link>
      <Kbd keys={next ? 'KeyJ' : 'Escape'} />
    </p>
  );
}
