import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../parts/dialog.js';
import { Kbd } from '../parts/kbd.js';
import { useKeys } from '../parts/keys.js';
import { linesFor, usePaletteLines, type PaletteLine } from '../parts/palette-lines.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { useDistrictScreens } from './district-screens.js';
import { useWorklistCounts } from './worklist-counts.js';
import { railGroups, worklistPath } from './worklists.js';

/** Behind `Ctrl K`: whatever can be done or opened from here, found by its words. */
export function Palette() {
  const [isOpen, setOpen] = useState(false);
  useKeys([{ keys: 'Control+KeyK', title: t('frame.palette'), run: () => setOpen(true) }]);
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('frame.palette')}>
      <Find onClose={() => setOpen(false)} />
    </Dialog>
  );
}

function Find({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // What was on the screen when it was opened: the palette's own parts are none of it.
  const [acts] = useState(usePaletteLines());
  const screens = useScreenLines();
  const found = linesFor(typed, [...acts, ...screens]);
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
        aria-expanded="true"
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
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by) setAt((chosen + by + found.length) % Math.max(1, found.length));
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
      {found.length === 0 && (
        <p className="muted" role="status">
          {t('frame.paletteNone')}
        </p>
      )}
    </div>
  );
}

function showWhole(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
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
