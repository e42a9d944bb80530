import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../parts/dialog.js';
import { Kbd } from '../parts/kbd.js';
import { useActiveKeys, useKeys } from '../parts/keys.js';
import { linesFor, unmistakable, usePaletteLines, type PaletteLine } from '../parts/palette-lines.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { useDistrictScreens } from './district-screens.js';
import { useNumberLines } from './palette-numbers.js';
import { useLookForPerson } from './person-field.js';
import { useWorklistCounts } from './worklist-counts.js';
import { railGroups, worklistPath } from './worklists.js';

/** Behind `Ctrl K`: whatever can be done or opened from here, found by its words. Not over a dialog: what is filled in there stays. */
export function Palette({ open, onShow }: PaletteProps) {
  const show = (): void => {
    if (!document.querySelector('dialog[open]')) onShow(true);
  };
  useKeys([{ keys: OPENING, title: t('frame.palette'), run: show }]);
  return (
    <Dialog open={open} onClose={() => onShow(false)} title={t('frame.palette')}>
      <Find onClose={() => onShow(false)} />
    </Dialog>
  );
}

interface PaletteProps {
  readonly open: boolean;
  readonly onShow: (open: boolean) => void;
}

const OPENING = 'Control+KeyK';
/** Keys of navigation, which the palette does not list. */
const MOVING = /^(Arrow|Page|Home|End|Enter|Escape|KeyJ|KeyK|Slash|Digit|Alt\+Digit)/;

function Find({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  // Nothing is chosen, so that Enter does nothing, until a word or an arrow says what.
  const [at, setAt] = useState(-1);
  const screens = useScreenLines();
  // What was on the screen when it was opened: the palette's own parts are none of it.
  const [acts] = useState(useActLines());
  const person = usePersonLine(typed.trim());
  const lines = linesFor(typed, [...acts, ...screens]);
  const numbers = useNumberLines(typed.trim());
  const named = [...numbers, ...lines];
  const found = named.length > 0 ? named : person;
  const chosen = Math.min(at, found.length - 1);
  const run = (line: PaletteLine | undefined): void => {
    if (!line) return;
    onClose();
    // The dialog gives the focus back first; an act may open one of its own.
    setTimeout(line.run);
  };
  return (
    <div className="palette">
      <input
        className="d-input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
        aria-label={t('frame.paletteWords')}
        placeholder={t('frame.paletteWords')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, found.length));
          else if (event.key === 'ArrowUp') setAt(chosen > 0 ? chosen - 1 : found.length - 1);
          else if (event.key === 'Enter') run(found[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <ul id={id} role="listbox" aria-label={t('frame.palette')}>
        {found.map((line, index) => (
          <li
            key={line.title}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            ref={index === chosen ? showWhole : undefined}
            onClick={() => run(line)}
          >
            {line.title} {line.keys && <Kbd keys={line.keys} />}
          </li>
        ))}
      </ul>
      <p className="muted" role="status">
        {found.length === 0 ? t('frame.paletteNone') : t('frame.paletteFound', { count: found.length })}
      </p>
    </div>
  );
}

/** Buttons in sight, and keys of what has no button of that word. */
function useActLines(): readonly PaletteLine[] {
  const buttons = usePaletteLines();
  const words = new Set(buttons.map(({ title }) => title));
  const keys = useActiveKeys()
    .filter((one) => one.keys !== OPENING && !MOVING.test(one.keys) && !words.has(one.title))
    .map(({ keys, title, run }) => ({ keys, title, run: () => run(new KeyboardEvent('keydown')) }));
  return unmistakable([...buttons, ...keys]);
}

function showWhole(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}

/** What names no act and no screen may be a person's name: for whose role that is; the reason is asked there. */
function usePersonLine(text: string): readonly PaletteLine[] {
  const look = useLookForPerson();
  if (text.length < 2 || !look) return [];
  return [{ title: t('people.look', { text }), run: () => look(text) }];
}

/** The lists and screens that the official's roles may open. */
function useScreenLines(): readonly PaletteLine[] {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const screens = useDistrictScreens();
  const [, navigate] = useLocation();
  const lists = railGroups.flatMap((group) => group.lists).filter((code) => counts[code]);
  return [
    ...lists.map((code) => ({ title: t(`frame.list${code}`), href: worklistPath(district, code) })),
    ...screens.map(({ title, href }) => ({ title: t(title), href })),
  ].map(({ title, href }) => ({ title, run: () => navigate(href) }));
}
