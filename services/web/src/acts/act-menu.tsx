import { createContext, useEffect, useRef, useState, type ReactNode } from 'react';
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
  const menu = useMenuEvents(open, {
    onMove: move,
    onClose: () => setOpen(false),
    // The focus comes back to it after the dialog of the act.
    onBack: () => opener.current?.focus(),
  });
  return (
    <>
      <ActMenuSlots value={slots}>{children}</ActMenuSlots>
      <div ref={menu} className="act-menu">
        <button ref={opener} type="button" className="d-button" aria-expanded={open} onClick={toggle}>
          {t('card.menu')}
          <Kbd keys={KEY} />
        </button>
        <div ref={list} className="act-menu-list" hidden={!open}>
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

interface MenuEvents {
  readonly onMove: (by: number) => void;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

/** Of the document itself: acts are drawn into the menu by their bars, whose events do not pass it in React. */
function useMenuEvents(open: boolean, events: MenuEvents) {
  const menu = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  useEffect(() => {
    const element = menu.current;
    if (!open || !element) return undefined;
    const { onMove, onClose, onBack } = wrapped(latest);
    const frame = requestAnimationFrame(() => onMove(1));
    const keydown = (event: KeyboardEvent): void => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by === undefined && event.key !== 'Escape') return;
      event.preventDefault();
      if (by !== undefined) return onMove(by);
      onClose();
      onBack();
    };
    const click = ({ target }: MouseEvent): void => {
      if (!(target as HTMLElement).closest('.act-menu-list button')) return;
      onBack();
      onClose();
    };
    const focusout = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget && !element.contains(relatedTarget as Node)) onClose();
    };
    element.addEventListener('keydown', keydown);
    // Before the act, whose dialog takes the focus.
    element.addEventListener('click', click, true);
    element.addEventListener('focusout', focusout);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('keydown', keydown);
      element.removeEventListener('click', click, true);
      element.removeEventListener('focusout', focusout);
    };
  }, [open]);
  return menu;
}

function wrapped(latest: { readonly current: MenuEvents }): MenuEvents {
  return {
    onMove: (by) => latest.current.onMove(by),
    onClose: () => latest.current.onClose(),
    onBack: () => latest.current.onBack(),
  };
}
