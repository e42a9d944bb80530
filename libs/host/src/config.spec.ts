import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { address, choice, integer, issuerAddress, readConfig, text } from './config.js';

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

it('reads a value out of the file that <NAME>_FILE names', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'otklik-')), 'smtp');
  writeFileSync(file, 'smtps://u:secret@host\n');
  expect(readConfig(schema, { SMTP_URL_FILE: file })).toMatchObject({ smtp: 'smtps://u:secret@host' });
  writeFileSync(file, 'secret');
  expect(() => readConfig(schema, { SMTP_URL_FILE: file, PORT_FILE: '/nowhere', HOST: 'h', HOST_FILE: file })).toThrow(
    [
      'PORT: PORT_FILE cannot be read, ENOENT (port of the web server)',
      'HOST: must be given once, and HOST_FILE is given too (address to listen on)',
      'SMTP_URL: must be an address that begins with smtp:// or smtps:// (mail server)',
    ].join('\n'),
  );
});

it('takes an issuer without TLS on this machine alone', () => {
  const issuer = { issuer: issuerAddress('OTKLIK_ISSUER', 'who signs in') };
  for (const given of ['https://id.example', 'http://127.0.0.1:8081/realms', 'http://keycloak.localhost:8081', '']) {
    expect(readConfig(issuer, { OTKLIK_ISSUER: given })).toEqual({ issuer: given || undefined });
  }
  for (const given of ['http://id.example', 'http://localhost.example', 'ftp://id.example', 'id.example']) {
    expect(() => readConfig(issuer, { OTKLIK_ISSUER: given })).toThrow(/^OTKLIK_ISSUER: must/);
  }
});
