import { expect, it } from '@jest/globals';
import { Fault } from '@otklik/host/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import { Refused } from './operations.js';
import { failurePage } from './plain-pages.js';
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

it('shows any other reason as it is given', () => {
  expect(because('UNAVAILABLE')).toMatchObject({ code: 'UNAVAILABLE', message: 'Слова для сотрудника' });
});

it('leads back to the appeal whose file it is, another failure to the beginning', () => {
  const said = (back?: string) => renderToStaticMarkup(failurePage(speechOf('ru'), 'Не открыть.', back).content);
  expect(said('/aldan/follow')).toContain('<a href="/aldan/follow">Назад к сообщению</a>');
  expect(said()).toContain('<a href="/">На главную страницу</a>');
});
