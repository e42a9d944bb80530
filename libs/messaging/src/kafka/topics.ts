import { topics, type Topic } from '@otklik/contracts/envelope';
import { parse } from 'yaml';
import type { KafkaClient, TopicShape } from './kafka-record.js';

/** Desired configuration of a topic: deploy/kafka/topics.yaml. */
export interface TopicPlan {
  /** Maximum replicas of a consumer that share the work. Cannot change later: order holds within a partition only. */
  readonly partitions: number;
  readonly replication: number;
  /** `min.insync.replicas` */
  readonly minInSync: number;
  /** Events are kept for ever: a new consumer starts at the first. */
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

/** The map at this path of the file, with exactly these keys. */
function exactly(place: string, value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  const found = Object.keys(value instanceof Object ? value : {});
  const wrong = names.find((name) => !found.includes(name)) ?? found.find((name) => !names.includes(name));
  if (wrong !== undefined) throw new Error(`topics.yaml: ${place}: ${wrong} is missing, or is there by mistake`);
  return value as Record<string, unknown>;
}

/** Fewer replicas where the cluster has fewer brokers. */
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
      // The brokers' clock: records of a producer whose clock jumped would be refused.
      'message.timestamp.type': 'LogAppendTime',
    },
  };
}

/** Creates the topic if it is missing. Returns its differences from the plan, one line each. */
export async function ensureTopic(kafka: KafkaClient, name: string, plan: TopicPlan): Promise<readonly string[]> {
  const shape = shapeFor(plan, await kafka.brokers());
  const found = await kafka.shapeOf(name);
  if (found) return differences(name, shape, found);
  await kafka.create(name, shape);
  return shape.replication < plan.replication
    ? [`${name}: ${shape.replication} copies instead of ${plan.replication}: there are no more brokers`]
    : [];
}

/** The topic's differences from the plan, one line each; a missing topic is one. Changes nothing. */
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
