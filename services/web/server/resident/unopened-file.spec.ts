import { expect, it } from '@jest/globals';
import { Fault } from '@otklik/host/graphql';
import { Refused } from './operations.js';
import { unopenedFile } from './unopened-file.js';
import { speechOf } from './words/index.js';

const because = (code: string) =>
  unopenedFile(Buffer.from(JSON.stringify({ errors: [{ message: 'Слова для сотрудника', extensions: { code } }] })), {
    ...speechOf('ru'),
  });

it('a file that is not there is no page', () => {
  expect(because('NOT_FOUND')).toEqual(new Fault('NOT_FOUND'));
});

it('tells a resident of a virus in words of the resident’s own', () => {
  const infected = because('FILE_INFECTED');
  expect(infected).toBeInstanceOf(Refused);
  expect(infected.message).toMatch(/вирус.*пришлите/su);
});

it('tells any other reason as it is told', () => {
  expect(because('UNAVAILABLE')).toMatchObject({ code: 'UNAVAILABLE', message: 'Слова для сотрудника' });
});
