import { describe, expect, it } from '@jest/globals';
import type { PublicDistrict, ResidentAppeal, ResidentQuestion } from '@otklik/contracts/generated/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import { followPage } from './follow-page.js';
import { speechOf, type PageLanguage } from './words/index.js';

const district: PublicDistrict = {
  code: 'aldan',
  name: 'Алданский район',
  nameSah: '',
  zone: 'Asia/Yakutsk',
  address: '',
  hours: '',
  phones: [],
  email: '',
  color: { light: '#000000', dark: '#ffffff' },
  emblem: '',
  population: 0,
  settlements: [],
  topics: [],
  consent: { version: '2026-01-01', text: '', textSah: '' },
};

const question: ResidentQuestion = {
  id: 'q1',
  ordinal: 1,
  excerpt: 'Яма на дороге',
  topic: 'Дороги',
  department: 'Управление ЖКХ',
  state: 'IN_WORK',
  routedAt: '2026-11-02T01:00:00.000Z',
  dueOn: '2026-12-02',
  forwardedTo: [],
  handovers: [],
};

const appeal: ResidentAppeal = {
  receipt: 'R-1',
  number: 'АЛД-1',
  registeredOn: '2026-11-02',
  receivedAt: '2026-11-01T01:00:00.000Z',
  state: 'REGISTERED',
  regime: 'APPEAL_59FZ',
  text: 'Яма на дороге',
  files: [],
  supplements: [],
  topicAnswers: [],
  mayBePublished: false,
  departments: [],
  questions: [question],
  answers: [],
  notices: [],
  registeredBefore: [],
  allowedActions: [],
  steps: [],
  stale: false,
};

function markupOf(changed: Partial<ResidentAppeal>, language: PageLanguage = 'ru'): string {
  const page = { district, speech: speechOf(language), appeal: { ...appeal, ...changed }, ratingKey: 'k' };
  return renderToStaticMarkup(followPage(page).content);
}

function textOf(changed: Partial<ResidentAppeal>, language?: PageLanguage): string {
  return markupOf(changed, language).replaceAll(/<[^>]*>/g, ' ');
}

const answerOf = (text: string, signedAt: string): ResidentAppeal['answers'][number] => ({
  question: 'q1',
  text,
  files: [],
  outcome: 'EXPLAINED',
  signedBy: 'Анна Лазарева',
  signedAt,
});

