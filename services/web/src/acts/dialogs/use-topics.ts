import { useState } from 'react';
import { useSender } from '../../frame/command.js';
import type { Directory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { t } from '../../words/words.js';
import type { Question } from '../card.js';
import { correctTopicDocument } from '../question/correct-topic.queries.js';

/** A question whose topic was corrected: its version since, and the topic of before. */
export interface CorrectedTopic {
  readonly id: string;
  readonly version: number;
  readonly former: string;
}

/** The topics of the questions whose topic may be corrected, in a form that corrects more than them. */
export function useTopics(questions: readonly Question[]) {
  const { code: district } = useDistrict();
  const { send, problem } = useSender();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState<readonly CorrectedTopic[]>([]);
  const offered = questions
    .filter(({ allowedActions, topic }) => allowedActions.includes('CORRECT_TOPIC') && topic)
    .map(({ id, ordinal, topic }) => ({
      id,
      label: questions.length > 1 ? t('dialogs.detailsTopicOf', { ordinal }) : t('dialogs.topic'),
      code: chosen[id] ?? topic!.code,
    }));
  const changed = questions.filter(({ id, topic }) => chosen[id] !== undefined && chosen[id] !== topic?.code);
  /** Each once; answers what was corrected, undefined where one could not be. */
  const sendAll = async (reason: string): Promise<readonly CorrectedTopic[] | undefined> => {
    const all = [...sent];
    for (const { id, version: expectedVersion, topic } of changed.filter(({ id }) =>
      all.every((one) => one.id !== id),
    )) {
      const input = { district, id, key: newKey(), expectedVersion, topic: chosen[id]!, reason };
      const change = (await send(correctTopicDocument, { input }, id)) as Pick<CorrectedTopic, 'version'> | undefined;
      if (!change) return undefined;
      all.push({ id, version: change.version, former: topic!.code });
      setSent([...all]);
    }
    return all;
  };
  /** Other departments have such topics: routing there is another act. */
  const elsewhere = ({ topics }: Directory): readonly string[] =>
    changed.flatMap(({ id, department }) => {
      const own = topics.find(({ code }) => code === chosen[id])?.department;
      return own && own.code !== department?.code ? [own.name] : [];
    });
  const choose = (id: string, topic: string): void => setChosen((all) => ({ ...all, [id]: topic }));
  return { offered, choose, send: sendAll, elsewhere, problem };
}
