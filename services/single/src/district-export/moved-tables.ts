import type { Transaction } from '@otklik/tenancy';

/** Of each service that consumes events: which of them took effect. With it none takes effect a second time elsewhere. */
const consumers = ['inbox', 'blocked_key', 'blocked_event', 'discarded_event'];
/** Of each service with streams; the log itself is moved as events. */
const streams = ['stream', 'command', ...consumers];

/** Tables whose rows of a district leave with it, by schema, as they are. */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  vault: ['person_key', 'contact', 'erasure'],
  intake: [
    ...streams,
    ...[
      'number_series',
      'follow_up',
      'file',
      'answer_file',
      'publication_photo',
      'file_opened',
      'duplicate',
      'question',
      'term_timer',
    ],
    ...['open311_request', 'open311_update', 'retention', 'promise', 'case_row'],
    ...['known_issue', 'known_issue_message', 'reception', 'reception_opened'],
    ...['old_journal_load', 'old_journal_entry', 'number_reserved'],
  ],
  routing: [
    ...streams,
    'received',
    'term_timer',
    'provisional_term',
    'handover_origin',
    'written_draft',
    'decided_route',
    'decided_code',
    'followed_proposal',
    'live_publication',
    'case_row',
  ],
  responses: [...streams, 'assignment', 'personal_draft', 'answered', 'case_row'],
  notifications: [
    ...[...streams, 'case_row'],
    ...['applicant', 'delivery', 'question', 'answer_template', 'duplicate', 'verdict', 'digest', 'watched_question'],
    ...['outgoing_number', 'outgoing_series', 'mail_source', 'alarm', 'network_source', 'network_part', 'body_request'],
    ...['kept_paper', 'letter_opened', 'letter_signature', 'published_answer'],
  ],
  administration: [...consumers, 'record'],
  search: [
    ...[
      'contact_opening',
      'printed_cases',
      'printed_letters',
      'report_made',
      'report_filed',
      'report_result',
      'wave_mark',
    ],
    ...['review_prepared', 'review_decided', 'answer_enough', 'answer_mark'],
  ],
  evidence: ['access_record'],
};

/**
 * Tables with a district whose rows do not leave as they are, and why: moved in another form (`district_key` under the
 * passphrase, `entry` without secrets of this installation, events, files); rebuilt from events, over them (chains), or
 * from the tables that show it (work: of terms, alarms and deliveries; links, letters, posts and answers sought in
 * networks stay); bound to this installation's secrets, address, or accounts in networks (what came in by these is in
 * the events); of no use an hour later.
 */
const LEFT: readonly RegExp[] = [
  // Learned again from what was moved, with the next decision.
  /^routing[.]learned_(code|route)$/,
  /^vault[.]district_key$/,
  /^directory[.](entry|entry_end|sign_in_end)$/,
  /[.]event$/,
  /[.]chain_(block|removal)$/,
  /[.]work$/,
  /^intake[.]file_(chunk|object)$/,
  /^search[.](history|register_|publication_|index_|register_change|inbox|blocked_|discarded_)/,
  /^intake[.](follow_up_link|mail|mailbox|delivery|captured|counted|counted_for|count_pace|found_message|watched_place|heard_\w+|listening|reachability|open311_post)$/,
  /^notifications[.](body_server|link_letter|subscription|counted_appeal|webhook\w*)$/,
  /^administration[.](account|anchor_letter|followed_view|invitation|provider_item|saved_view)$/,
  /^gateway[.]session$/,
  /^intake[.]open_attempt$/,
  /^search[.]card_viewer$/,
];

export interface MovedTable {
  /** `schema.table` */
  readonly name: string;
  /** All but those that count by themselves, or are made of others. */
  readonly columns: readonly string[];
  /** In which rows are written, so that what counts by itself keeps its order. */
  readonly order: readonly string[];
}

/** A column that numbers the rows of all districts. */
const COUNTS = `(a.attidentity <> '' or exists (select from pg_attrdef d
  where d.adrelid = a.attrelid and d.adnum = a.attnum and pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'))`;

/**
 * Every table with a district of this database, and whether its rows are exported: undefined where that is not
 * declared.
 */
export async function judgedTables(
  tx: Transaction,
): Promise<readonly (MovedTable & { readonly moves: boolean | undefined })[]> {
  const { rows } = await tx.query<{ schema: string; table: string; columns: string[]; order: string[] }>(
    `select n.nspname::text as schema, c.relname::text as table,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and not ${COUNTS}) as columns,
       coalesce(
         (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and ${COUNTS}),
         (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a
            on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
          where i.indrelid = c.oid and i.indisprimary)) as order
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped)
     order by 1, 2`,
  );
  return rows.map(({ schema, table, columns, order }) => {
    const name = `${schema}.${table}`;
    const left = LEFT.some((one) => one.test(name));
    return { name, columns, order, moves: MOVED[schema]?.includes(table) ? true : left ? false : undefined };
  });
}

/** In the order in which they are written: keys before what they open. */
export async function movedTables(tx: Transaction): Promise<readonly MovedTable[]> {
  const tables = (await judgedTables(tx)).filter(({ moves }) => moves === true);
  const isVault = ({ name }: MovedTable): boolean => name.startsWith('vault.');
  return [...tables.filter(isVault), ...tables.filter((table) => !isVault(table))];
}
