import { useQuery } from 'urql';
import type { RegistrationListQuery } from '../../generated/graphql.js';
import { useCommands, type Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { NewAppealLinks } from '../../frame/new-appeal-links.js';
import { PersonField } from '../../frame/person-field.js';
import { operation } from '../../frame/graphql-client.js';
import { ChannelChip } from '../../parts/channel.js';
import { dayIn, dayMonth } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { Reminder } from '../../parts/reminder.js';
import { ActResults } from '../../frame/queue/act-results.js';
import { PickBar, PickBox } from '../../frame/queue/pick-bar.js';
import { QueueScreen } from '../../frame/queue/queue-screen.js';
import { QueueRow, QueueStream } from '../../frame/queue/queue-stream.js';
import { useLiveRefetch } from '../../frame/use-live.js';
import { urgentFirst } from '../../frame/queue/urgent-first.js';
import { useQueue, type Queue } from '../../frame/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { urgentWords } from '../../parts/urgent-words.js';
import { t } from '../../words/words.js';
import { registerAppeal } from '../../acts/message.js';
import { usePut } from '../../acts/use-put.js';
import { registrationChanges, registrationList } from './register-appeal.queries.js';
import { PutOffList } from './put-off-list.js';
import { ToRegister } from './to-register.js';
import './register-appeal.css';

export type RegistrationRow = RegistrationListQuery['appeals']['nodes'][number];

/** Appeals that wait for their number: those taken up by the moderator, and those that came from an identified resident. */
export function Registration() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(registrationList), variables: { district } });
  const refetch = () => reload({ requestPolicy: 'network-only' });
  useLiveRefetch({
    document: registrationChanges,
    cursor: data?.appeals.liveCursor,
    variables: (after) => ({ district, after }),
    cursorOf: ({ appealChanges }) => appealChanges.cursor,
    refetch,
  });
  const commands = useCommands('registration');
  const queue = useQueue(data && urgentFirst(data.urgent.nodes, data.appeals.nodes), commands.all);
  const register = useRegister(queue, commands);
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-sign">
      <QueueStream
        queue={queue}
        label={t('registration.list')}
        title={t('frame.listTO_REGISTER')}
        count={data ? t('registration.count', { count: data.appeals.total }) : t('frame.loading')}
        empty={t('registration.empty')}
        isLoaded={data !== undefined}
        error={error}
        onAgain={refetch}
        head={
          <>
            <PersonField />
            <NewAppealLinks />
            <PutOffList />
          </>
        }
        foot={<ActResults title={t('registration.results')} commands={commands} onOpen={queue.open} />}
        bar={
          <PickBar
            queue={queue}
            word={t('registration.registerMany', { count: queue.picked.size })}
            onPress={register.picked}
          />
        }
      >
        {(row) => <Row key={row.id} queue={queue} row={row} />}
      </QueueStream>
      {queue.current && (
        <ToRegister key={queue.current.id} row={queue.current} queue={queue} onRegister={register.one} />
      )}
    </QueueScreen>
  );
}

/** Numbers are given in the order of the list, so that the series follows the order of arrival. */
function useRegister(queue: Queue<RegistrationRow>, commands: Commands) {
  const putAct = usePut(commands);
  const put = (row: RegistrationRow): void => putAct(registerAppeal, row, shortNumber(row), {});
  return {
    one: (row: RegistrationRow) => {
      put(row);
      queue.pass(row.id);
    },
    picked: () => {
      const picked = queue.rows.filter(({ id }) => queue.picked.has(id));
      picked.forEach(put);
      queue.pass(...picked.map(({ id }) => id));
      queue.unpick();
    },
  };
}

function Row({ queue, row }: { readonly queue: Queue<RegistrationRow>; readonly row: RegistrationRow }) {
  const { zone } = useDistrict();
  const number = shortNumber(row);
  return (
    <QueueRow
      queue={queue}
      row={row}
      className="is-pickable"
      lead={<PickBox queue={queue} row={row} number={number} />}
      name={number}
      beside={<ChannelChip channel={row.channel} />}
      when={
        <span className="when">
          {row.dueOn && <Deadline dueOn={row.dueOn} dueAt={row.dueAt} today={dayIn(zone, Date.now())} isAlone />}
          {row.dueOn && ' · '}
          <time dateTime={row.receivedAt}>
            {t('registration.rowReceived', { date: dayMonth(dayIn(zone, row.receivedAt)) })}
          </time>
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
      <p className="muted">
        {[t(`queue.regime${row.regime}`), row.settlement?.name].filter((part) => part).join(', ')}
      </p>
    </QueueRow>
  );
}
