import { useQuery } from 'urql';
import type { ModerationMessageQuery } from '../../generated/graphql.js';
import type { Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { momentIn } from '../../parts/dates.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { ItemHead } from '../../frame/queue/item-head.js';
import { Letters } from '../../parts/letters.js';
import { Submission, textOf } from '../../frame/queue/submission.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { SourcePost } from '../../frame/source-post.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { AtSource, Where } from './at-source.js';
import { Decide } from './decide.js';
import type { ModerationRow } from './moderation.js';
import { messageProposal, moderationMessage } from './moderation.queries.js';
import { postOf, Similar, useSimilar } from './similar-list.js';
import { ThreadPart } from './thread-part.js';
import { useDecisions } from './use-decisions.js';
import { useThread } from './use-thread.js';

interface MessageProps {
  readonly row: ModerationRow;
  readonly queue: Queue<ModerationRow>;
  readonly commands: Commands;
}

/** The open message with its files, what was written about the same, and the decision beside. */
export function Message({ row, queue, commands }: MessageProps) {
  const { code: district } = useDistrict();
  const variables = { district, id: row.id };
  const [{ data, error }, reload] = useQuery({ query: operation(moderationMessage), variables });
  const card = data?.appeal ?? undefined;
  const text = textOf(row, card);
  const proposal = useProposal(row, text, card);
  const thread = useThread(row, queue, commands.all);
  const similar = useSimilar(row, text, proposal?.topic?.code, postOf(row.source) ? (thread?.considered ?? []) : []);
  const decide = useDecisions(row, queue, commands);
  const title = titleOf(row);
  return (
    <section className="thread" aria-label={title}>
      <div className="talk">
        <ItemHead
          title={title}
          appeal={row.id}
          gone={queue.isGone && t('moderation.gone')}
          error={!card && error}
          onAgain={() => reload({ requestPolicy: 'network-only' })}
        />
        <Said row={row} card={card} />
        <ThreadPart
          row={row}
          text={text}
          thread={thread}
          similar={similar}
          onJoinAll={decide.joinAll}
          onTakeUp={decide.takeUp}
        />
        <Similar similar={similar} />
      </div>
      <Decide row={row} queue={queue} commands={commands} decide={decide} proposal={proposal} similar={similar} />
    </section>
  );
}

function titleOf(row: ModerationRow): string {
  return row.source?.author ?? t('moderation.message', { number: shortNumber(row) });
}

/** Its place, its text, and what came after it. */
function Said({ row, card }: { readonly row: ModerationRow; readonly card: Card | undefined }) {
  const { zone } = useDistrict();
  const label = t('moderation.received', { at: momentIn(zone, row.receivedAt), channel: channelOf(row) });
  return (
    <>
      <Where row={row} card={card} />
      <SourcePost source={row.source} />
      <Submission label={label} row={row} card={card} />
      {card && (
        <>
          <Supplements supplements={card.supplements} />
          <Letters letters={card.letters} />
          <AtSource card={card} />
        </>
      )}
    </>
  );
}

function channelOf({ channel, source }: ModerationRow): string {
  return source ? t(`parts.networkLong${source.network}`) : t(`parts.channelLong${channel}`);
}

export type Proposal = NonNullable<ReturnType<typeof useProposal>>;

/** What the district's rules would make of the message. */
function useProposal(row: ModerationRow, text: string, card: Card | undefined) {
  const topic = card?.chosenTopic?.code;
  const { code: district } = useDistrict();
  const settlement = row.settlement?.code;
  const input = {
    district,
    text,
    channel: row.channel,
    regime: row.regime,
    ...(settlement !== undefined && { settlement }),
    ...(topic !== undefined && { topic }),
  };
  const [{ data }] = useQuery({
    query: operation(messageProposal),
    variables: { input },
    pause: text.trim() === '',
    requestPolicy: 'cache-first',
  });
  return data?.routeProposal;
}

type Card = NonNullable<ModerationMessageQuery['appeal']>;

function Supplements({ supplements }: Pick<Card, 'supplements'>) {
  const { zone } = useDistrict();
  return supplements.map(({ text, at, byApplicant, authorName }) => (
    <blockquote key={at}>
      <p className="d-label">
        {byApplicant
          ? t('moderation.supplement', { at: momentIn(zone, at) })
          : t('moderation.reply', { at: momentIn(zone, at), name: authorName ?? t('moderation.another') })}
      </p>
      <Paragraphs text={text ?? t('queue.erased')} />
    </blockquote>
  ));
}
