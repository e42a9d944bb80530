import { useQuery } from 'urql';
import { Link } from 'wouter';
import type { ApprovalListQuery } from '../../generated/graphql.js';
import { useCommands, type Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { worklistPath } from '../../frame/worklists.js';
import { useWaitingNotices } from '../../frame/waiting-notices.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import { dayIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { ActResults } from '../../frame/queue/act-results.js';
import { PickBar, PickBox } from '../../frame/queue/pick-bar.js';
import { QueueScreen } from '../../frame/queue/queue-screen.js';
import { QueueRow, QueueStream } from '../../frame/queue/queue-stream.js';
import { useLiveRefetch } from '../../frame/use-live.js';
import { useQueue, type Queue } from '../../frame/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { approveResponse, signResponse } from '../../acts/answer.js';
import { usePut } from '../../acts/use-put.js';
import { approvalChanges, approvalList } from './approval.queries.js';
import { Draft } from './draft.js';
import './approval.css';

export type Step = 'TO_APPROVE' | 'TO_SIGN';
type Question = ApprovalListQuery['questions']['nodes'][number];

/** A draft in the queue; its id and version are those of the response, on which the acts are made. */
export interface ApprovalRow {
  readonly id: string;
  readonly version: number;
  readonly question: Question;
  readonly response: NonNullable<Question['response']>;
}

export function Approval() {
  return <DraftQueue key="TO_APPROVE" step="TO_APPROVE" />;
}

export function Signature() {
  return <DraftQueue key="TO_SIGN" step="TO_SIGN" />;
}

/** Drafts that wait for the approver or the signatory: the letter as it leaves, what changed, and the decision. */
function DraftQueue({ step }: { readonly step: Step }) {
  const { code: district } = useDistrict();
  const variables = { district, worklist: step };
  const [{ data, error }, reload] = useQuery({ query: operation(approvalList), variables });
  const refetch = () => reload({ requestPolicy: 'network-only' });
  useLiveRefetch({
    document: approvalChanges,
    cursor: data?.questions.liveCursor,
    variables: (after) => ({ ...variables, after }),
    cursorOf: ({ questionChanges }) => questionChanges.cursor,
    refetch,
  });
  const commands = useCommands(step);
  const queue = useQueue(data && rowsOf(data), commands.all);
  const pass = usePassing(step, queue, commands);
  return (
    <QueueScreen isOpen={queue.current !== undefined} className="is-sign">
      <QueueStream
        queue={queue}
        label={t(`approval.list${step}`)}
        title={t(`frame.list${step}`)}
        count={data ? t('approval.count', { count: data.questions.total }) : t('frame.loading')}
        empty={t(`approval.empty${step}`)}
        isLoaded={data !== undefined}
        error={error}
        onAgain={refetch}
        head={<Tabs step={step} />}
        foot={<ActResults title={t(`approval.results${step}`)} commands={commands} onOpen={queue.open} />}
        bar={
          <PickBar
            queue={queue}
            word={t(`approval.bulk${step}`, { count: queue.picked.size })}
            onPress={() => pass.all()}
          />
        }
      >
        {(row) => <Row key={row.id} queue={queue} row={row} />}
      </QueueStream>
      {queue.current && (
        <Draft
          key={queue.current.id}
          step={step}
          row={queue.current}
          queue={queue}
          commands={commands}
          onPass={pass.one}
        />
      )}
    </QueueScreen>
  );
}

function rowsOf({ questions }: ApprovalListQuery): readonly ApprovalRow[] {
  return questions.nodes.flatMap((question) => {
    const { response } = question;
    return response ? [{ id: response.id, version: response.version, question, response }] : [];
  });
}

/** What each list is for. */
export const STEPS = { TO_APPROVE: approveResponse, TO_SIGN: signResponse } as const;

/** Approves or signs what was read: a draft that changed since is refused by its version. */
function usePassing(step: Step, queue: Queue<ApprovalRow>, commands: Commands) {
  const putAct = usePut(commands);
  const put = ({ id, question }: ApprovalRow, version: number): void =>
    putAct(STEPS[step], { id, version }, shortNumber(question.appeal), {});
  return {
    one: (row: ApprovalRow, readVersion: number) => {
      put(row, readVersion);
      queue.pass(row.id);
    },
    all: () => {
      const picked = queue.rows.filter(({ id }) => queue.picked.has(id));
      for (const row of picked) put(row, queue.picked.get(row.id) ?? row.version);
      queue.pass(...picked.map(({ id }) => id));
      queue.unpick();
    },
  };
}

function Row({ queue, row }: { readonly queue: Queue<ApprovalRow>; readonly row: ApprovalRow }) {
  const { zone } = useDistrict();
  const { appeal, dueOn, dueAt, gist, excerpt, executor, topic } = row.question;
  const number = shortNumber(appeal);
  return (
    <QueueRow
      queue={queue}
      row={row}
      className="is-pickable"
      lead={<PickBox queue={queue} row={row} number={number} />}
      name={number}
      beside={<span className="muted">{executor?.name}</span>}
      when={
        <span className="when">
          {dueOn && <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />}
        </span>
      }
    >
      <p className="gist">
        {gist ?? topic?.name ?? excerpt?.slice(0, 80)} <span className="muted">{appeal.settlement?.name}</span>
      </p>
      <p className="muted">{row.response.outcome && t(`queue.outcome${row.response.outcome}`)}</p>
    </QueueRow>
  );
}

/** The lists of drafts that the official's roles may open. */
function Tabs({ step }: { readonly step: Step }) {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const notices = useWaitingNotices();
  return (
    <nav className="tabs" aria-label={t('approval.tabs')}>
      {(['TO_SIGN', 'TO_APPROVE', 'SENT_BACK'] as const).map((code) => {
        const count = counts[code];
        if (!count) return null;
        return (
          <Link key={code} href={worklistPath(district, code)} {...(code === step && { 'aria-current': 'page' })}>
            {t(`approval.tab${code}`, { count: count.total })}
          </Link>
        );
      })}
      {notices.count > 0 && <Link href={notices.href}>{t('approval.noticesTab', { count: notices.count })}</Link>}
    </nav>
  );
}
