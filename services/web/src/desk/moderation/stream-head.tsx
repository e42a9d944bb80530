import type { ReactNode } from 'react';
import type { Channel, ModerationHeadQuery, Network } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { dayIn, dayMonth, weekday } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';

type Numbers = ModerationHeadQuery['moderation'];

/** Of one network, or of what came by none of one channel. */
export interface StreamFilter {
  readonly networks?: Network[];
  readonly channels?: Channel[];
}

const ALL = '';

/** What of the stream is shown, with how much waits of each; and how many of the day are answered. */
export function StreamHead(props: {
  readonly numbers: Numbers | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The button of the new rows: it has its place, and pushes nothing. */
  readonly news: ReactNode;
}) {
  const { numbers, news } = props;
  if (!numbers) return <div className="d-bar">{news}</div>;
  return (
    <>
      <div className="d-bar mod-head">
        <select
          aria-label={t('moderation.channel')}
          value={props.value}
          onChange={({ target }) => props.onChange(target.value)}
        >
          <option value={ALL}>{allWords(numbers)}</option>
          {numbers.waiting.map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {`${longName(one)}, ${one.count}`}
            </option>
          ))}
        </select>
        {news}
      </div>
      <Share numbers={numbers} />
    </>
  );
}

/** Of what is to be answered today; in the evening and on a day off what has come today, and what the next working day begins with. */
function Share({ numbers: { today, workingDay, answerOn } }: { readonly numbers: Numbers }) {
  const { zone } = useDistrict();
  const later = answerOn !== dayIn(zone, Date.now());
  return (
    <p className="muted mod-share">
      {later
        ? t('moderation.shareLater', {
            ...workingDay,
            today: today.received,
            answeredToday: today.answered,
            day: dayMonth(answerOn),
            weekday: weekday(answerOn, language),
          })
        : t('moderation.share', { ...workingDay })}
    </p>
  );
}

/** What the chosen value asks of the list. */
export function filterOf(value: string): StreamFilter {
  const [kind, code] = value.split(' ');
  if (kind === 'NETWORK') return { networks: [code as Network] };
  return kind === 'CHANNEL' ? { channels: [code as Channel] } : {};
}

type Waiting = Numbers['waiting'][number];

function nameOf({ channel, network }: Waiting): string {
  return network ? `NETWORK ${network}` : `CHANNEL ${channel}`;
}

function longName({ channel, network }: Waiting): string {
  return network ? t(`parts.networkLong${network}`) : t(`parts.channelLong${channel}`);
}

function allWords({ waiting }: Numbers): string {
  const parts = waiting.map(({ channel, network, count }) => {
    const name = network ? t(`parts.network${network}`) : t(`parts.channel${channel}`);
    return `${name} ${count}`;
  });
  return parts.length === 0 ? t('moderation.allChannels') : t('moderation.allWaiting', { parts: parts.join(', ') });
}
