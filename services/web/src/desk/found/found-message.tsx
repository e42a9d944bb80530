import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import type { Commands } from '../../frame/use-outbox.js';
import { useMayUse } from '../../frame/viewer.js';
import type { FoundOutcome } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { dayIn, dayMonth, momentIn } from '../../parts/dates.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { t } from '../../words/words.js';
import type { FoundRow } from './found.js';
import { decideFoundDocument } from './found.queries.js';

interface MessageProps {
  readonly row: FoundRow;
  readonly queue: Queue<FoundRow>;
  readonly commands: Commands;
}

/** The message with where everybody reads it, the same text elsewhere, and what may become of it. */
export function FoundMessage({ row, queue, commands }: MessageProps) {
  const { zone } = useDistrict();
  const { communityName, url, text, writtenAt, foundAt, deletedAt, outcome } = row;
  return (
    <aside className="peek" aria-label={t('found.message', { name: communityName })}>
      <div>
        <h2>{communityName}</h2>
        <p className="muted">
          {writtenAt
            ? t('found.writtenAt', { at: momentIn(zone, writtenAt) })
            : t('found.foundAt', { at: momentIn(zone, foundAt) })}
          {' · '}
          <a href={url} target="_blank" rel="noreferrer">
            {t('found.openThere')}
          </a>
        </p>
      </div>
      <div className="read">{text === null ? <p>{t('found.textInCase')}</p> : <Paragraphs text={text} />}</div>
      <Same same={row.same} />
      {queue.isGone && <p className="attn">{t('found.gone')}</p>}
      <Decided row={row} />
      {outcome !== 'ANSWER_THERE' && <Decide row={row} queue={queue} commands={commands} />}
      {outcome !== 'ANSWER_THERE' && (
        <p className="muted">{t('found.deletedOn', { day: dayMonth(dayIn(zone, deletedAt)) })}</p>
      )}
    </aside>
  );
}

/** Nothing is decided twice about one text that was copied. */
function Same({ same }: Pick<FoundRow, 'same'>) {
  const { code: district } = useDistrict();
  if (same.length === 0) return null;
  return (
    <div>
      <p className="d-label">{t('found.same')}</p>
      <ul>
        {same.map(({ communityName, outcome, appeal }, at) => (
          <li key={at}>
            {t('found.sameThere', {
              name: communityName,
              outcome: outcome === null ? t('found.undecided') : t(`found.outcome${outcome}`),
            })}{' '}
            {appeal && <Link href={`/desk/${district}/card/${appeal}`}>{t('found.toCase')}</Link>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Decided({ row: { outcome, decidedAt, author, appeal, url } }: Pick<MessageProps, 'row'>) {
  const { code: district, name, zone } = useDistrict();
  if (outcome === null) return null;
  const letter = t('found.letter', { district: name, url, site: `${location.origin}/${district}` });
  return (
    <div>
      <p>
        <b>{t(`found.outcome${outcome}`)}</b> <span className="muted">{decidedAt && momentIn(zone, decidedAt)}</span>
      </p>
      {outcome === 'ANSWER_THERE' && (
        <p>
          {appeal ? (
            <Link href={`/desk/${district}/card/${appeal}`}>{t('found.toCase')}</Link>
          ) : (
            <span className="muted">{t('found.caseComes')}</span>
          )}
        </p>
      )}
      {outcome === 'WRITE_AUTHOR' && (
        <>
          <p>
            {author === null ? (
              t('found.noAuthor')
            ) : (
              <a href={author} target="_blank" rel="noreferrer">
                {t('found.author')}
              </a>
            )}
          </p>
          <blockquote>{letter}</blockquote>
          <button type="button" className="d-link" onClick={() => void navigator.clipboard.writeText(letter)}>
            {t('found.copyLetter')}
          </button>
        </>
      )}
    </div>
  );
}

const outcomes: readonly (readonly [FoundOutcome, string])[] = [
  ['ANSWER_THERE', 'KeyA'],
  ['WRITE_AUTHOR', 'KeyW'],
  ['NOTE_ONLY', 'KeyU'],
  ['NOT_OURS', 'KeyX'],
];

function Decide({ row, queue, commands }: MessageProps) {
  const { code: district } = useDistrict();
  const { id, version, communityName, outcome: before } = row;
  if (!useMayUse()('decideFoundMessage')) return null;
  const decide = (outcome: FoundOutcome): void => {
    void commands.put({
      item: id,
      label: communityName,
      done: t(`found.done${outcome}`),
      document: decideFoundDocument,
      variables: (key) => ({ input: { district, id, key, expectedVersion: version, outcome } }),
    });
    queue.pass(id);
  };
  return (
    <div>
      <p className="d-label">{t('found.decide')}</p>
      <div className="peek-keys">
        {outcomes
          .filter(([outcome]) => outcome !== before)
          .map(([outcome, keys], at) => (
            <Button key={outcome} keys={keys} {...(at === 0 && { look: 'main' })} onPress={() => decide(outcome)}>
              {t(`found.act${outcome}`)}
            </Button>
          ))}
      </div>
      <p className="muted small">{t('found.hint')}</p>
    </div>
  );
}