describe('the page on which a resident follows an appeal', () => {
  it('tells day and hour of the reception, and of a letter that was entered later its day alone', () => {
    expect(textOf({})).toContain('принято 1 ноября 2026 г. в 10:00');
    const later = textOf({ receivedOn: '2026-10-29', registeredOn: undefined, state: 'RECEIVED' });
    expect(later).toContain('принято 29 октября 2026 г.');
    expect(later).not.toContain('10:00');
  });

  it('shows all that was given: the point alone, too, the topic with its answers, the reasons', () => {
    const point = { latitude: 58.6, longitude: 125.3 };
    const html = markupOf({
      place: { point },
      chosenTopic: { code: 'heat', name: 'Отопление' },
      topicAnswers: [{ question: 'Сколько дней нет тепла?', answer: 'Дольше' }],
      rating: 2,
      ratingComment: 'Не сделано',
      reopening: { request: 'Яма осталась', requestedAt: '2026-11-20T01:00:00.000Z' },
    });
    expect(html).toContain('<a href="geo:58.60000,125.30000?q=58.60000,125.30000">58.60000, 125.30000</a>');
    expect(html).toContain('href="https://yandex.ru/maps/?pt=125.30000,58.60000&amp;z=17&amp;l=map" rel="noreferrer"');
    for (const given of ['Отопление', 'Сколько дней нет тепла?', 'Дольше', 'Не сделано', 'Яма осталась'])
      expect(html).toContain(given);
    // Links alone: nothing is asked of a map by itself.
    expect(html).not.toMatch(/<(?:img|iframe|script|link)[^>]*(?:yandex|2gis|openstreetmap)/);
  });

  it('tells to whom a question was forwarded and when, and does not call that an answer', () => {
    const forwarded: ResidentQuestion = {
      ...question,
      state: 'FORWARDED',
      forwardedTo: ['Росреестр', 'ФКУ «Дороги»'],
      endedOn: '2026-11-05',
    };
    const text = textOf({ state: 'FORWARDED', questions: [forwarded] });
    expect(text).toContain('Передано в другой орган');
    expect(text).toMatch(/Росреестр; ФКУ «Дороги», 5 ноября/);
    expect(text).not.toContain('Ответ дан');
    expect(text).not.toContain('Готовим ответ');
  });

  it('tells with which question a joined one is considered, and that one on its way to another body waits for no department', () => {
    const { department: _, ...unrouted } = question;
    const joined: ResidentQuestion = { ...unrouted, id: 'q2', ordinal: 2, state: 'CLOSED', mergedInto: 'q1' };
    const leaves: ResidentQuestion = { ...unrouted, id: 'q3', state: 'FORWARDING', forwardedTo: ['Росреестр'] };
    const text = textOf({ questions: [question, joined, leaves] });
    expect(text.match(/рассматриваем вместе с вопросом 1/g)).toHaveLength(2);
    expect(text).toContain('передаём в другой орган');
    expect(text).toMatch(/Вопрос 3 из 3 {2}/);
    expect(text).not.toMatch(/[Пп]рекращ|ждёт отдела|ещё не передан/);
  });

  it('tells in plain words why there is no answer on the merits', () => {
    const left: ResidentQuestion = { ...question, state: 'LEFT_UNANSWERED', ground: 'COURT', endedOn: '2026-11-05' };
    const said = { state: 'LEFT_UNANSWERED', questions: [left] } as const;
    expect(textOf(said)).toContain('Решение суда обжалуют в суде');
    expect(textOf(said, 'en')).toContain('A decision of a court is appealed in court');
    expect(textOf(said, 'sah')).toContain('Суут быһаарыыта сууттан көрүллэр');
  });

  it('offers another consideration of an end that is no answer, and no rating of it', () => {
    const left: ResidentQuestion = { ...question, state: 'LEFT_UNANSWERED', ground: 'ABUSE', endedOn: '2026-11-05' };
    const allowedActions = ['RATE_APPEAL', 'REQUEST_REOPENING'] as const;
    const text = textOf({ state: 'LEFT_UNANSWERED', questions: [left], allowedActions, reopenUntil: '2026-11-19' });
    expect(text).toContain('Ответ не помог — попросить ещё раз');
    expect(text).not.toContain('Оценить');
  });

  it('shows all answers of a question, the oldest first, and that a new one is prepared after a grant', () => {
    const answers = [answerOf('Яму засыпят', '2026-11-05T01:00:00.000Z')];
    const reopening = { requestedAt: '2026-11-06T01:00:00.000Z', decision: 'GRANTED' } as const;
    const granted = { ...reopening, decidedAt: '2026-11-07T01:00:00.000Z' };
    const anew = textOf({ answers, reopening: granted });
    expect(anew).toMatch(/Яму засыпят.*Готовим ответ/s);
    expect(anew).toContain('решили рассмотреть вопрос ещё раз');
    const second = answerOf('Яма засыпана', '2026-11-20T01:00:00.000Z');
    const answered: ResidentQuestion = { ...question, state: 'ANSWERED', answeredOn: '2026-11-20' };
    const both = textOf({
      state: 'ANSWERED',
      questions: [answered],
      answers: [...answers, second],
      reopening: granted,
    });
    expect(both).toMatch(/Яму засыпят.*Яма засыпана/s);
    expect(both).not.toContain('Готовим ответ');
  });

  it('tells why another consideration was refused', () => {
    const reopening = { requestedAt: '2026-11-06T01:00:00.000Z', reason: 'Новых доводов нет' };
    const refused = { ...reopening, decision: 'REFUSED', decidedAt: '2026-11-07T01:00:00.000Z' } as const;
    expect(textOf({ reopening: refused })).toMatch(/7 ноября 2026.*ответ остаётся прежним.*Новых доводов нет/s);
    expect(textOf({ reopening: { requestedAt: reopening.requestedAt } })).toContain('Решения ещё нет');
  });

  it('keeps the number of the message that became an appeal, and names that of a registration made twice', () => {
    const registeredBefore = [{ number: 'АЛД-С-7', journal: 'MESSAGES', registeredOn: '2026-10-01' } as const];
    expect(textOf({ registeredBefore })).toMatch(/№ АЛД-С-7 от 1 октября 2026/);
    const struck = { ground: 'DUPLICATE', number: 'АЛД-3' } as const;
    expect(textOf({ state: 'STRUCK', struck })).toMatch(/зарегистрировали дважды.*под № АЛД-3/s);
  });

  it('shows the content of each notice, and numbers the answers of a question that has several', () => {
    const at = '2026-11-05T01:00:00.000Z';
    const step = { type: 'NOTICE_POSTED', title: 'Уведомление', at, way: 'PAGE', notice: 'LEFT_UNANSWERED' } as const;
    expect(textOf({ steps: [step] })).toContain('на этой странице: почему ответа по существу не будет');
    const called = { ...step, type: 'NOTICE_DISPATCHED', way: 'ORAL', notice: 'ANSWERED' } as const;
    expect(textOf({ steps: [called] })).toMatch(/Об ответе сообщили устно(?!:)/);
    const answers = [answerOf('Яму засыпят', at), answerOf('Яма засыпана', '2026-11-20T01:00:00.000Z')];
    expect(textOf({ answers })).toMatch(/Ответ 1 из 2.*Яму засыпят.*Ответ 2 из 2.*Яма засыпана/s);
    expect(textOf({ answers: answers.slice(1) })).not.toContain('Ответ 1');
    const file = { id: 'f1', name: 'Схема объезда.pdf', type: 'application/pdf', size: 2_048, url: '' };
    expect(textOf({ answers: [{ ...answers[0]!, files: [file] }] })).toMatch(/К ответу приложено:.*Схема объезда.pdf/s);
  });

  it('shows a photo beside its name, and keeps no place for a picture of another file', () => {
    const at = '2026-11-05T01:00:00.000Z';
    const photo = { id: 'f1', name: 'Яма.jpg', type: 'image/jpeg', size: 2_048, url: '' };
    const pdf = { id: 'f2', name: 'Схема объезда.pdf', type: 'application/pdf', size: 2_048, url: '' };
    const rows = markupOf({ answers: [{ ...answerOf('Яму засыпят', at), files: [photo, pdf] }] });
    expect(rows).toMatch(/<li><img [^>]*alt="Яма.jpg"[^>]*><p>Яма.jpg/);
    expect(rows).toContain('<li><p>Схема объезда.pdf');
  });

  it('calls an appeal one, which waits for its registration and for no moderator', () => {
    const waits = { questions: [], state: 'RECEIVED' } as const;
    expect(textOf(waits)).toMatch(/Скоро обращение зарегистрируют.*Зарегистрировано/s);
    expect(textOf(waits)).not.toMatch(/Прочитает|сообщение прочитает/);
    expect(textOf({ ...waits, regime: 'SOCIAL_MESSAGE' })).toMatch(/сообщение прочитает.*Прочитает сотрудник/s);
    expect(textOf({ state: 'WITHDRAWN' })).toContain('Вы отозвали обращение');
    expect(textOf({ state: 'WITHDRAWN', regime: 'SOCIAL_MESSAGE' })).toContain('Вы отозвали сообщение');
  });

  it('shows the last three steps, and those of the office between them one press away', () => {
    const at = '2026-11-05T01:00:00.000Z';
    const types = ['APPEAL_RECEIVED', 'APPEAL_REGISTERED', 'QUESTION_ROUTED', 'EXECUTOR_ASSIGNED'] as const;
    const end = ['RESPONSE_SIGNED', 'QUESTION_ANSWERED', 'NOTICE_DISPATCHED'] as const;
    const steps = [...types, ...end].map((type) => ({ type, title: type, at }));
    const [shown, folded] = markupOf({ steps }).split('<summary>Подробнее</summary>');
    for (const words of ['Зарегистрировано', 'Передано в отдел', 'Ответ отправлен']) expect(shown).toContain(words);
    for (const words of ['Ответ подписан', 'Отправлено уведомление', 'Назначен исполнитель']) {
      expect(shown).not.toContain(words);
      expect(folded).toContain(words);
    }
    // Of an end that is no answer the notice is what a resident learns.
    const left = { ...steps[6]!, notice: 'LEFT_UNANSWERED' as const };
    expect(markupOf({ steps: [...steps, left] }).split('<summary>')[0]).toContain('почему ответа по существу не будет');
    expect(markupOf({ steps: steps.slice(0, 3) })).not.toContain('<summary>Подробнее');
  });

  it('leads to one’s own copy as to a page, which may be the one that asks for number and code again', () => {
    expect(markupOf({})).toContain('<a href="/aldan/follow/data">');
  });

  it('tells the hour of a term in hours', () => {
    const dueAt = '2026-12-02T08:30:00.000Z';
    expect(textOf({ questions: [{ ...question, dueAt }] })).toContain('не позже 2 декабря 2026 г. в 17:30');
    const waits = { questions: [], state: 'RECEIVED', registerBy: '2026-12-02' } as const;
    expect(textOf({ ...waits, registerAt: dueAt })).toContain('не позже 2 декабря 2026 г. в 17:30');
    expect(textOf(waits)).toContain('не позже 2 декабря 2026 г.');
  });
});
