import { useQuery } from 'urql';
import type { ModerationMessageQuery } from '../../generated/graphql.js';
import type { Acts } from '../../frame/acts.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { momentIn } from '../../parts/dates.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { ItemHead } from '../../parts/queue/item-head.js';
import { Submission, textOf } from '../../parts/queue/submission.js';
import type { Queue } from '../../parts/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { Decide } from './decide.js';
import type { ModerationRow } from './moderation.js';
import { messageProposal, moderationMessage } from './moderation.queries.js';
import { Similar, useSimilar } from './similar-list.js';

interface MessageProps {
  readonly row: ModerationRow;
  readonly queue: Queue<ModerationRow>;
  readonly acts: Acts;
}

/** The open message with its files, what was written about the same, and the decision beside. */
export function Message({ row, queue, acts }: MessageProps) {
  const { code: district, zone } = useDistrict();
  const variables = { district, id: row.id };
  const [{ data, error }, reload] = useQuery({ query: operation(moderationMessage), variables });
  const card = data?.appeal ?? undefined;
  const text = textOf(row, card);
  const proposal = useProposal(row, text);
  const similar = useSimilar(row, text, proposal?.topic?.code);
  const title = t('moderation.message', { number: shortNumber(row) });
  const at = momentIn(zone, row.receivedAt);
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
        <Submission
          label={t('moderation.received', { at, channel: t(`parts.channelLong${row.channel}`) })}
          row={row}
          card={card}
        />
        {card && <Supplements supplements={card.supplements} />}
        <Similar similar={similar} />
      </div>
      <Decide row={row} queue={queue} acts={acts} proposal={proposal} similar={similar} />
    </section>
  );
}

export type Proposal = NonNullable<ReturnType<typeof useProposal>>;

/** What the district's rules would make of the message. */
function useProposal(row: ModerationRow, text: string) {
  const { code: district } = useDistrict();
  const settlement = row.settlement?.code;
  const input = {
    ...{ district, text, channel: row.channel, regime: row.regime },
    ...(settlement === undefined ? {} : { settlement }),
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
  return supplements.map(({ text, at }) => (
    <blockquote key={at}>
      <p className="d-label">{t('moderation.supplement', { at: momentIn(zone, at) })}</p>
      <Paragraphs text={text ?? t('queue.erased')} />
    </blockquote>
  ));
}
