import { expect, it } from '@jest/globals';
import { topics } from '@otklik/contracts/envelope';
import { readFileSync } from 'node:fs';
import { readTopicPlans } from './topics.js';

const yaml = readFileSync(new URL('../../../../deploy/kafka/topics.yaml', import.meta.url), 'utf8');

it('has a plan for every topic, with unlimited retention and replication above 1', () => {
  const plans = readTopicPlans(yaml);
  expect(Object.keys(plans)).toEqual([...topics]);
  for (const plan of Object.values(plans)) {
    expect(plan).toMatchObject({ retention: 'forever' });
    expect(plan.minInSync).toBeGreaterThan(1);
    expect(plan.replication).toBeGreaterThan(plan.minInSync);
  }
});

it('refuses a plan with a topic missing, unknown or of limited retention', () => {
  expect(() => readTopicPlans(yaml.replace(/^ {2}intake.*\n/m, ''))).toThrow(/intake\.events/);
  expect(() => readTopicPlans(yaml.replace('intake.events', 'intake.letters'))).toThrow(/topics\.yaml/);
  expect(() => readTopicPlans(yaml.replace('retention: forever', 'retention: week'))).toThrow('retention');
});
