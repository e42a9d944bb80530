import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { useMayUse } from '../../frame/viewer.js';
import type { ApplicantFileQuery } from '../../generated/graphql.js';
import { dayIn, dayMonth, fullDate } from '../../parts/dates.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { OnePerson } from './one-person.js';

export type File = NonNullable<ApplicantFileQuery['applicantFile']>;

interface SideProps {
  readonly file: File;
  /** The appeal by which the file was opened. */
  readonly appeal: string;
  readonly reason: string;
  readonly onChanged: (consistencyToken: string) => void;
}

/** Beside the sheet: what may be said, consents, who is one person, how long it is kept, and who opened it. */
export function FileSide({ file, appeal, reason, onChanged }: SideProps) {
  return (
    <aside className="file-side not-printed" aria-label={t('people.file')}>
      <Said file={file} reason={reason} />
      <Consents file={file} />
      <OnePerson file={file} appeal={appeal} onChanged={onChanged} />
      <section>
        <h2>{t('people.copy')}</h2>
        <p className="muted">{t('people.copyWords')}</p>
        <button type="button" className="d-button" onClick={() => print()}>
          {t('people.copyPrint')}
        </button>
      </section>
      <section>
        <h2>{t('people.kept')}</h2>
        <p>{t('people.keptWords', { months: file.keptMonths })}</p>
      </section>
      <Openers file={file} />
    </aside>
  );
}

/** To a person who calls or is here. */
function Said({ file, reason }: Pick<SideProps, 'file' | 'reason'>) {
  const open = file.appeals.filter((one) => one.open);
  return (
    <section>
      <h2>
        {reason.slice(0, 1).toUpperCase()}
        {reason.slice(1)}
      </h2>
      <p className="muted">{open.length > 0 ? t('people.say') : t('people.sayNothing')}</p>
      {open.map(({ row, dueOn }) => (
        <blockquote key={row.id}>
          {dueOn
            ? t('people.sayDue', { number: shortNumber(row), day: fullDate(dueOn) })
            : t('people.sayOpen', { number: shortNumber(row) })}
        </blockquote>
      ))}
      <p className="muted">{t('people.sayNever')}</p>
    </section>
  );
}

function Consents({ file: { consents } }: Pick<SideProps, 'file'>) {
  return (
    <section>
      <h2>{t('people.consents')}</h2>
      {consents.length === 0 && <p className="muted">{t('people.consentNone')}</p>}
      <ul>
        {consents.map(({ appeal, number, on, version, publication, withdrawnAt }) => (
          <li key={appeal}>
            {[version !== null && t('people.consentProcessing'), publication && t('people.consentPublication')]
              .filter(Boolean)
              .join(', ')}
            <span className="muted num">
              {withdrawnAt
                ? t('people.consentWithdrawn', { number })
                : t('people.consentGiven', { number, day: fullDate(on) })}
            </span>
            {version !== null && <span className="muted">{t('people.consentText', { version })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Openers({ file: { openings } }: Pick<SideProps, 'file'>) {
  const { code, zone } = useDistrict();
  const mayUse = useMayUse();
  return (
    <section>
      <h2>
        {t('people.openers')}
        {mayUse('openings') && (
          <small>
            <Link href={`/desk/${code}/administration/evidence`}>{t('people.openersAll')}</Link>
          </small>
        )}
      </h2>
      <ul>
        {openings.map(({ at, official, reason }) => (
          <li key={at} className="file-opener">
            <span className="num muted">{dayMonth(dayIn(zone, at))}</span>
            <span>{[official?.name ?? '—', reason].filter(Boolean).join(': ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
