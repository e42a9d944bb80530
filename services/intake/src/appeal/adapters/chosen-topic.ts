import { topicAnswersText, type TopicAnswered } from '@otklik/contracts/topic-answers';
import type { SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import { BadInput, checkAll, cleanText } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { District, Topic, TopicQuestion } from '@otklik/tenancy';
import type { Submitted } from '../application/submit-appeal.js';

const MAX_ANSWER_LENGTH = 200;

export type ChosenTopic = Pick<Submitted, 'topic' | 'topicAnswers'>;

/** The topic that was chosen, and the answers to its own questions. `at`: prefix of the path of a fault. Throws `BadInput`. */
export function chosenTopic(
  { topic: code, topicAnswers }: Pick<SubmitAppealInput, 'topic' | 'topicAnswers'>,
  { topics }: District,
  at = 'input.',
): ChosenTopic {
  if (!code) {
    if ((topicAnswers ?? []).length > 0) throw new BadInput('BAD_INPUT', `${at}topicAnswers`, {}, 'No topic is named.');
    return {};
  }
  const topic = topics.find((one) => one.code === code);
  if (!topic) throw new BadInput('TOPIC_UNKNOWN', `${at}topic`);
  const check = checkedAnswer(topic, at);
  return withAnswers(topic, checkAll(...(topicAnswers ?? []).map((one, turn, all) => () => check(one, turn, all))));
}

/** `answers` in the order of the topic's questions; what was not answered is not in it. */
export function withAnswers({ code: topic }: Topic, answers: readonly TopicAnswered[]): ChosenTopic {
  const text = topicAnswersText(answers);
  return compact({ topic, topicAnswers: text });
}

type GivenAnswers = NonNullable<SubmitAppealInput['topicAnswers']>;

function checkedAnswer({ questions = [] }: Topic, prefix: string) {
  return ({ question: code, answer }: GivenAnswers[number], at: number, all: GivenAnswers): TopicAnswered => {
    const path = `${prefix}topicAnswers.${at}`;
    const question = questions.find((one) => one.code === code);
    if (!question || all.findIndex((one) => one.question === code) !== at)
      throw new BadInput('BAD_INPUT', `${path}.question`, {}, 'A code of the topic, once.');
    return answered(question, cleanText(answer, { max: MAX_ANSWER_LENGTH, path: `${path}.answer` }), `${path}.answer`);
  };
}

/** Throws `BadInput` for what is none of the question's options, where it has some. */
export function answered({ text, options }: TopicQuestion, answer: string, path: string): TopicAnswered {
  if (options && options.length > 0 && !options.includes(answer)) throw new BadInput('VALUE_MALFORMED', path);
  return { question: text, answer };
}
