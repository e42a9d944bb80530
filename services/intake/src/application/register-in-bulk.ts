import { prepareAppend, type AppendRequest, type CommandContext } from '@otklik/event-store';
import { batched, localDate, Refusal, VersionConflict } from '@otklik/kernel';
import type { District, Transaction } from '@otklik/tenancy';
import { decide, demandRegistrable } from '../domain/appeal.decide.js';
import type { AppealState } from '../domain/appeal.js';
import { registrationNumber, seriesOf, type Series } from '../domain/registration.js';
import { appealParts, loadAppeal, type LoadedAppeal } from './appeal-log.js';
import { registerAppeal, registerCommand, type RegisterPorts } from './register-appeal.js';

export interface InBulk {
  readonly id: string;
  readonly context: CommandContext;
  /** As its caller knows it; else it is read. */
  readonly known?: LoadedAppeal;
}

/** Throws `Refusal`, `VersionConflict`. */
export type RegisterInBulk = (one: InBulk) => Promise<void>;

const MAX_BATCH = 50;

/** An appeal that is to be registered, as it was read. */
interface Candidate extends InBulk {
  readonly version: number;
  readonly state: AppealState;
  readonly series: Series;
}

/**
 * Collects the registrations that many callers of one district ask for at the same time into few transactions: each locks
 * the series' rows first, then appends all or nothing. What the rules refuse, and every member of a batch that met a
 * conflict, is registered alone (`registerAppeal`).
 */
export function registerInBulk(ports: RegisterPorts, district: District): RegisterInBulk {
  const together = batched(async (wanted: readonly InBulk[]): Promise<readonly boolean[]> => {
    const read = await Promise.all(wanted.map((one) => candidate(ports, district, one)));
    const candidates = read.filter((one) => one !== undefined);
    try {
      await ports.database.scope(district.id).transaction((tx) => registerAll(ports, district, candidates, tx));
      return read.map((one) => one !== undefined);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return wanted.map(() => false);
    }
  }, MAX_BATCH);
  return async (one) => {
    if (!(await together(one))) await registerAppeal(ports, { district, ...one });
  };
}

/** Undefined when the rules refuse it or it was registered before: `registerAppeal` then answers or refuses. */
async function candidate(ports: RegisterPorts, district: District, one: InBulk): Promise<Candidate | undefined> {
  const { state, version } = one.known ?? (await loadAppeal(ports.store, district.id, one.id));
  try {
    demandRegistrable(state);
    return { ...one, version, state, series: seriesOf(state.regime, localDate(one.context.at, district.zone)) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function registerAll(
  ports: RegisterPorts,
  district: District,
  candidates: readonly Candidate[],
  tx: Transaction,
): Promise<void> {
  const numbers: { readonly appeal: string; readonly number: string }[] = [];
  for (const [series, members] of bySeries(candidates)) {
    const last = await ports.takeNumbers(tx, district.id, series, members.length);
    for (const [at, member] of members.entries()) {
      const serial = last - members.length + 1 + at;
      const result = await ports.store.append(await requestOf(ports, district, member, serial), { tx });
      // Another process registered it: the rollback gives the number back.
      if (result.repeated) throw new VersionConflict(member.version, result.version);
      numbers.push({ appeal: member.id, number: registrationNumber(district.policy.numberPrefix, series, serial) });
    }
  }
  await ports.alsoFollowedBy(tx, district.id, numbers);
}

/** In one order everywhere, so that two processes do not deadlock. */
function bySeries(candidates: readonly Candidate[]): readonly (readonly [Series, readonly Candidate[]])[] {
  const groups = Map.groupBy(candidates, ({ series }) => `${series.journal}/${series.year}`);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, members]) => [members[0]!.series, members] as const);
}

async function requestOf(
  ports: RegisterPorts,
  district: District,
  { id, context, version, state, series }: Candidate,
  serial: number,
): Promise<AppendRequest> {
  const decided = decide(registerCommand(district, context.at, series, serial), state);
  const before = { state, version, correlationId: context.correlationId };
  return (await prepareAppend(appealParts(ports.vault), context, id, before, decided)).request;
}
