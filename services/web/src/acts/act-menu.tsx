import { createContext, useRef, useState, type ReactNode } from 'react';
import { useKeys } from '../parts/keys.js';
import { Kbd } from '../parts/kbd.js';
import { t } from '../words/words.js';
import type { CardPlace } from './act.js';

type Group = Exclude<CardPlace, 'daily'>;

export type ActMenuSlot = Partial<Record<Group, HTMLElement>>;

const GROUPS: readonly Group[] = ['question', 'term', 'card'];
const KEY = 'Period';

/** Where acts of the menu are drawn, by their group; a bar of acts outside of a card has no menu. */
export const ActMenuSlots = createContext<ActMenuSlot | undefined>(undefined);

/**
 * The one menu of a card, «Ещё действия»: what is neither the next step nor daily, in named groups. It closes with the act, with
 * Escape, and when something else is pressed. `children` are the bars whose acts it takes; `last`: of the group of the card.
 */
export function ActMenu({ children, last }: { readonly children: ReactNode; readonly last: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [slots, setSlots] = useState<ActMenuSlot>({});
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toggle = (): void => setOpen(!open);
  useKeys([{ keys: KEY, title: t('card.menu'), run: toggle }]);
  const put = (group: Group) => (element: HTMLElement | null) => {
    if (element && slots[group] !== element) setSlots((known) => ({ ...known, [group]: element }));
  };
  const move = (by: number): void => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button:enabled') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((at + by) % items.length)?.focus();
  };
  return (
    <>
      <ActMenuSlots value={slots}>{children}</ActMenuSlots>
      <div
        className="act-menu"
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!open || (by === undefined && event.key !== 'Escape')) return;
          event.preventDefault();
          if (by !== undefined) return move(by);
          setOpen(false);
          opener.current?.focus();
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
        }}
      >
        <button
          ref={opener}
          type="button"
          className="d-button"
          aria-expanded={open}
          onClick={() => {
            toggle();
            if (!open) requestAnimationFrame(() => move(1));
          }}
        >
          {t('card.menu')}
          <Kbd keys={KEY} />
        </button>
        <div ref={list} className="act-menu-list" hidden={!open} onClick={() => setOpen(false)}>
          {GROUPS.map((group) => (
            <section key={group} aria-label={t(`card.menu_${group}`)}>
              <h2 className="d-label">{t(`card.menu_${group}`)}</h2>
              <div ref={put(group)} />
              {group === 'card' && last}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
