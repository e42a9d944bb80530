import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@otklik/tenancy';
import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import { LETTER, TRACE, grantsOf } from '../../store/letter-columns.js';
import type {
  Deliveries,
  Delivery,
  Dispatch,
  DueNotice,
  GrantsOf,
  InformingLetter,
  OpenDelivery,
  LetterSheet,
  PendingLetter,
  PersonsNotice,
  Returned,
  Signed,
  UnsentLetter,
} from '../../application/deliveries.js';

@Injectable()
export class PostgresDeliveries implements Deliveries {
  constructor(private readonly database: Database) {}

  async add(tx: Transaction, delivery: Delivery): Promise<void> {
    const { district, notice, appeal, person, question, kind, way, cause, answer, signatory, signedAt } = delivery;
    const { details, answerField, post, fileCount, fileNames, ref = null } = delivery;
    await tx.query(
      `insert into notifications.delivery
         (district, notice, appeal, person, kind, way, cause, answer, signatory, signed_at, question, details,
         answer_field, post, next_at, state, file_count, file_names, ref, awaits_signature, to_sign)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, clock_timestamp() + $15 * interval '1 ms',
         case when $6 = 'PAGE' and not $19 and not $20 then 'DONE' else 'PENDING' end, $16, $17, $18, $19, $20)
       on conflict (district, notice) do nothing`,
      [
        ...[district, notice, appeal, person, kind, way, cause, answer, signatory, signedAt, question],
        ...[JSON.stringify(details), answerField, post, delivery.stays ?? 0, fileCount, fileNames, ref],
        ...[delivery.awaitsSignature ?? false, delivery.toSign ?? false],
      ],
    );
  }

  async letter({ district, notice }: DueNotice): Promise<PendingLetter | undefined> {
    const { rows } = await this.database.scope(district).query<PendingLetter>(
      `select ${LETTER}, d.proof, d.sent_at as "sentAt", d.attempts,
         extract(epoch from clock_timestamp() - d.begun_at)::float8 * 1000 as "triedFor",
         ${TRACE} as traceparent
       from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and d.state = 'PENDING' and d.way = 'EMAIL' and d.attention is null
         and not d.awaits_signature and not d.to_sign`,
      [district, notice],
    );
    return rows[0];
  }

