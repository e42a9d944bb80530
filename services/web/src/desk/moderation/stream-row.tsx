import { useDistrict } from '../../frame/district.js';
import { dayIn, dayMonth, timeOfDay } from '../../parts/dates.js';
import { SourceChip } from '../../parts/network.js';
import { QueueRow } from '../../frame/queue/queue-stream.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { Reminder } from '../../parts/reminder.js';
import { urgentWords } from '../../parts/urgent-words.js';
import { t } from '../../words/words.js';
import type { ModerationRow } from './moderation.js';
import { nameOf } from './name-of.js';

/** One message of the stream: where it came from, what it says, and what makes it different from the others. */
export function StreamRow({ queue, row }: { readonly queue: Queue<ModerationRow>; readonly row: ModerationRow }) {
  const beside = placeOf(row);
  const about = notesOf(row);
  return (
    <QueueRow
      queue={queue}
      row={row}
      lead={<SourceChip channel={row.channel} source={row.source} />}
      name={nameOf(row)}
      beside={beside && <span className="muted">{beside}</span>}
      when={
        <span className="when">
          <ReceivedTime at={row.receivedAt} />
        </span>
      }
    >
      {row.warning && (
        <p>
          <Reminder warning={row.warning} dueOn={row.dueOn} />
        </p>
      )}
      {row.urgency && <p className="attn">{urgentWords(row)}</p>}
      <p className="msg-text">{row.excerpt ?? t('queue.erased')}</p>
      {about !== '' && <p className="muted">{about}</p>}
    </QueueRow>
  );
}

/** The page or the dialogue in its network; else the place that the message names. */
function placeOf({ source, settlement, place }: ModerationRow): string {
  if (!source) return settlement?.name ?? place ?? '';
  const page = source.accountTitle === null ? '' : `«${source.accountTitle}»`;
  return source.kind === 'DIRECT' ? t('moderation.direct') : page;
}

function notesOf({ source, fileCount }: ModerationRow): string {
  return [
    ...(source?.fate ? [t(`moderation.fate${source.fate}`)] : []),
    ...(source?.likes ? [t('moderation.likes', { count: source.likes })] : []),
    ...(fileCount > 0 ? [t('moderation.files', { count: fileCount })] : []),
  ].join(', ');
}

/** The time of a message of today, else its day. */
function ReceivedTime({ at }: { readonly at: string }) {
  const { zone } = useDistrict();
  const day = dayIn(zone, at);
  return <time dateTime={at}>{day === dayIn(zone, Date.now()) ? timeOfDay(at, zone) : dayMonth(day)}</time>;
}
