import { useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { rememberedList, type ListPlace } from '../../frame/list-memory.js';
import { useKeys } from '../../frame/keys.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { CardActs } from './card-acts.js';
import { CardViewers } from './card-viewers.js';
import type { Card, Question } from './question-card.js';

interface CardTopProps {
  readonly card: Card | undefined;
  readonly question: Question | undefined;
  readonly onChanged: (consistencyToken: string) => void;
}

/** The way back to the list and to its other cards, who else is here, and the acts on the question. */
export function CardTop({ card, question, onChanged }: CardTopProps) {
  useKeys([{ keys: 'Control+KeyP', title: t('card.print'), run: () => print() }]);
  return (
    <header className="top">
      <ListWay here={[question?.id, card?.row.id]} />
      <span className="is-end" />
      {card && <CardViewers appeal={card.row.id} />}
      {question && <CardActs question={question} onChanged={onChanged} />}
      <button type="button" className="d-button" onClick={() => print()}>
        {t('card.print')}
        <kbd>Ctrl P</kbd>
      </button>
    </header>
  );
}

/** Back to the list, and to its cards before and after this one. */
function ListWay({ here }: { readonly here: readonly (string | undefined)[] }) {
  const { code: district } = useDistrict();
  const [, navigate] = useLocation();
  const list = rememberedList() ?? {
    path: `/desk/${district}`,
    title: t('card.lists'),
    items: [],
    before: 0,
    total: 0,
  };
  const at = list.items.findIndex(({ id }) => here.includes(id));
  const go = (place: ListPlace | undefined) => (): void => {
    if (place) navigate(`/desk/${district}/card/${place.appeal}${place.question ? `?question=${place.question}` : ''}`);
  };
  const [previous, next] = at < 0 ? [] : [list.items[at - 1], list.items[at + 1]];
  return (
    <>
      <Button look="plain" keys="Escape" onPress={() => leave(() => navigate(list.path))}>
        {`← ${list.title}`}
      </Button>
      {at >= 0 && (
        <span className="muted num">{t('card.placeInList', { at: list.before + at + 1, total: list.total })}</span>
      )}
      <Button look="plain" keys="KeyK" disabled={!previous} onPress={go(previous)}>
        {t('card.previous')}
      </Button>
      <Button look="plain" keys="KeyJ" disabled={!next} onPress={go(next)}>
        {t('card.next')}
      </Button>
    </>
  );
}

/** Escape leaves the text first, then the card. */
function leave(card: () => void): void {
  const focused = document.activeElement as HTMLElement | null;
  if (focused && /^(TEXTAREA|INPUT|SELECT)$/.test(focused.tagName)) focused.blur();
  else card();
}
