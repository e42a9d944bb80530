import { useParams } from 'wouter';
import { t } from '../../words/words.js';
import { worklistOf } from '../../frame/worklists.js';

export function Worklist() {
  const { worklist } = useParams<{ worklist: string }>();
  const code = worklistOf(worklist);
  return (
    <main className="wl">
      <section className="wl-list">
        <div className="wl-head">
          <h1>{code ? t(`frame.list${code}`) : t('worklist.title')}</h1>
        </div>
      </section>
    </main>
  );
}
