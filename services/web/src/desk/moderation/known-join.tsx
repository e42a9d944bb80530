import { useQuery } from 'urql';
import { graphql } from '../../generated/gql.js';
import { answerAtOnce } from '../../acts/message.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import type { KnownForMessagesQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { fitsIssue } from './fits-issue.js';
import type { ModerationRow } from './moderation.js';
import type { Decisions } from './use-decisions.js';

const knownForMessages = graphql(`
  query KnownForMessages($district: String!) {
    openedKnownIssues(district: $district) {
      id
      state
      title
      text
      topics
      settlements
      words
    }
  }
`);

/** As many as one act takes. */
const MAX_JOINED = 200;

interface KnownJoinProps {
  readonly row: ModerationRow;
  readonly queue: Queue<ModerationRow>;
  readonly decide: Decisions;
  readonly topic: string | undefined;
}

type Known = KnownForMessagesQuery['openedKnownIssues'][number];

/** The known issue in whose frame the message is, and one press for all that wait and are in it. */
export function KnownJoin({ row, queue, decide, topic }: KnownJoinProps) {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(knownForMessages), variables: { district } });
  const live = data?.openedKnownIssues.filter(({ state }) => state === 'LIVE') ?? [];
  const issue = live.find((one) => fits(one, row, topic));
  if (!issue) return null;
  const { id, title } = issue;
  const others = queue.rows.filter((one) => one.id !== row.id && fits(issue, one, undefined)).slice(0, MAX_JOINED - 1);
  return (
    <section aria-label={t('moderation.known')}>
      <p className="d-label">{t('moderation.known')}</p>
      <h2>{title}</h2>
      <ul>
        <li>
          <Button keys="KeyW" onPress={() => decide.joinKnown([row], id, title)}>
            {t('moderation.joinKnown')}
          </Button>
        </li>
        {others.length > 0 && (
          <li>
            <Button keys="Shift+KeyW" onPress={() => decide.joinKnown([row, ...others], id, title)}>
              {t('moderation.joinKnownAll', { count: others.length + 1 })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What is or looks urgent is looked at by itself. */
function fits(issue: Known, row: ModerationRow, topic: string | undefined): boolean {
  if (row.urgency !== null || !row.allowedActions.includes(answerAtOnce.allowed)) return false;
  return fitsIssue(issue, { text: row.excerpt ?? '', settlement: row.settlement?.code, topic });
}
