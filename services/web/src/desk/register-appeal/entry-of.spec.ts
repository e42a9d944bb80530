import { describe, expect, it } from '@jest/globals';
import { entryOf } from './entry-of.js';
import { emptyDraft, type RegistrationDraft } from './registration-draft.js';

const letter: RegistrationDraft = {
  ...emptyDraft('PAPER', '2026-11-27', () => 'key'),
  surname: ' Пестерева ',
  givenName: 'Раиса',
  address: 'г. Алдан',
  postcode: '678900',
  text: 'Течёт крыша.',
  originalNumber: 'б/н',
  originalDate: '2026-11-20',
  sheets: '2',
  enclosures: '0',
  senderKind: 'PROSECUTOR',
  senderBody: ' Прокуратура района ',
  senderNumber: '7-12',
  senderDate: '2026-11-19',
  senderTerm: '2026-12-10',
  senderWantsAnswer: 'yes',
  phone: '+7 924 000-00-12',
  email: 'r@example.ru',
  settlement: 'aldan',
};

describe('entry of a draft', () => {
  it('names the data of a letter', () => {
    expect(entryOf('aldan', letter)).toEqual({
      district: 'aldan',
      key: 'key',
      channel: 'PAPER',
      text: 'Течёт крыша.',
      receivedOn: '2026-11-27',
      kind: 'STATEMENT',
      answerWay: 'POST',
      surname: 'Пестерева',
      givenName: 'Раиса',
      address: { text: 'г. Алдан', postcode: '678900' },
      phone: '+7 924 000-00-12',
      place: { settlement: 'aldan' },
      receivedFrom: {
        kind: 'PROSECUTOR',
        body: 'Прокуратура района',
        number: '7-12',
        date: '2026-11-19',
        term: '2026-12-10',
        wantsAnswer: true,
      },
      original: { number: 'б/н', date: '2026-11-20', sheets: 2, enclosures: 0 },
    });
  });

  it('leaves the paper out of a call, and names its telephone once', () => {
    const call = entryOf('aldan', { ...letter, way: 'PHONE', answerWay: 'PHONE' });
    expect(call).toMatchObject({ channel: 'PHONE', contact: '+7 924 000-00-12' });
    for (const field of ['original', 'receivedFrom', 'signatories', 'phone']) expect(call).not.toHaveProperty(field);
  });

  it('names the topic and the answers to its own questions beside the text, and none of them without a topic', () => {
    const heat = { ...letter, topic: 'heat', topicAnswers: { days: 'Дольше', degrees: ' ' } };
    const answers = [{ question: 'days', answer: 'Дольше' }];
    expect(entryOf('aldan', heat)).toMatchObject({ text: 'Течёт крыша.', topic: 'heat', topicAnswers: answers });
    expect(entryOf('aldan', { ...heat, topic: '' })).not.toHaveProperty('topicAnswers');
  });

  it('sends no empty field', () => {
    const bare = entryOf('aldan', { ...emptyDraft('RECEPTION', '2026-11-27', () => 'key'), text: 'Свет.' });
    expect(Object.keys(bare).toSorted()).toEqual(
      ['answerWay', 'channel', 'district', 'key', 'kind', 'receivedOn', 'text'].toSorted(),
    );
  });
});
