import { topics, type Topic } from '@otklik/contracts/envelope';
import { parse } from 'yaml';
import type { KafkaClient, TopicShape } from './kafka-record.js';

/** How a topic shall be kept: deploy/kafka/topics.yaml. */
export interface TopicPlan {
  /** How many copies of a consumer can share the work. For ever: order holds within a partition only. */
  readonly partitions: number;
  readonly replication: number;
  /** Copies that must have a record before it counts as written. */
  readonly minInSync: number;
  /** Facts are kept for ever: a new consumer starts at the first. */
  readonly retention: 'forever';
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1;
const fields: Readonly<Record<keyof TopicPlan, (value: unknown) => boolean>> = {
  partitions: isCount,
  replication: isCount,
  minInSync: isCount,
  retention: (value) => value === 'forever',
};

/** Reads `deploy/kafka/topics.yaml`. Throws when a topic is missing, unknown or incomplete. */
export function readTopicPlans(yaml: string): Readonly<Record<Topic, TopicPlan>> {
  const { topics: plans } = exactly('', parse(yaml), ['topics']);
  exactly('topics', plans, topics);
  for (const topic of topics) {
    const plan = exactly(topic, (plans as Record<Topic, unknown>)[topic], Object.keys(fields));
    for (const [name, holds] of Object.entries(fields))
      if (!holds(plan[name])) throw new Error(`topics.yaml: ${topic}: ${name} is wrong`);
  }
  return plans as Record<Topic, TopicPlan>;
}

/** The map at this place of the file, with these names and no others. */
function exactly(place: string, value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  const found = Object.keys(value instanceof Object ? value : {});
  const wrong = names.find((name) => !found.includes(name)) ?? found.find((name) => !names.includes(name));
  if (wrong !== undefined) throw new Error(`topics.yaml: ${place}: ${wrong} is missing, or stands there by mistake`);
  return value as Record<string, unknown>;
}

/** A cluster of fewer brokers than copies keeps as many copies as it can. */
function shapeFor(plan: TopicPlan, brokers: number): TopicShape {
  const replication = Math.min(plan.replication, brokers);
  return {
    partitions: plan.partitions,
    replication,
    settings: {
      'min.insync.replicas': String(Math.min(plan.minInSync, replication)),
      'cleanup.policy': 'delete',
      'retention.ms': '-1',
      'retention.bytes': '-1',
      'unclean.leader.election.enable': 'false',
      // The brokers' own clock: a clock of ours that jumped would have its records refused.
      'message.timestamp.type': 'LogAppendTime',
    },
  };
}

/** Creates the topic where it is missing. Answers in what it differs from its plan, one line each. */
export async function ensureTopic(kafka: KafkaClient, name: string, plan: TopicPlan): Promise<readonly string[]> {
  const shape = shapeFor(plan, await kafka.brokers());
  const found = await kafka.shapeOf(name);
  if (found) return differences(name, shape, found);
  await kafka.create(name, shape);
  return shape.replication < plan.replication
    ? [`${name}: ${shape.replication} copies instead of ${plan.replication}: there are no more brokers`]
    : [];
}

/** In what the topic differs from its plan; a missing topic is one difference. Changes nothing. */
export async function checkTopic(kafka: KafkaClient, name: string, plan: TopicPlan): Promise<readonly string[]> {
  const found = await kafka.shapeOf(name);
  return found ? differences(name, shapeFor(plan, await kafka.brokers()), found) : [`${name}: there is no such topic`];
}

function differences(name: string, wanted: TopicShape, found: TopicShape): readonly string[] {
  const pairs: readonly (readonly [string, string | number, string | number | undefined])[] = [
    ['partitions', wanted.partitions, found.partitions],
    ['replication', wanted.replication, found.replication],
    ...Object.entries(wanted.settings).map(([key, value]) => [key, value, found.settings[key]] as const),
  ];
  return pairs
    .filter(([, want, is]) => want !== is)
    .map(([what, want, is]) => `${name}: ${what} is ${is ?? 'not set'}, not ${want}`);
}
