import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { failureIn } from './delivery-report.js';

const report = (...fields: readonly string[]) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mail.example',
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Письмо не доставлено. Action: failed',
      '--part',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      ...fields,
      '',
      '--part',
      'Content-Type: message/rfc822',
      '',
      'Subject: Ответ',
      '',
      'Action: failed',
      '--part--',
      '',
    ].join('\r\n'),
  );
const recipient = 'Final-Recipient: rfc822; ivan@aldan.example';

describe('RFC 3464: a delivery report', () => {
  it('tells a failure by its status code', async () => {
    const gone = report(recipient, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 no such user');
    expect(await failureIn(gone)).toBe('5.1.1');
    expect(await failureIn(report(recipient, 'ACTION:failed (mailbox', '  full)', 'status: 5.2.2 (full)'))).toBe(
      '5.2.2',
    );
  });
  it('tells one of several recipients', async () => {
    const two = report(
      recipient,
      'Action: delivered',
      'Status: 2.0.0',
      '',
      recipient,
      'Action: failed',
      'Status: 5.7.1',
    );
    expect(await failureIn(two)).toBe('5.7.1');
  });
  it('has a code of its own where the server tells none', async () => {
    expect(await failureIn(report(recipient, 'Action: failed'))).toBe('5.0.0');
  });
  it.each(['delayed', 'delivered', 'relayed', 'expanded'])('is none of a failure when it tells %s', async (action) => {
    expect(await failureIn(report(recipient, `Action: ${action}`, 'Status: 4.4.1'))).toBeUndefined();
  });
});

it('takes a failure that a header alone reports', async () => {
  expect(await failureIn(Buffer.from('X-Failed-Recipients: ivan@aldan.example\r\n\r\nNo such user'))).toBe('5.0.0');
});

it('reads no failure in other messages, and throws for none', async () => {
  expect(await failureIn(Buffer.from('Subject: Re: Ответ\r\n\r\nAction: failed\r\nStatus: 5.1.1'))).toBeUndefined();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (bytes) => {
      expect(await failureIn(Buffer.from(bytes))).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
