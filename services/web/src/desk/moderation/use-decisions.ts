import {
  answerAtOnce,
  escalateUrgently,
  markAsDuplicate,
  markAsSpam,
  takeUpMessage,
  takeUpWithWords,
  type OneKeySpam,
} from '../../acts/message.js';
import type { Act, Subject } from '../../acts/act.js';
import { turnIntoAppeal } from '../../acts/appeal.js';
import { usePut } from '../../acts/use-put.js';
import type { Commands } from '../../frame/use-outbox.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { VersionedRow } from '../../frame/queue/acted-rows.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import type { Danger, Identification } from '../../generated/graphql.js';
import { t } from '../../words/words.js';
import type { ModerationRow } from './moderation.js';
import { joinManyKnown, markDuplicates } from './moderation.queries.js';
import { nameOf } from './name-of.js';

export type Decisions = ReturnType<typeof useDecisions>;

/** The acts on the open message; after each the next one opens. */
export function useDecisions(row: ModerationRow, queue: Queue<ModerationRow>, commands: Commands) {
  const { code: district } = useDistrict();
  const put = usePut(commands);
  const name = nameOf(row);
  const decide = <Filled>(act: Act<Subject, Filled>, filled: Filled): void => {
    put(act, row, name, filled);
    queue.pass(row.id);
  };
  return {
    takeUp: () => decide(takeUpMessage, {}),
    takeUpWith: (words: string) => decide(takeUpWithWords, { words }),
    join: (of: string, number: string) => decide(markAsDuplicate, { of, number }),
    /** All of them by one act; each has its own key and its own result. */
    joinAll: (rows: readonly VersionedRow[], of: string, number: string) => {
      const items = rows.map(({ id, version }) => ({ id, key: newKey(), expectedVersion: version }));
      const done = t('moderation.doneJoinAll', { count: items.length, number });
      void commands.put({
        item: row.id,
        label: name,
        done,
        document: markDuplicates,
        variables: () => ({ input: { district, of, items } }),
      });
      queue.pass(row.id, ...rows.map(({ id }) => id));
    },
    /** To a known issue: each is answered by its text, and its sender is sent what was done. */
    joinKnown: (rows: readonly VersionedRow[], issue: string, title: string) => {
      const items = rows.map(({ id, version }) => ({ id, key: newKey(), expectedVersion: version }));
      const done = t('moderation.doneJoinKnown', { count: items.length, title });
      void commands.put({
        item: row.id,
        label: name,
        done,
        document: joinManyKnown,
        variables: () => ({ input: { district, issue, items } }),
      });
      queue.pass(...rows.map(({ id }) => id));
    },
    answer: (text: string) => decide(answerAtOnce, { text }),
    spam: (kind: OneKeySpam) => decide(markAsSpam, { kind }),
    escalate: (danger: Danger) => put(escalateUrgently, row, name, { danger }),
    turn: (identification: Identification, identifiedBy: string) => {
      put(turnIntoAppeal, { row }, name, { identification, identifiedBy });
      queue.pass(row.id);
    },
  };
}
