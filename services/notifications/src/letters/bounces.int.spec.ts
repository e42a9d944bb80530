import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@otklik/tenancy';
import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import { ReturnPath } from './application/return-path.js';
import {
  now,
  secret,
  service,
  worker,
  bouncePort,
  deliver,
  tell,
  newCase,
  tellAll,
  events,
  types,
  until,
} from '../notice/notices-world.fixture.js';

const anyone = { kind: 'anyone' } as unknown as Actor;

describe('a letter that came back', () => {
  const paths = new ReturnPath('no-reply@otklik.invalid', secret('return-path'));
  const report = (to: string, from = '') => {
    const raw = [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mail.example', ''],
      ...['Final-Recipient: rfc822; ivan@aldan.example', 'Action: failed', 'Status: 5.1.1', '--b--', ''],
    ].join('\r\n');
    const transport = createTransport({ host: '127.0.0.1', port: bouncePort, ignoreTLS: true });
    return transport.sendMail({ envelope: { from, to: [to] }, raw });
  };

  it('goes by the next way, once, with the answer that was kept for it, and ends nothing again', async () => {
    const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
    await tellAll(made);
    await until(made.notice, 'NoticeDispatched');
    const path = paths.of({ district: 1, notice: made.notice });
    await report(path);
    await report(path);
    expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched', 'NoticeFailed']);
    expect((await events(made.notice))[2]!.data).toMatchObject({ way: 'EMAIL', code: '5.1.1', next: 'PAPER' });
    const row = await worker.query('select state, way, answer from notifications.delivery where notice = $1', [
      made.notice,
    ]);
    const returned = 'select 1 from notifications.delivery where notice = $1 and returned_at = $2 and sent_at is null';
    expect((await worker.query(returned, [made.notice, now()])).rowCount).toBe(1);
    const { text } = made.signed.data as { text: string };
    expect(row.rows).toEqual([{ state: 'PENDING', way: 'PAPER', answer: text }]);
  });

  it('ends the subscription of an address that does not exist, which was another one’s', async () => {
    const ask = (email: string) =>
      service.mutate('subscribeToAnswers', { district: 'aldan', key: randomUUID(), email }, anyone);
    const ids = async () => {
      const { rows } = await worker.query<{ id: string }>(
        'select id from notifications.subscription order by asked_at',
      );
      return rows.map(({ id }) => id);
    };
    await ask('gone@aldan.example');
    const [gone] = await ids();
    await ask('there@aldan.example');
    for (let time = 0; time < 2; time += 1) await report(paths.of({ district: 1, notice: gone! }));
    const left = await ids();
    expect([left.length, left.includes(gone!)]).toEqual([1, false]);
  });

  it('is accepted only under its return address, and only as a report', async () => {
    const made = await newCase('ivan@aldan.example', 'EMAIL');
    await tellAll(made);
    await until(made.notice, 'NoticeDispatched');
    const path = paths.of({ district: 1, notice: made.notice });
    const forged = new ReturnPath('no-reply@otklik.invalid', Buffer.from('guessed')).of({
      district: 1,
      notice: made.notice,
    });
    await expect(report(forged)).rejects.toMatchObject({ responseCode: 550 });
    await expect(report(path, 'somebody@mail.example')).rejects.toMatchObject({ responseCode: 550 });
    await report(paths.of({ district: 2, notice: made.notice }));
    expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
  });

  it('is sent in no other way to an applicant whose data was erased', async () => {
    const made = await newCase('ivan@aldan.example', 'EMAIL');
    await tellAll(made);
    await until(made.notice, 'NoticeDispatched');
    await deliver(tell('intake.events', 'PersonErased', made.appeal, made.appeal, { person: made.person }));
    await report(paths.of({ district: 1, notice: made.notice }));
    expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
  });

  it('is sent in no other way to an applicant who withdrew the appeal', async () => {
    const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
    await tellAll(made);
    await until(made.notice, 'NoticeDispatched');
    await deliver(tell('intake.events', 'AppealWithdrawn', made.appeal, made.appeal, {}));
    await report(paths.of({ district: 1, notice: made.notice }));
    expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched', 'NoticeFailed', 'NoticeCancelled']);
    expect((await events(made.notice))[3]!.data).toMatchObject({ ground: 'WITHDRAWN' });
    const waits = `select 1 from notifications.delivery where notice = $1 and state = 'PENDING'`;
    expect((await worker.query(waits, [made.notice])).rowCount).toBe(0);
  });
});
