import { useState } from 'react';
import { useDirectory } from '../../../frame/directory.js';
import { useDistrict } from '../../../frame/district.js';
import { titlesOfOldJournalLoadState } from '../../../generated/titles.js';
import { Button } from '../../../parts/button.js';
import { momentIn } from '../../../parts/dates.js';
import { language, t } from '../../../words/words.js';
import type { Load } from './old-journal.js';
import { TakeBack } from './take-back.js';

/** What the file had and what is stored of it; the import is taken back here. */
export function Parity(props: { readonly load: Load; readonly onChanged: () => void; readonly onOther: () => void }) {
  const { load, onChanged, onOther } = props;
  const { zone } = useDistrict();
  const { topics } = useDirectory();
  const [isAsked, ask] = useState(false);
  const topicOf = (code: string): string =>
    code === '' ? t('oldJournal.noTopic') : (topics.find((topic) => topic.code === code)?.name ?? code);
  const isWhole = load.months.every(({ inFile, stored }) => inFile === stored);
  return (
    <div className="oj-split">
      <section aria-label={t('oldJournal.PARITY')}>
        <h2>{t('oldJournal.parity')}</h2>
        <p className="muted">
          {t('oldJournal.loadOf', {
            at: momentIn(zone, load.takenAt),
            rows: load.rows,
            refused: load.refused,
            hash: load.fileHash,
          })}
        </p>
        <p>
          <b>{titlesOfOldJournalLoadState[load.state][language]}</b>
          {load.months.length > 0 && <>. {t(isWhole ? 'oldJournal.equal' : 'oldJournal.different')}</>}
        </p>
        {load.months.length > 0 && (
          <>
            <Counts
              title={t('oldJournal.byMonth')}
              counts={load.months}
              nameOf={(month) => month.split('-').reverse().join('.')}
            />
            <Counts title={t('oldJournal.byTopic')} counts={load.topics} nameOf={topicOf} />
          </>
        )}
      </section>
      <aside aria-label={t('oldJournal.takeBack')}>
        <h2>{t('oldJournal.takeBack')}</h2>
        {load.state === 'REMOVED' ? (
          <p className="d-gap">
            {t('oldJournal.removed', {
              at: momentIn(zone, load.removedAt ?? load.takenAt),
              reason: load.removedReason ?? '',
            })}
          </p>
        ) : (
          <>
            <p className="muted d-gap">{t('oldJournal.aboutTakingBack')}</p>
            <Button className="d-gap" onPress={() => ask(true)}>
              {t(load.state === 'REMOVING' ? 'oldJournal.goOnTakingBack' : 'oldJournal.takeBackRows', {
                count: load.rows,
              })}
            </Button>
            <TakeBack load={load} open={isAsked} onClose={() => ask(false)} onChanged={onChanged} />
          </>
        )}
        <p className="d-gap2">
          <Button onPress={() => globalThis.print()} keys="Control+KeyP">
            {t('oldJournal.print')}
          </Button>
        </p>
        <p className="d-gap2">
          <Button onPress={onOther}>{t('oldJournal.anotherImport')}</Button>
        </p>
      </aside>
    </div>
  );
}

function Counts(props: {
  readonly title: string;
  readonly counts: Load['months'];
  readonly nameOf: (name: string) => string;
}) {
  const { title, counts, nameOf } = props;
  return (
    <table className="nums oj-counts d-gap2">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col" className="l">
            {t('oldJournal.what')}
          </th>
          <th scope="col">{t('oldJournal.inTheFile')}</th>
          <th scope="col">{t('oldJournal.ours')}</th>
          <th scope="col">{t('oldJournal.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ name, inFile, stored }) => (
          <tr key={name}>
            <th scope="row" className="l">
              {nameOf(name)}
            </th>
            <td className="num">{inFile}</td>
            <td className="num">{stored}</td>
            <td className="num">{stored === inFile ? 0 : <b>{stored - inFile}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
