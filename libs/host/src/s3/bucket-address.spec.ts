import { expect, it } from '@jest/globals';
import { readConfig } from '../config.js';
import { bucketAddress } from './bucket-address.js';

const read = (FILES_URL: string) => readConfig({ files: bucketAddress('FILES_URL', 'a bucket') }, { FILES_URL }).files;

it('parses endpoint, region and credentials', () => {
  expect(read('https://AKIA:a%2Fb%2Bc%20d@storage.example/otklik-files?region=ru-central1')).toEqual({
    endpoint: 'https://storage.example/otklik-files',
    region: 'ru-central1',
    accessKeyId: 'AKIA',
    secretAccessKey: 'a/b+c d',
  });
  expect(read('http://key:secret@127.0.0.1:9000/files/')).toMatchObject({
    endpoint: 'http://127.0.0.1:9000/files',
    region: 'us-east-1',
  });
});

it('is absent by default: files are then stored in PostgreSQL', () => {
  expect(read('')).toBeUndefined();
});

it.each([
  'files',
  's3://key:secret@host/bucket',
  'https://host/bucket',
  'https://key@host/bucket',
  'https://key:secret@host/',
  'https://key:secret@host/bucket/folder',
  'https://key:%zz@host/bucket',
  'https://key:secret@host/bucket?regoin=ru-central1',
  'https://key:secret@host/bucket?region=',
])('refuses %s without repeating it in the error', (given) => {
  expect(() => read(given)).toThrow(
    /^FILES_URL: must be an address like https:\/\/key:secret@host\/bucket\?region=name/,
  );
});
