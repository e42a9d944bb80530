import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { samples } from '@otklik/contracts/samples';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomBytes } from 'node:crypto';
import { fact as anyFact, newId } from '../probe.contract.js';
import { retryBlockedKey } from '../dead-letters.js';
import type { Publish } from '../messaging.js';
import { partitionOfEvent } from './event-record.js';
import {
  onKafka,
  openOwner,
  publicOf,
  recordsOf,
  testKafka,
  testNamespace,
  testPlan,
  type Owner,
} from './kafka.fixture.js';
import type { ConsumedRecord, KafkaClient, ProducerRecord } from './kafka-record.js';
import { ensureTopic } from './topics.js';

onKafka(() =>
  describe('a relay', () => {
    let kafka: KafkaClient;
    let database: TestDatabase;
    let owner: Owner;
    let name: string;
    beforeAll(() => void (kafka = testKafka()));
    afterAll(() => kafka.close());
    beforeEach(async () => {
      const namespace = testNamespace();
      name = `${namespace}intake.events`;
      database = await testDatabase();
      owner = await openOwner(database.url, 'intake.events', { kafka, namespace });
    });
    afterEach(async () => {
      await owner.close();
      await database.drop();
      if (await kafka.extent(name)) await kafka.remove(name);
    });

    const facts = (count: number) =>
      Array.from({ length: count }, (_, at) => anyFact('intake.events', newId(), { district: 1 + (at % 3) }));
    const ids = (events: readonly PublicEvent[]) => events.map(({ id }) => id);
    const idsOf = (records: readonly ConsumedRecord[]) => records.map((record) => record.headers['event']);
    const held = async () => idsOf((await recordsOf(kafka, name)).flat());
    const positions = (records: readonly ConsumedRecord[]) => records.map(({ headers }) => Number(headers['position']));
    const rising = (numbers: readonly number[]) => numbers.every((one, at) => at === 0 || one > numbers[at - 1]!);

    it('writes each event once, keyed, in log order, with chained headers', async () => {
      owner.relay();
      const published = facts(60);
      await owner.publish(published);
      const partitions = await recordsOf(kafka, name);
      expect(partitions).toHaveLength(testPlan.partitions);
      expect(idsOf(partitions.flat()).sort()).toEqual(ids(published).sort());
      for (const records of partitions) {
        expect(records.map(({ headers }) => headers['after'])).toEqual(
          ['0', ...positions(records).map(String)].slice(0, -1),
        );
        for (const { key, headers, value } of records) {
          const event = JSON.parse(value!) as PublicEvent;
          expect(key).toBe(`${event.district}/${event.appeal}`);
          expect(headers).toMatchObject({
            stream: event.stream,
            version: String(event.version),
            position: String(event.position),
            type: 'Happened',
            schema: '1',
            correlation: event.correlationId,
            epoch: '1',
            ce_specversion: '1.0',
            ce_id: event.id,
            ce_source: '/otklik/intake',
            ce_type: 'otklik.Happened.v1',
            ce_subject: key,
            ce_time: event.recordedAt,
          });
        }
      }
    });

    it('splits what exceeds one request of a partition, each event once and in order', async () => {
      const appeal = newId();
      const bulky = () => ({ data: { text: randomBytes(37_500).toString('base64') } });
      const small = facts(20);
      const big = Array.from({ length: 40 }, () => anyFact('intake.events', appeal, bulky()));
      // Between the big ones, so that their partitions go on while this one waits for its next request.
      const published = big.flatMap((event, at) => (at % 2 === 0 ? [event, small[at / 2]!] : [event]));
      await owner.append(published);
      owner.relay();
      await owner.relayed();
      await owner.publish([anyFact('intake.events', appeal)]);
      const partitions = await recordsOf(kafka, name);
      expect(partitions.flat()).toHaveLength(published.length + 1);
      for (const records of partitions) {
        expect(records.map(({ headers }) => headers['after'])).toEqual(
          ['0', ...positions(records).map(String)].slice(0, -1),
        );
      }
      const ofAppeal = partitions.flat().filter(({ key }) => key === `1/${appeal}`);
      expect(idsOf(ofAppeal).slice(0, -1)).toEqual(ids(big));
    });

    it('writes no personal field in clear text in any byte of a record', async () => {
      const vault = memoryVault();
      const words = 'Прорвало трубу у дома Семёна Афанасьевича Охлопкова';
      const published: PublicEvent[] = [];
      for (const { event } of samples()) {
        const person = newId();
        await vault.createPerson(event.district, person);
        const seal = await vault.seal(event.district, person, event.id, 'text', words);
        const data: unknown = JSON.parse(JSON.stringify(event.data).replace(/"sealed:1:[^"]*"/g, JSON.stringify(seal)));
        published.push({ ...event, id: newId(), stream: newId(), commandId: newId(), data });
      }
      owner.relay();
      await owner.publish(published);
      const bytes = JSON.stringify(await recordsOf(kafka, name));
      expect(bytes.match(/sealed:1:/g)!.length).toBeGreaterThan(10);
      for (const word of words.split(' ')) {
        if (word.length > 4) expect(bytes).not.toContain(word);
        expect(bytes).not.toContain(Buffer.from(words).toString('base64url').slice(0, 12));
      }
    });

    it('resumes from the topic’s end after a stop, without repetition or loss', async () => {
      const published = facts(40);
      const first = owner.relay();
      await owner.publish(published.slice(0, 25));
      await first.stop();
      await owner.append(published.slice(25));
      owner.relay();
      await owner.relayed();
      const partitions = await recordsOf(kafka, name);
      expect(idsOf(partitions.flat()).sort()).toEqual(ids(published).sort());
      for (const records of partitions) expect(rising(positions(records))).toBe(true);
      const epochs = new Set(partitions.flat().map(({ headers }) => headers['epoch']));
      expect([...epochs].sort()).toEqual(['1', '2']);
    });

    it('publishes once with two relays; the standby becomes leader when the leader loses its session', async () => {
      const [one, other] = [owner.relay(), owner.relay()];
      const published = facts(90);
      await owner.publish(published.slice(0, 30));
      expect([one.isLeader(), other.isLeader()].sort()).toEqual([false, true]);
      const [leader, standby] = one.isLeader() ? [one, other] : [other, one];
      const appending = owner.append(published.slice(30, 60));
      await owner.pool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`);
      await appending;
      await eventually(() => Promise.resolve(one.isLeader() || other.isLeader() || undefined));
      await owner.relayed();
      await leader.stop();
      await owner.append(published.slice(60));
      await eventually(() => Promise.resolve(standby.isLeader() || undefined));
      await owner.relayed();
      expect((await held()).sort()).toEqual(ids(published).sort());
    });

    it('publishes the log again when its topic was wiped, idle or under load', async () => {
      const published = facts(80);
      owner.relay();
      await owner.publish(published.slice(0, 40));
      await kafka.remove(name);
      await eventually(async () => {
        expect((await held()).sort()).toEqual(ids(published.slice(0, 40)).sort());
        return true;
      }, 20_000);
      const appending = owner.append(published.slice(40));
      await kafka.remove(name);
      await appending;
      await eventually(async () => {
        const found = await held();
        expect(new Set(found)).toEqual(new Set(ids(published)));
        return true;
      }, 30_000);
    });

    it('publishes a mended event behind what its partition holds, and resumes from there', async () => {
      let isMended = false;
      const publish: Publish = (event) => {
        if (event.type === 'Stuck' && !isMended) throw new TypeError('a defect');
        return publicOf(event);
      };
      const first = owner.relay(publish);
      const stuck = anyFact('intake.events', newId(), { type: 'Stuck' });
      const behind = anyFact('intake.events', stuck.appeal);
      const others = facts(30);
      await owner.publish([others[0]!, stuck, behind, ...others.slice(1)]);
      expect((await held()).sort()).toEqual(ids(others).sort());
      isMended = true;
      await retryBlockedKey(owner.pool, { consumer: 'intake.publisher', district: 1, appeal: stuck.appeal });
      const all = [...others, stuck, behind];
      await eventually(async () => ((await held()).length === all.length ? true : undefined), 20_000);
      const records = (await recordsOf(kafka, name))[partitionOfEvent(stuck, testPlan.partitions)]!;
      expect(idsOf(records).slice(-2)).toEqual(ids([stuck, behind]));
      expect(positions(records)).toEqual([...positions(records)].sort((one, other) => one - other));
      await first.stop();
      owner.relay(publish);
      const next = anyFact('intake.events', stuck.appeal);
      await owner.publish([next]);
      expect((await held()).sort()).toEqual(ids([...all, next]).sort());
      expect((await kafka.extent(name))!.map(({ low }) => low)).toEqual([0, 0, 0]);
    });

    it('truncates and refills a partition that does not begin at the log’s beginning or has another history', async () => {
      await ensureTopic(kafka, name, testPlan);
      const producer = await kafka.producer();
      const stray = (partition: number, headers: Readonly<Record<string, string>>) => ({
        partition,
        key: `1/${newId()}`,
        value: '{}',
        headers: { event: newId(), ...headers },
      });
      await producer.send(name, [
        // Put there by a relay that died before it noticed that the topic had been lost.
        stray(0, { after: '900', position: '1000', epoch: '4' }),
        // Published before the database was restored to an earlier state.
        stray(1, { after: '0', position: '3', epoch: '4' }),
      ]);
      await producer.close();
      const published = facts(30);
      await owner.append(published);
      owner.relay();
      await owner.relayed();
      const partitions = await recordsOf(kafka, name);
      expect(idsOf(partitions.flat()).sort()).toEqual(ids(published).sort());
      for (const [first] of partitions) expect(first?.headers).toMatchObject({ after: '0', epoch: '5' });
    });

    it('truncates a partition that another producer writes to, unless that is a newer leader', async () => {
      const appeal = newId();
      const published = Array.from({ length: 20 }, () => anyFact('intake.events', appeal));
      owner.relay();
      await owner.publish(published.slice(0, 5));
      const partition = partitionOfEvent(published[0]!, testPlan.partitions);
      const stray = { partition, key: '', value: 'no JSON', headers: {} };
      const producer = await kafka.producer();
      const put = (...records: readonly ProducerRecord[]) => producer.send(name, records);
      await put(stray);
      await owner.publish(published.slice(5, 10));
      expect(idsOf((await recordsOf(kafka, name))[partition]!)).toEqual(ids(published.slice(0, 10)));
      const low = async () => (await kafka.extent(name))![partition]!.low;
      const before = await low();
      const headers = { after: '0', position: '1', event: published[0]!.id, epoch: '9' };
      await put(stray, { ...stray, partition: (partition + 1) % testPlan.partitions, headers });
      await owner.append(published.slice(10));
      await eventually(async () => {
        expect(await held()).toEqual(expect.arrayContaining(ids(published)));
        return true;
      }, 20_000);
      expect(await low()).toBe(before);
      await producer.close();
    });
  }),
);
