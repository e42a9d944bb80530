import { postalTrack } from '@otklik/kernel/postal-track';
import { useEffect, useRef, useState } from 'react';
import { recordPosting, recordPostings } from '../../acts/notice.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import type { Commands } from '../../frame/use-outbox.js';
import type { PostingMeans } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { dayIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { namedIn, outgoingOf } from './post-columns.js';
import { Means } from './posting-form.js';
import { saveRegistry } from './save-registry.js';
import { sheetPath } from './sheet-path.js';
import type { PaperRow } from './post.js';

interface ManyProps {
  readonly rows: readonly PaperRow[];
  /** Recording is the next step. */
  readonly isNext: boolean;
  /** All that were printed were picked in one press: a scanner may begin. */
  readonly isScanned: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly queue: Queue<PaperRow>;
  readonly commands: Commands;
}

/** The record of letters that were handed in together: a scanner fills one number at the post after the other. */
export function ManyLetters({ rows: picked, isNext, isScanned, names, queue, commands }: ManyProps) {
  const { code: district, zone } = useDistrict();
  const rows = picked.filter((row) => recordPosting.offers(row).length > 0);
  const [means, setMeans] = useState<PostingMeans>('REGISTERED_LETTER');
  const [sentOn, setSentOn] = useState(dayIn(zone, Date.now()));
  const [tracks, setTracks] = useState<ReadonlyMap<string, string>>(new Map());
  const [wrong, setWrong] = useState<WrongTrack>();
  const [isSending, setSending] = useState(false);
  const tracksOf = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (isScanned) tracksOf.current?.querySelector('input')?.focus();
  }, [isScanned]);
  const asksTrack = means === 'REGISTERED_LETTER';
  const trackOf = ({ id }: PaperRow): string => tracks.get(id)?.trim() ?? '';
  const record = async (): Promise<void> => {
    const fault = asksTrack ? wrongAmong(rows.map(trackOf)) : undefined;
    setWrong(fault);
    // One mistyped number would be on the list that the post office signs.
    if (fault) return tracksOf.current?.querySelectorAll('input')[fault.at]?.select();
    if (isSending) return;
    setSending(true);
    // What has left is on no list any more: the post office signs this one.
    if (asksTrack) await saveRegistry(district, dayIn(zone, Date.now()), rows, tracks);
    const items = rows.map((row) => ({
      id: row.id,
      key: newKey(),
      expectedVersion: queue.picked.get(row.id) ?? row.version,
      ...(asksTrack && { track: trackOf(row) }),
    }));
    void commands.put({
      item: rows[0]!.id,
      label: t('post.letters', { count: rows.length }),
      done: t('post.doneMany'),
      document: recordPostings,
      variables: () => ({ input: { district, means, sentOn, items } }),
    });
    queue.pass(...items.map(({ id }) => id));
    queue.unpick();
  };
  if (rows.length === 0) return <aside className="peek" aria-label={t('post.record')} />;
  return (
    <aside className="peek" aria-label={t('post.record')}>
      <h2>{t('post.sending', { count: rows.length })}</h2>
      <form
        noValidate
        className="d-form posting"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
      >
        <Means means={means} onChange={setMeans} />
        <label>
          <span className="d-label">{t('post.sentOn')}</span>
          <input type="date" className="d-date num" value={sentOn} onChange={({ target }) => setSentOn(target.value)} />
        </label>
        <ol ref={tracksOf} className="post-tracks" onKeyDown={toNextField}>
          {rows.map((row) => (
            <li key={row.id}>
              <label>
                <b className="num">{outgoingOf(row)}</b> <span className="muted">{namedIn(names, row)}</span>
                {asksTrack && (
                  <input
                    className="d-field num"
                    aria-label={t('post.trackOf', { number: outgoingOf(row) })}
                    autoComplete="off"
                    maxLength={40}
                    value={tracks.get(row.id) ?? ''}
                    onChange={({ target }) => setTracks(new Map(tracks).set(row.id, target.value))}
                  />
                )}
              </label>
            </li>
          ))}
        </ol>
        {wrong && (
          <p className="attn" role="alert">
            {t(`post.track${wrong.fault}`, { number: outgoingOf(rows[wrong.at]!) })}
          </p>
        )}
        <div className="d-bar post-foot">
          <Button
            keys="Control+Enter"
            {...(isNext && { look: 'main' as const })}
            disabled={isSending}
            onPress={() => void record()}
          >
            {t('post.sendMany', { count: rows.length })}
          </Button>
          <a
            className="d-button is-plain"
            target="_blank"
            rel="noreferrer"
            href={sheetPath(district, 'registry', rows, tracks)}
          >
            {t('post.registryTracks')}
          </a>
        </div>
      </form>
    </aside>
  );
}

interface WrongTrack {
  readonly at: number;
  readonly fault: 'MISSING' | NonNullable<ReturnType<typeof postalTrack>['fault']>;
}

/** The first that is missing or none. */
function wrongAmong(tracks: readonly string[]): WrongTrack | undefined {
  const faults = tracks.map((track) => (track === '' ? 'MISSING' : postalTrack(track).fault));
  const at = faults.findIndex((fault) => fault !== undefined);
  return at < 0 ? undefined : { at, fault: faults[at]! };
}

/** A scanner ends each number with Enter: the next field waits for the next letter. */
function toNextField(event: React.KeyboardEvent<HTMLOListElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll('input')];
  fields[fields.indexOf(event.target as HTMLInputElement) + 1]?.focus();
}
