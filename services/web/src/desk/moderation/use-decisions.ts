import { useDistrict } from '../../frame/district.js';
import type { Acts } from '../../frame/acts.js';
import { newKey } from '../../frame/new-key.js';
import type { Danger, Identification, SpamKind, TypedDocumentString } from '../../generated/graphql.js';
import type { VersionedRow } from '../../frame/queue/acted-rows.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { t } from '../../words/words.js';
import {
  answerAtOnce,
  escalateUrgently,
  markDuplicate,
  markDuplicates,
  markSpam,
  takeUp,
  takeUpWithWords,
  turnIntoAppeal,
} from './moderation.queries.js';
import type { ModerationRow } from './moderation.js';
import { nameOf } from './name-of.js';

/** What one key says of a message that is not considered. */
export type OneKeySpam = Exclude<SpamKind, 'OTHER'>;

interface Input {
  readonly district: string;
  readonly id: string;
  readonly key: string;
  readonly expectedVersion: number;
}
/** A mutation whose input is the message in its seen version, and `Fields`. */
type ActOn<Fields> = TypedDocumentString<object, { readonly input: Input & Fields }>;

export type Decisions = ReturnType<typeof useDecisions>;

/** The acts on the open message; after each the next one opens. */
export function useDecisions(row: ModerationRow, queue: Queue<ModerationRow>, acts: Acts) {
  const { code: district } = useDistrict();
  const about = { item: row.id, label: nameOf(row) };
  const input = (key: string): Input => ({ district, id: row.id, key, expectedVersion: row.version });
  const act = <Fields extends object>(document: ActOn<Fields>, done: string, fields: Fields): void => {
    const variables = (key: string) => ({ input: { ...input(key), ...fields } });
    void acts.put({ ...about, done, document, variables });
  };
  const decide: typeof act = (...decision) => {
    act(...decision);
    queue.pass(row.id);
  };
  return {
    takeUp: () => decide(takeUp, t('moderation.doneTakeUp'), {}),
    /** Its sender is told so at once. */
    takeUpWith: (words: string) => decide(takeUpWithWords, t('moderation.doneTakeUpWith'), { words }),
    join: (of: string, number: string) => decide(markDuplicate, t('moderation.doneJoin', { number }), { of }),
    /** All of them by one act; each has its own key and its own result. */
    joinAll: (rows: readonly VersionedRow[], of: string, number: string) => {
      const items = rows.map(({ id, version }) => ({ id, key: newKey(), expectedVersion: version }));
      const done = t('moderation.doneJoinAll', { count: items.length, number });
      void acts.put({
        ...about,
        done,
        document: markDuplicates,
        variables: () => ({ input: { district, of, items } }),
      });
      queue.pass(row.id, ...rows.map(({ id }) => id));
    },
    answer: (text: string) => decide(answerAtOnce, t('moderation.doneAnswer'), { text }),
    spam: (kind: OneKeySpam) => decide(markSpam, t(`moderation.done${kind}`), { kind }),
    /** It stays in the list, above the others. */
    escalate: (danger: Danger) => act(escalateUrgently, t('moderation.doneUrgent'), { danger }),
    turn: (identification: Identification, identifiedBy: string) =>
      decide(turnIntoAppeal, t('moderation.doneTurn'), { identification, identifiedBy }),
  };
}
