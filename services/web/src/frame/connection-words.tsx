import { useConnection } from './connection.js';
import { t } from '../words/words.js';
import { timeOfDay } from '../parts/dates.js';

/** For screens without the rail: nothing while all is well, and since when there is no connection. */
export function ConnectionLost() {
  const connection = useConnection();
  return (
    <span role="status" className="attn">
      {connection.state === 'offline' && t('parts.offlineSince', { time: timeOfDay(connection.since) })}
    </span>
  );
}
