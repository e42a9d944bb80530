import { topics, type Topic } from '@otklik/contracts/envelope';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import type { KafkaClient, TopicShape } from './kafka-record.js';

const Count = Type.Integer({ minimum: 1 });
const TopicPlan = Type.Object(
  {
    /** How many copies of a consumer can share the work. For ever: order holds within a partition only. */
    partitions: Count,
    replication: Count,
    /** Copies that must have a record before it counts as written. */
    minInSync: Count,
    /** Facts are kept for ever: a new consumer starts at the first. */
    retention: Type.Literal('forever'),
  },
  { additionalProperties: false },
);
const TopicPlans = Type.Object(
  {
    topics: Type.Object(Object.fromEntries(topics.map((topic) => [topic, TopicPlan])), { additionalProperties: false }),
  },
  { additionalProperties: false },
);

/** How a topic shall be kept: deploy/kafka/topics.yaml. */
export type TopicPlan = Static<typeof TopicPlan>;

/** Reads `deploy/kafka/topics.yaml`. Throws when a topic is missing, unknown or incomplete. */
export function readTopicPlans(yaml: string): Readonly<Record<Topic, TopicPlan>> {
  const value: unknown = parse(yaml);
  const [wrong] = Value.Errors(TopicPlans, value);
  if (wrong) throw new Error(`topics.yaml: ${wrong.instancePath}: ${wrong.message}`);
  return (value as { topics: Record<Topic, TopicPlan> }).topics;
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
