import { describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { ReturnPath } from './application/return-path.js';
import {
  now,
  secret,
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
});