  async rest({ district, notice }: DueNotice, ms: number): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.delivery set attempts = 0, begun_at = null, claimed_until = null,
         next_at = clock_timestamp() + $3 * interval '1 ms'
       where district = $1 and notice = $2 and state = 'PENDING'`,
      [district, notice, ms],
    );
  }

  async keepProof({ district, notice }: DueNotice, { proof, at }: Dispatch): Promise<void> {
    await this.database
      .scope(district)
      .query('update notifications.delivery set proof = $3, sent_at = $4 where district = $1 and notice = $2', [
        district,
        notice,
        proof,
        at,
      ]);
  }

  async finish(district: number, notice: string, tx?: Transaction): Promise<void> {
    await (tx ?? this.database.scope(district)).query(
      `update notifications.delivery set state = 'DONE', answer = case when way in ('EMAIL', 'PAPER') then answer end
       where district = $1 and notice = $2`,
      [district, notice],
    );
  }

  async sentLetter(tx: Transaction, district: number, notice: string) {
    const { rows } = await tx.query<{ readonly appeal: string; readonly cause: string }>(
      `select d.appeal, d.cause from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and d.way = 'EMAIL' and d.state = 'DONE'
         and (a.contact is not null or (d.kind in ('COVERING', 'REQUEST', 'INFORMING') and a.text is not null))
       for update of d`,
      [district, notice],
    );
    return rows[0];
  }

  async reopen(tx: Transaction, district: number, notice: string, way: NoticeWay): Promise<void> {
    await tx.query(
      `update notifications.delivery set state = 'PENDING', way = $3, proof = null, sent_at = null
       where district = $1 and notice = $2`,
      [district, notice, way],
    );
  }

  async redirect(district: number, notice: string, way: NoticeWay, tx?: Transaction): Promise<void> {
    await (tx ?? this.database.scope(district)).query(
      `update notifications.delivery set way = $3, attempts = 0, begun_at = null, claimed_until = null,
         attention = null, next_at = clock_timestamp()
       where district = $1 and notice = $2 and state = 'PENDING' and way <> $3`,
      [district, notice, way],
    );
  }

  async paper(tx: Transaction, district: number, notice: string): Promise<UnsentLetter | undefined> {
    const { rows } = await tx.query<UnsentLetter>(
      `select ${LETTER} from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and d.state = 'PENDING' and d.way = 'PAPER' and not d.to_sign`,
      [district, notice],
    );
    return rows[0];
  }

  async unsigned(district: number, notice: string): Promise<UnsentLetter | undefined> {
    const { rows } = await this.database.scope(district).query<UnsentLetter>(
      `select ${LETTER} from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and d.state = 'PENDING' and d.to_sign`,
      [district, notice],
    );
    return rows[0];
  }

  async sign(tx: Transaction, district: number, notice: string, { signatory, signedAt, post }: Signed) {
    const { rows } = await tx.query<{ readonly way: NoticeWay }>(
      `update notifications.delivery set to_sign = false, signatory = $3, signed_at = $4, post = $5,
         next_at = greatest(next_at, clock_timestamp()),
         state = case when way = 'PAGE' and not awaits_signature then 'DONE' else state end
       where district = $1 and notice = $2 and state = 'PENDING' and to_sign returning way`,
      [district, notice, signatory, signedAt, post],
    );
    return rows[0]?.way;
  }

  async sheet(district: number, notice: string): Promise<LetterSheet | undefined> {
    const { rows } = await this.database.scope(district).query<LetterSheet>(
      `select ${LETTER}, d.person, d.way from notifications.delivery d
       join notifications.applicant a on a.district = d.district and a.appeal = d.appeal
       where d.district = $1 and d.notice = $2 and not exists (select from notifications.event e
         where e.district = d.district and e.stream = d.notice and e.type = 'NoticeCancelled')`,
      [district, notice],
    );
    return rows[0];
  }

  async paperKept(tx: Transaction, district: number, notice: string): Promise<void> {
    await tx.query(
      `update notifications.delivery set attention = null, next_at = clock_timestamp()
       where district = $1 and notice = $2 and state = 'PENDING' and way = 'EMAIL' and claimed_until is null
         and (attention is null or attention = 'NO_PAPER')`,
      [district, notice],
    );
  }

  async holdForPaper(district: number, notice: string): Promise<void> {
    await this.database.scope(district).query(
      `update notifications.delivery set attention = 'NO_PAPER', claimed_until = null
       where district = $1 and notice = $2 and state = 'PENDING' and way = 'EMAIL' and attention is null`,
      [district, notice],
    );
  }

  async grants(tx: Transaction, { district, person, appeal, question }: GrantsOf): Promise<number> {
    const { rows } = await tx.query<{ readonly again: number }>(`select ${grantsOf('$1', '$2', '$3', '$4')} as again`, [
      ...[district, person, appeal, question],
    ]);
    return rows[0]!.again;
  }

  async returnedOf(tx: Transaction, district: number, notice: string): Promise<Returned | undefined> {
    const { rows } = await tx.query<Returned>(
      'select appeal, question, kind, cause, details from notifications.delivery where district = $1 and notice = $2',
      [district, notice],
    );
    return rows[0];
  }

  async departmentOf(tx: Transaction, district: number, notice: string): Promise<string | undefined> {
    const { rows } = await tx.query<{ readonly department: string | null }>(
      `select q.department from notifications.delivery d
       join notifications.question q on q.district = d.district and q.question = d.question
       where d.district = $1 and d.notice = $2`,
      [district, notice],
    );
    return rows[0]?.department ?? undefined;
  }

  async openAbout(tx: Transaction, district: number, question: string, kind: NoticeKind) {
    const { rows } = await tx.query<OpenDelivery & { readonly underWay: boolean }>(
      `select district, notice, appeal,
         (proof is not null or coalesce(claimed_until > clock_timestamp(), false)) as "underWay"
       from notifications.delivery
       where district = $1 and question = $2 and kind = $3 and state = 'PENDING' for update`,
      [district, question, kind],
    );
    return rows;
  }

  async informingOf(tx: Transaction, district: number, question: string): Promise<readonly InformingLetter[]> {
    const { rows } = await tx.query<InformingLetter>(
      `select d.district, d.notice, d.appeal, d.state, d.details from notifications.delivery d
       where d.district = $1 and d.question = $2 and d.kind = 'INFORMING' and not exists (
         select from notifications.event e
         where e.district = d.district and e.stream = d.notice and e.type = 'NoticeCancelled')
       for update of d`,
      [district, question],
    );
    return rows;
  }

  async openOfAppeal(tx: Transaction, district: number, appeal: string): Promise<readonly OpenDelivery[]> {
    const { rows } = await tx.query<OpenDelivery>(
      `select district, notice, appeal from notifications.delivery
       where district = $1 and appeal = $2 and state = 'PENDING'`,
      [district, appeal],
    );
    return rows;
  }

  async ofPerson(tx: Transaction, district: number, person: string): Promise<readonly PersonsNotice[]> {
    const { rows } = await tx.query<PersonsNotice>(
      'select notice, appeal, cause, state from notifications.delivery where district = $1 and person = $2',
      [district, person],
    );
    return rows;
  }
}
