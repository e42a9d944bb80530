/** Where a figure comes from: measured here, counted from measured parts, or assumed and to be looked at. */
export type Source = 'measured' | 'counted' | 'assumed';

interface Figure {
  readonly value: number;
  readonly source: Source;
  readonly what: string;
}

/** What one appeal costs, and what one server carries (docs/operations.md, Sizes). */
export const figures = {
  postgresKb: {
    value: 85,
    source: 'counted',
    what: 'kB of PostgreSQL: 65 measured with 1,958 appeals of 7 events, 10 more events × 1.86',
  },
  events: { value: 17, source: 'counted', what: 'events of an answered appeal' },
  kafkaKb: { value: 51, source: 'counted', what: 'kB of Kafka: 17 events × 1 kB × 3 copies, kept for ever' },
  searchKb: { value: 56, source: 'assumed', what: 'kB of Elasticsearch: the full text of PostgreSQL, twice' },
  filesMb: { value: 1 / 6, source: 'assumed', what: 'MB of files: a photograph of 0.5 MB with one appeal in three' },
  nodeMs: {
    value: 36,
    source: 'counted',
    what: 'ms of CPU of our processes: 15 of 28 measured with 7 events, × 17 ÷ 7',
  },
  serverMs: {
    value: 32,
    source: 'counted',
    what: 'ms of CPU of PostgreSQL: 13 of 28 measured with 7 events, × 17 ÷ 7',
  },
  officeSeconds: { value: 7_200_000, source: 'counted', what: 'office seconds of a year: 250 days of 8 hours' },
  eventsASecond: { value: 2_000, source: 'measured', what: 'events a second that a read model takes in, on 2 cores' },
  connections: { value: 14, source: 'counted', what: 'connections of a replica to PostgreSQL' },
  load: {
    value: 0.5,
    source: 'assumed',
    what: 'share of a core that is used in a rush: the other half is for the loss of a machine',
  },
  databaseTb: {
    value: 4,
    source: 'assumed',
    what: 'TB of one PostgreSQL that is still backed up and restored within a night',
  },
  shardGb: { value: 30, source: 'assumed', what: 'GB of a shard: 10 to 50 by Elastic’s own advice' },
} as const satisfies Readonly<Record<string, Figure>>;

export interface Demand {
  readonly districts: number;
  /** Of all districts together, mean of the whole year. */
  readonly appealsADay: number;
  /** How long cases are kept. */
  readonly years: number;
  /** The busiest hour is so many times the mean of office hours. */
  readonly rush: number;
}

/** Of one installation; the demand of several is shared among them by districts. */
export interface Size {
  readonly installations: number;
  readonly districts: number;
  readonly appealsAYear: number;
  readonly eventsASecond: number;
  readonly rushEventsASecond: number;
  readonly profile: 'start' | 'start with DATABASE_URL' | 'cluster';
  /** Of each service that consumes. */
  readonly replicas: number;
  readonly partitions: number;
  readonly nodeCores: number;
  readonly postgresCores: number;
  readonly connections: number;
  readonly shards: number;
  /** After so many years, GB. */
  readonly disks: Readonly<Record<'postgres' | 'files' | 'kafka' | 'search', number>>;
}

const DAYS = 365;
/** Services that consume events share our processes' work about evenly. */
const CONSUMING = 5;
const ALL_SERVICES = 6;
/** Connections of a gateway: sessions and the directory. */
const OF_A_GATEWAY = 4;
const LEAST_PARTITIONS = 6;
/** A process uses one core. One district at rest needs no more than `npm start` with its own database. */
const SMALL_A_YEAR = 10_000;

const value = (name: keyof typeof figures): number => figures[name].value;
const cores = (appealsASecond: number, ms: number): number =>
  Math.max(1, Math.ceil((appealsASecond * ms) / 1_000 / value('load')));

/** Throws a `RangeError` for what no installation has. */
export function sizeOf(demand: Demand): Size {
  for (const [name, given] of Object.entries(demand))
    if (!Number.isFinite(given) || given <= 0) throw new RangeError(`${name} must be more than 0.`);
  const installations = installationsFor(demand);
  return oneOf({ ...demand, appealsADay: demand.appealsADay / installations }, installations);
}

/** A database that grows too large, or more events than one read model takes in: districts are shared among several. */
function installationsFor({ appealsADay, years, rush, districts }: Demand): number {
  const ofYears = appealsADay * DAYS * years;
  const byDisk = (ofYears * value('postgresKb')) / 1e9 / value('databaseTb');
  const byEvents = (rushOf(appealsADay, rush) * value('events')) / value('eventsASecond');
  return Math.min(districts, Math.max(1, Math.ceil(byDisk), Math.ceil(byEvents)));
}

/** Appeals a second in the busiest hour. */
function rushOf(appealsADay: number, rush: number): number {
  return ((appealsADay * DAYS) / value('officeSeconds')) * rush;
}

function oneOf({ districts, appealsADay, years, rush }: Demand, installations: number): Size {
  const appealsAYear = appealsADay * DAYS;
  const peak = rushOf(appealsADay, rush);
  const nodeCores = cores(peak, value('nodeMs'));
  const profile = profileFor(appealsAYear, nodeCores);
  const isCluster = profile === 'cluster';
  const replicas = isCluster ? Math.max(2, Math.ceil(nodeCores / CONSUMING)) : 1;
  const gb = (kb: number): number => (appealsAYear * years * kb) / 1e6;
  return {
    installations,
    districts: Math.ceil(districts / installations),
    appealsAYear,
    eventsASecond: (peak / rush) * value('events'),
    rushEventsASecond: peak * value('events'),
    profile,
    replicas,
    // Twice the replicas: partitions are fixed, and each feeds one replica.
    partitions: isCluster ? Math.max(LEAST_PARTITIONS, replicas * 2) : 0,
    nodeCores,
    postgresCores: cores(peak, value('serverMs')),
    connections: isCluster ? replicas * (ALL_SERVICES * value('connections') + OF_A_GATEWAY) : value('connections'),
    shards: isCluster ? Math.ceil(gb(value('searchKb')) / value('shardGb')) : 0,
    disks: {
      postgres: gb(value('postgresKb')),
      files: gb(value('filesMb') * 1e3),
      kafka: isCluster ? gb(value('kafkaKb')) : 0,
      search: isCluster ? gb(value('searchKb')) : 0,
    },
  };
}

function profileFor(appealsAYear: number, nodeCores: number): Size['profile'] {
  if (nodeCores > 1 || appealsAYear > 10 * SMALL_A_YEAR) return 'cluster';
  return appealsAYear > SMALL_A_YEAR ? 'start with DATABASE_URL' : 'start';
}
