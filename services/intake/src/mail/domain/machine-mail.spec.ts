import { expect, it } from '@jest/globals';
import { machineMail } from './machine-mail.js';

const head = (headers: Readonly<Record<string, string>>, more: { contentType?: string; returnPath?: string } = {}) => ({
  values: (name: string) => (headers[name] === undefined ? [] : [headers[name]]),
  contentType: more.contentType ?? 'text/plain',
  returnPath: 'returnPath' in more ? more.returnPath : 'ivan@mail.example',
});

it.each([
  [{ 'auto-submitted': 'auto-replied' }, 'AUTOMATIC'],
  [{ 'auto-submitted': 'Auto-Generated (rejected)' }, 'AUTOMATIC'],
  [{ 'auto-submitted': 'no' }, undefined],
  [{ 'x-autoreply': 'yes' }, 'AUTOMATIC'],
  [{ 'x-autorespond': 'Автоответ' }, 'AUTOMATIC'],
  [{ precedence: 'auto_reply' }, 'AUTOMATIC'],
  [{ 'x-failed-recipients': 'ivan@mail.example' }, 'AUTOMATIC'],
  [{ precedence: 'bulk' }, 'BULK'],
  [{ precedence: 'LIST' }, 'BULK'],
  [{ precedence: 'junk' }, 'BULK'],
  [{ precedence: 'first-class' }, undefined],
  [{ 'list-id': '<news.shop.example>' }, 'BULK'],
  [{ 'list-unsubscribe': '<https://shop.example/stop>' }, 'BULK'],
  [{}, undefined],
] as const)('%j is %s', (headers, expected) => {
  expect(machineMail(head(headers), 'ivan@mail.example')).toBe(expected);
});

it('knows reports by their envelope, their form and their sender', () => {
  expect(machineMail(head({}, { returnPath: '' }), 'ivan@mail.example')).toBe('AUTOMATIC');
  expect(machineMail(head({}, { contentType: 'multipart/REPORT' }), 'ivan@mail.example')).toBe('AUTOMATIC');
  for (const from of ['mailer-daemon@mail.example', 'postmaster@mail.example', 'no-reply@shop.example'])
    expect([from, machineMail(head({}), from)]).toEqual([from, 'AUTOMATIC']);
  for (const from of ['noreplyov@mail.example', 'postmasterov@mail.example', undefined])
    expect([from, machineMail(head({}), from)]).toEqual([from, undefined]);
});
