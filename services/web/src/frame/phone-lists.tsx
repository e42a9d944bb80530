import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { Rail } from './rail.js';
import { useWorklistCounts } from './worklist-counts.js';
import { railGroups, worklistPath, type WorklistCode } from './worklists.js';

/** The browser leaves a link that is half outside the strip where it is. */
function showWhole(link: Element | null | undefined): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** On a phone: the lists that hold anything in one strip that scrolls by itself, and beside it the way to everything else in the rail. */
export function PhoneLists({ onKeys, onPalette }: { readonly onKeys: () => void; readonly onPalette: () => void }) {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const [at] = useLocation();
  const [railShown, showRail] = useState(false);
  const strip = useRef<HTMLElement>(null);
  const lists = railGroups.flatMap((group) => group.lists).filter((code) => counts[code]);
  const isOpen = (code: WorklistCode): boolean => at === worklistPath(district, code);
  const shown = lists.filter((code) => counts[code]!.total > 0 || isOpen(code));
  const start = `/desk/${district}`;
  const isList = at === start || lists.some(isOpen);
  useEffect(() => {
    showRail(false);
    showWhole(strip.current?.querySelector('[aria-current]'));
  }, [at, shown.length]);
  return (
    <div className="ph-top">
      <nav className="ph-lists" aria-label={t('frame.lists')} ref={strip} onFocus={({ target }) => showWhole(target)}>
        <Link href={start} {...(at === start && { 'aria-current': 'page' })}>
          {t('start.title')}
        </Link>
        {shown.map((code) => {
          const href = worklistPath(district, code);
          const { total, totalIsExact } = counts[code]!;
          return (
            <Link
              key={code}
              href={href}
              className={code === 'OVERDUE' && total > 0 ? 'late' : ''}
              {...(at === href && { 'aria-current': 'page' })}
            >
              {t(`frame.list${code}`)} <span className="num">{totalIsExact ? total : `${total}+`}</span>
            </Link>
          );
        })}
      </nav>
      <button type="button" className={isList ? 'ph-more' : 'ph-more is-here'} onClick={() => showRail(true)}>
        {t('frame.more')}
      </button>
      <Dialog open={railShown} onClose={() => showRail(false)} title={t('frame.allScreens')}>
        <Button
          onPress={() => {
            showRail(false);
            onPalette();
          }}
        >
          {t('frame.palette')}
        </Button>
        <Rail onKeys={onKeys} />
      </Dialog>
    </div>
  );
}
