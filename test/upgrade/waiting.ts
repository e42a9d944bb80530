import { expect } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const PATIENCE_MS = 120_000;

/** One of each kind of work that 0.1.0 keeps in a table of its own, as this version adds it: due in a year. */
export class Waiting {
  private readonly link = randomUUID();
  private readonly mail = randomUUID();
  private readonly post = randomUUID();
  private readonly letter = randomUUID();
  private readonly alarm = randomUUID();

  private constructor(
    private readonly owner: pg.Client,
    private readonly appeal: string,
  ) {}

  static async of(databaseUrl: string, appeal: string): Promise<Waiting> {
    const owner = new pg.Client(databaseUrl);
    await owner.connect();
    const waiting = new Waiting(owner, appeal);
    await waiting.add();
    return waiting;
  }

  /** By the tables of 0.1.0, which does them. Of the post the network cannot be asked: it is tried again. */
  async isDoneByTheReleaseBefore(): Promise<void> {
    const { mail, post, letter, alarm } = this;
    await this.owner.query(`
      update intake.mail set due_at = now() where id = '${mail}';
      update intake.heard_post set due_at = now() where id = '${post}';
      update intake.term_timer set fires_at = date_trunc('milliseconds', now()) where stream = '${this.appeal}' and rule = 'NONE';
      update notifications.link_letter set next_at = now() where link = '${letter}';
      update notifications.alarm set next_at = now() where id = '${alarm}'`);
    await this.become([{ kind: 'POST', tried: 0, isDue: false }]);
  }

  async goesOnAsWork(): Promise<void> {
    await this.owner.query(`update intake.work set due_at = now() where key = '${this.post}'`);
    // Which release tried it how often depends on how long each was there.
    await this.become([{ kind: 'POST', isDue: false }]);
  }

  async end(): Promise<void> {
    await this.owner.query(`delete from intake.heard_post where id = '${this.post}'`);
    await this.owner.end();
  }

  private async add(): Promise<void> {
    const { appeal, link, mail, post, letter, alarm } = this;
    const district = await eventually(async () => {
      const known = `select district from notifications.applicant where appeal = '${appeal}'`;
      return (await this.owner.query<{ district: number }>(known)).rows[0]?.district;
    }, PATIENCE_MS);
    const term = { stream: appeal, appeal, rule: 'NONE', dueOn: '2026-01-01', share: 50 };
    const danger = { id: alarm, official: alarm, appeal, danger: 'GAS' };
    const letterOf = { appeal, expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
    const work = (service: string, kind: string, key: string, body: object = {}) => `
      insert into ${service}.work (district, kind, key, due_at, body)
      values (${district}, '${kind}', '${key}', now() + interval '1 year', '${JSON.stringify(body)}');`;
    await this.owner.query(`
      insert into intake.follow_up_link (district, id, fingerprint, appeal, person, requested_at, expires_at, sent)
      values (${district}, '${link}', '', '${appeal}', '${appeal}', now(), now() + interval '1 hour', true);
      insert into intake.mail (district, id, account, original, received_at, due_at)
      values (${district}, '${mail}', '${mail}', '{"id": "${mail}"}', now(), 'infinity');
      insert into intake.heard_post (district, id, account, place) values (${district}, '${post}', '${post}', '');
      insert into notifications.link_letter (district, link, appeal, person, expires_at, done)
      values (${district}, '${letter}', '${appeal}', '${appeal}', now() + interval '1 hour', true);
      ${work('intake', 'FOLLOW_UP_LINK', link)}
      ${work('intake', 'INCOMING_LETTER', mail)}
      ${work('intake', 'POST', post)}
      ${work('intake', 'TERM', `${appeal}/NONE/50`, term)}
      ${work('notifications', 'LINK_LETTER', letter, letterOf)}
      ${work('notifications', 'ALARM', `${alarm}/${alarm}`, danger)}`);
  }

  private async become(left: readonly object[]): Promise<void> {
    const { appeal, link, mail, post, letter, alarm } = this;
    const keys = [link, mail, post, `${appeal}/NONE/50`, letter, `${alarm}/${alarm}`];
    const work = (service: string) =>
      `select kind, attempts as tried, due_at <= now() as "isDue" from ${service}.work where key = any($1)`;
    const statement = `${work('intake')} union all ${work('notifications')}`;
    await eventually(async () => {
      expect((await this.owner.query(statement, [keys])).rows).toMatchObject(left);
      return true;
    }, PATIENCE_MS);
  }
}
