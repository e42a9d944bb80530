const QUERY_TIMEOUT_MS = 2_000;

/** Whether the database answers within two seconds. */
export async function reachable(pool: { query(sql: string): Promise<unknown> }): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((answer) => (timer = setTimeout(answer, QUERY_TIMEOUT_MS, false)));
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
