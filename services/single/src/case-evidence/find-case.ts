import type { District } from '@otklik/tenancy';
import type { Composition } from '../composition.js';

/** A case as it is found by its number. */
export interface FoundCase {
  readonly appeal: string;
  readonly number: string;
  readonly streams: readonly string[];
}

type Services = Pick<Composition, 'services'>;

/** By the number of the appeal or of its receipt, or by its id; undefined: there is none. */
export async function findCase(
  { services }: Services,
  { id: district }: District,
  number: string,
): Promise<FoundCase | undefined> {
  const { worker } = services.get('search')!.resources;
  const { rows } = await worker.query<FoundCase>(
    `select r.id as appeal, coalesce(r.number, r.receipt, r.id::text) as number,
        coalesce((select array_agg(s.stream::text) from search.register_stream s
          where s.district = r.district and s.appeal = r.id), '{}') as streams
      from search.register r where r.district = $1 and $2 in (r.number, r.receipt, r.id::text)`,
    [district, number],
  );
  const [found] = rows;
  return found && { ...found, streams: [...new Set([found.appeal, ...found.streams])] };
}
