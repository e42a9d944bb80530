import { expect, it } from '@jest/globals';
import { address, choice, integer, readConfig, text } from './config.js';

const schema = {
  port: integer('PORT', 'port of the web server', { fallback: 4000, min: 0, max: 65_535 }),
  host: text('HOST', 'address to listen on', '127.0.0.1'),
  graphiql: choice('OTKLIK_GRAPHIQL', 'the query page', ['on', 'off'], undefined),
  smtp: address('SMTP_URL', 'mail server', ['smtp', 'smtps']),
};

it('reads typed values and their defaults', () => {
  expect(readConfig(schema, { PORT: ' 8080 ', HOST: '' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    graphiql: undefined,
    smtp: undefined,
  });
});

it('names every wrong variable at once, without its value', () => {
  expect(() => readConfig(schema, { PORT: 'four', OTKLIK_GRAPHIQL: 'yes', SMTP_URL: 'http://u:secret@host' })).toThrow(
    [
      'PORT: must be a whole number from 0 to 65535 (port of the web server)',
      'OTKLIK_GRAPHIQL: must be one of on, off (the query page)',
      'SMTP_URL: must be an address that begins with smtp:// or smtps:// (mail server)',
    ].join('\n'),
  );
});
