import { topics } from '@otklik/contracts/envelope';
import type { CaseFacts, Fact } from './case-facts.fixture.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Sealed values tell nothing, and are long. */
const MAX_VALUE = 60;

/** The facts of the cases that a broken invariant names, in the order of their recording: a line each. */
export function storyOf(what: string, facts: CaseFacts): string {
  const named = new Set(what.match(UUID));
  const all = topics.flatMap((topic) => facts.of(topic));
  const appeals = new Set(
    all.flatMap(({ appeal, stream }) => (named.has(appeal) || named.has(stream) ? [appeal] : [])),
  );
  return all
    .filter(({ appeal }) => appeals.has(appeal))
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
    .map(line)
    .join('\n');
}

function line({ at, type, stream, version, data }: Fact): string {
  const told = Object.entries(data).filter(([, value]) => JSON.stringify(value ?? null).length <= MAX_VALUE);
  return `${at} ${stream.slice(0, 8)} ${version} ${type} ${JSON.stringify(Object.fromEntries(told))}`;
}
