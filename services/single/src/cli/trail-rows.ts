import type { ServiceName } from '@otklik/host';
import type { Composition } from '../composition.js';

export interface EvidenceFilter {
  /** ISO 8601 UTC. */
  readonly since: string;
  readonly appeal?: string;
  readonly official?: string;
  readonly exportsOnly: boolean;
}

/** A record of any table of evidence. */
export interface EvidenceRow {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly kind: string;
  readonly official: string | null;
  readonly onBehalfOf: string | null;
  readonly appeal: string | null;
  readonly detail: string | null;
}

/** Where a service holds evidence, in the form of `EvidenceRow`. */
const sources: readonly { readonly service: ServiceName; readonly rows: string }[] = [
  {
    service: 'search',
    rows: `select o.district, o.at, o.kind, o.official, o.on_behalf_of, coalesce(o.appeal, p.appeal) as appeal,
        concat_ws(' ', o.body, o.exported, o.worklist, p.printed, case when o.kind = 'PRINT' then o.reason end,
          case when o.rows is not null then o.rows || ' rows' end, p.letters) as detail
      from search.contact_opening o left join
        (select district, opening, appeal, max(printed) as printed, string_agg('letter ' || notice, ' ' order by notice) as letters
          from (select district, opening, printed, unnest(appeals) as appeal, null::uuid as notice from search.printed_cases
            union all select district, opening, 'LETTERS', unnest(appeals), unnest(notices) from search.printed_letters) one
          group by district, opening, appeal) p
        on p.district = o.district and p.opening = o.id`,
  },
  {
    service: 'intake',
    rows: `select o.district, o.at, 'FILE' as kind, o.official, o.on_behalf_of, f.appeal, 'file ' || o.file as detail
      from intake.file_opened o left join intake.file f on f.district = o.district and f.id = o.file`,
  },
  {
    service: 'notifications',
    rows: `select o.district, o.at, 'LETTER' as kind, o.official, o.on_behalf_of, a.appeal, o.reason as detail
      from notifications.letter_opened o cross join unnest(o.appeals) as a(appeal)`,
  },
  {
    service: 'administration',
    rows: `select district, at, kind, by as official, on_behalf_of, null::uuid as appeal,
        case when official is not null then 'of ' || official end as detail from administration.record`,
  },
  {
    service: 'administration',
    rows: `select district, at, kind, official, null::uuid as on_behalf_of, null::uuid as appeal, detail
      from evidence.access_record`,
  },
];

/** The records of a district that meet the filter, the newest first. */
export async function evidenceOf(
  { services }: Pick<Composition, 'services'>,
  district: number,
  { since, appeal, official, exportsOnly }: EvidenceFilter,
  limit: number,
): Promise<readonly EvidenceRow[]> {
  const found: EvidenceRow[] = [];
  for (const { service, rows } of sources) {
    const { worker } = services.get(service)!.resources;
    const answer = await worker.query<EvidenceRow>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, official,
          on_behalf_of as "onBehalfOf", appeal, nullif(detail, '') as detail
        from (${rows}) e
        where district = $1 and at >= $2 and ($3::uuid is null or appeal = $3)
          and ($4::uuid is null or official = $4) and (not $5::boolean or kind = 'EXPORT')
        order by e.at desc limit $6`,
      [district, since, appeal ?? null, official ?? null, exportsOnly, limit],
    );
    found.push(...answer.rows);
  }
  return found.sort((one, other) => other.at.localeCompare(one.at)).slice(0, limit);
}
