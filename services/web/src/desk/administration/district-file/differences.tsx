import { Fragment } from 'react';
import { useAddress } from '../../../frame/address.js';
import { t } from '../../../words/words.js';
import { fieldWords } from './field-words.js';
import type { FileDifferences } from './use-differences.js';

const tokens =
  /\b(CALENDAR_DAYS|WORKING_DAYS|WORKING_HOURS|HOURS|NEXT|PREVIOUS|WORKING|OFF|SHORTENED|APPEAL_59FZ|SOCIAL_MESSAGE_URGENT|SOCIAL_MESSAGE|POS_MESSAGE|ORAL_RECEPTION)\b/g;
type Token =
  | 'CALENDAR_DAYS'
  | 'WORKING_DAYS'
  | 'WORKING_HOURS'
  | 'HOURS'
  | 'NEXT'
  | 'PREVIOUS'
  | 'WORKING'
  | 'OFF'
  | 'SHORTENED'
  | 'APPEAL_59FZ'
  | 'SOCIAL_MESSAGE'
  | 'SOCIAL_MESSAGE_URGENT'
  | 'POS_MESSAGE'
  | 'ORAL_RECEPTION';

/** The file's own values as words. */
function worded(text: string): string {
  return text.replace(tokens, (token) => t(`administration.value${token as Token}`));
}

type Change = FileDifferences['parts'][number]['changes'][number];
type OnLine = (line: number) => void;

/** What a text changes, by part of the file, and what forbids to apply it. */
export function Differences({
  differences,
  isPast = false,
  onLine,
}: {
  readonly differences: FileDifferences;
  /** Of a version that is in force, or was. */
  readonly isPast?: boolean;
  /** Where the text is shown: goes to a line of it. */
  readonly onLine?: OnLine;
}) {
  const { parts, faults, warnings } = differences;
  const { get } = useAddress();
  const shown = parts.filter(({ part }) => get('part') === '' || get('part') === part);
  return (
    <>
      <Parts parts={parts} />
      {shown.length > 0 && (
        <table className="nums change">
          <colgroup>
            <col className="k1" />
            <col className="k2" />
            <col />
            {onLine && <col className="k4" />}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('administration.what')}</th>
              <th scope="col">{t(isPast ? 'settings.was' : 'administration.before')}</th>
              <th scope="col">{t(isPast ? 'settings.became' : 'administration.after')}</th>
              {onLine && (
                <th scope="col" className="n">
                  {t('administration.line')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ part, changes }) => (
              <Fragment key={part}>
                <tr className="head">
                  <th scope="rowgroup" colSpan={onLine ? 4 : 3}>
                    {t(`administration.part${part}`)}
                  </th>
                </tr>
                {changes.map((change) => (
                  <ChangeRow key={change.name} change={change} onLine={onLine} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <Places of={faults} title={t('administration.cannotApply', { count: faults.length })} onLine={onLine} />
      <Places of={warnings} title={t('administration.inDoubt', { count: warnings.length })} onLine={onLine} />
    </>
  );
}

function Parts({ parts }: Pick<FileDifferences, 'parts'>) {
  const { get, set } = useAddress();
  if (parts.length === 0) return null;
  const count = parts.reduce((sum, { changes }) => sum + changes.length, 0);
  const tabs = [
    { part: '', words: t('administration.fileAll', { count }) },
    ...parts.map(({ part, changes }) => ({ part, words: `${t(`administration.part${part}`)} ${changes.length}` })),
  ];
  return (
    <nav className="tabs d-gap" aria-label={t('administration.fileParts')}>
      {tabs.map(({ part, words }) => (
        <a
          key={part}
          href={`?part=${part}`}
          {...(get('part') === part && { 'aria-current': 'true' as const })}
          onClick={(event) => {
            event.preventDefault();
            set({ part });
          }}
        >
          {words}
        </a>
      ))}
    </nav>
  );
}

function ChangeRow({ change, onLine }: { readonly change: Change; readonly onLine: OnLine | undefined }) {
  const { name, title, kind, before, after, line, faults } = change;
  const kindWords = { ADDED: t('administration.added'), REMOVED: t('administration.removed'), CHANGED: title };
  return (
    <tr>
      <td>
        {fieldWords(name) ?? worded(name)}
        <br />
        <span className="muted small">{kindWords[kind]}</span>
      </td>
      <td>
        {before.length === 0 ? <span className="muted">{t('administration.none')}</span> : worded(before.join(', '))}
      </td>
      <td>
        {kind === 'REMOVED' ? <del>{worded(before.join(', '))}</del> : <Pieces pieces={after} />}
        {faults.map(({ message }) => (
          <div key={message}>
            <b className="attn">{t('administration.forbidden')}</b> {message}
          </div>
        ))}
      </td>
      {onLine && (
        <td className="n num">
          {line && (
            <button type="button" className="d-link" onClick={() => onLine(line)}>
              <span className="unseen">{t('administration.toLine', { line })}</span>
              <span aria-hidden="true">{line}</span>
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function Pieces({ pieces }: { readonly pieces: Change['after'] }) {
  return pieces.map(({ text, isNew }, at) => (
    <Fragment key={at}>
      {at > 0 && ', '}
      {isNew ? <ins>{worded(text)}</ins> : worded(text)}
    </Fragment>
  ));
}

interface PlacesProps {
  readonly of: FileDifferences['faults'];
  readonly title: string;
  readonly onLine: OnLine | undefined;
}

function Places({ of, title, onLine }: PlacesProps) {
  if (of.length === 0) return null;
  return (
    <div className="d-warn d-gap2" role="status">
      <p className="attn">{title}</p>
      <ul>
        {of.map(({ message, place, line }) => (
          <li key={`${place} ${message}`}>
            {message}{' '}
            {onLine && (
              <button type="button" className="d-link" onClick={() => onLine(line)}>
                {t('administration.toLine', { line })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
