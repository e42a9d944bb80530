/** Where a message of an album was edited before it came, it was one of its own. */
export const REFS = `
  insert into intake.heard_ref as known (district, id, message)
  select distinct on (ref) $1::int, ref, message from unnest($2::uuid[], $3::uuid[]) as g (ref, message)
  order by ref, message <> ref desc
  on conflict (district, id) do update set message = excluded.message
  where known.message = known.id and excluded.message <> known.message`;

export const MESSAGES = `
  insert into intake.heard_message as m (district, id, account, lane, author, reply_to)
  select distinct on (message) $1::int, message, account, lane, author, reply_to
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])
    as g (ref, message, lane, account, author, reply_to)
  order by message, author nulls last
  on conflict (district, id) do update set author = coalesce(m.author, excluded.author),
    reply_to = coalesce(m.reply_to, excluded.reply_to)
  where not m.erased and (m.author is null or m.reply_to is null)`;

/** Nothing was received for a claimed queue since its claim: it is due only where its worker was killed. */
const UNCHANGED = 'l.due_at = l.leased_until';

export const CAPTURED = `
  with given as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[],
      $9::timestamptz[], $10::uuid[], $11::uuid[], $12::int[])
      as g (ref, message, lane, account, id, sealed, delivery, at, author, reply_to, patience)
  ), inserted as (
    insert into intake.captured (district, ref, id, sealed, delivery, at)
    select distinct on (g.ref, g.id) $1::int, g.ref, g.id, g.sealed, g.delivery, g.at
    from given g
    join intake.heard_ref r on r.district = $1 and r.id = g.ref
    join intake.heard_message m on m.district = $1 and m.id = r.message and not m.erased
    order by g.ref, g.id
    on conflict do nothing returning ref
  ), counted as (
    update intake.heard_message m set captured = m.captured + n.count
    from (select r.message, count(*) from inserted join intake.heard_ref r on r.district = $1 and r.id = inserted.ref
      group by 1) n
    where m.district = $1 and m.id = n.message returning m.id, m.lane, m.account
  )
  insert into intake.heard_lane as l (district, id, account, due_at, since)
  select $1::int, c.lane, min(c.account::text)::uuid,
    now() + max(coalesce(g.patience, 0)) * interval '1 millisecond', now()
  from counted c left join given g on g.message = c.id
  group by c.lane order by c.lane
  on conflict (district, id) do update set since = coalesce(l.since, excluded.since),
    due_at = case when ${UNCHANGED} then excluded.due_at else least(l.due_at, excluded.due_at) end`;

/**
 * The districts take turns, so that a dialogue of a quiet one does not wait behind a burst of another; within a district the
 * longest due goes first. What is claimed is due again when the lease ends.
 */
export const CLAIM = `
  with waiting as (
    select distinct district from intake.heard_lane where due_at is not null
  ), first as (
    select due.district, due.id, row_number() over (partition by due.district order by due.due_at) as turn, due.due_at
    from waiting w cross join lateral (
      select district, id, due_at from intake.heard_lane
      where district = w.district and due_at <= now() and (leased_until is null or leased_until < now())
      order by due_at limit $1) due
    order by turn, due_at limit $1
  ), claimed as (
    select l.district, l.id from first f join intake.heard_lane l on l.district = f.district and l.id = f.id
    where l.due_at <= now() and (l.leased_until is null or l.leased_until < now())
    for update of l skip locked
  )
  update intake.heard_lane l set due_at = now() + $2 * interval '1 millisecond', leased_until = now() + $2 * interval '1 millisecond'
  from claimed c where l.district = c.district and l.id = c.id
  returning l.district, l.id, l.account, l.failures,
    (extract(epoch from now() - l.since) * 1000)::int as "waitedMs"`;

/** Of many queues. */
export const PENDING = `
  select m.district, m.lane, m.id, m.account, m.author, m.reply_to as "replyTo", m.place, m.appeal, m.captured, m.told, m.removed, m.fates,
    c.parts
  from unnest($1::int[], $2::uuid[]) as w (district, lane)
  cross join lateral (
    select * from intake.heard_message
    where district = w.district and lane = w.lane and captured > taken and not erased offset 0) m
  cross join lateral (
    select coalesce(json_agg(json_build_object('ref', c.ref, 'id', c.id, 'sealed', c.sealed, 'at', c.at) order by c.at, c.id), '[]') as parts
    from intake.heard_ref r cross join lateral (
      select * from intake.captured where district = r.district and ref = r.id and aside_at is null offset 0) c
    where r.district = m.district and r.message = m.id) c`;

/**
 * Of many messages; answers those that were there. By `skip locked` one whose row another transaction holds is left out, so
 * that nothing waits for one row while it holds another; alone it waits.
 */
const settle = (skip: '' | 'skip locked'): string => `
  with given as (
    select * from json_to_recordset($1)
      as g (district int, id uuid, captured int, place text, appeal uuid, told text[], removed boolean, fates int)
  ), held as (
    select g.* from given g cross join lateral (
      select 1 from intake.heard_message where district = g.district and id = g.id for update ${skip}) h
  )
  update intake.heard_message m set taken = greatest(m.taken, h.captured), place = h.place, appeal = h.appeal, told = h.told,
    removed = h.removed, fates = h.fates, at = coalesce(m.at, now())
  from held h where m.district = h.district and m.id = h.id
  returning m.district, m.id`;

/** Of many queues, as messages are settled. */
const release = (skip: '' | 'skip locked'): string => `
  with given as (
    select * from json_to_recordset($1) as g (district int, id uuid, "afterMs" int, failed boolean)
  ), held as (
    select g.* from given g cross join lateral (
      select 1 from intake.heard_lane where district = g.district and id = g.id for update ${skip}) h
  )
  update intake.heard_lane l set leased_until = null,
    failures = case when h.failed then l.failures + 1 else 0 end,
    since = case when h."afterMs" is null and (l.due_at is null or ${UNCHANGED}) then null else l.since end,
    due_at = least(case when ${UNCHANGED} then null else l.due_at end, now() + h."afterMs" * interval '1 millisecond')
  from held h where l.district = h.district and l.id = h.id
  returning l.district, l.id`;

export const SETTLE = { alone: settle(''), together: settle('skip locked') };
export const RELEASE = { alone: release(''), together: release('skip locked') };

/** What was set aside is pending again, and so is its queue. */
export const READ_AGAIN = `
  with again as (
    update intake.captured set aside_at = null where aside_at is not null returning district, ref
  ), messages as (
    update intake.heard_message m set taken = 0 from again a
    join intake.heard_ref r on r.district = a.district and r.id = a.ref
    where m.district = r.district and m.id = r.message returning m.district, m.lane
  ), lanes as (
    update intake.heard_lane l set due_at = now(), since = coalesce(l.since, now()) from messages m
    where l.district = m.district and l.id = m.lane
  )
  select count(*)::int as count from again`;
