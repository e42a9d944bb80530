const WRITES = /(insert into|update|delete from)\s+([a-z_]+\.[a-z_0-9]+)/g;
const READS = /(?:from|join)\s+([a-z_]+\.[a-z_0-9]+)/g;

/** What a statement does, without its columns and conditions: `insert into intake.event + intake.stream`. */
export function statementName(text: string): string {
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  const writes = [...plain.matchAll(WRITES)].map(([, verb, table]) => `${verb!} ${table!}`);
  if (writes.length > 0) return unversioned([...new Set(writes)].join(', '));
  const reads = [...plain.matchAll(READS)].map(([, table]) => table!);
  return unversioned(reads.length > 0 ? `select ${[...new Set(reads)].join(', ')}` : plain.slice(0, 60));
}

/** A projection's tables have its version in their names. */
function unversioned(name: string): string {
  return name.replace(/_v\d+/g, '');
}
