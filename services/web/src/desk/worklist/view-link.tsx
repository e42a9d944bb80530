import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { addressOf, SEARCH } from '../../analysis/saved-search.js';
import { useDistrict } from '../../frame/district.js';
import { searchOf } from '../../frame/worklist-filter.js';
import { listOf, worklistPath } from '../../frame/worklists.js';
import { keepColumns } from '../../parts/data-table/kept-columns.js';
import { t } from '../../words/words.js';
import { listViewOf, useSavedViews } from './saved-views.js';
import { worklistColumns } from './worklist-columns.js';

/** A saved view by its link: the list opens with its filters, order and columns, or the search. */
export function ViewLink() {
  const { id } = useParams<{ id: string }>();
  const { code } = useDistrict();
  const [, navigate] = useLocation();
  const { views, isLoading } = useSavedViews();
  const view = views.find((one) => one.id === id);
  useEffect(() => {
    if (view?.list === SEARCH) return navigate(`/analysis${addressOf(view)}`, { replace: true });
    const list = view && listOf(view.list);
    if (!view || !list) return;
    keepColumns('worklist', worklistColumns(), view.columns);
    navigate(`${worklistPath(code, list)}?${searchOf(listViewOf(view))}`, { replace: true });
  }, [view, code, navigate]);
  if (isLoading || view) return <main className="frame-wait">{t('frame.loading')}</main>;
  return (
    <main className="frame-wait">
      <p>{t('worklist.viewGone')}</p>
      <p>
        <Link href={`/desk/${code}`}>{t('start.title')}</Link>
      </p>
    </main>
  );
}
