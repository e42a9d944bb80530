import { describe, expect, it } from '@jest/globals';
import type { QuestionScope } from '../../acts/card.js';
import { assign, giveBack, route } from '../../acts/question/work.js';
import type { Action } from '../../generated/enumerations.js';
import { gistOf } from '../../parts/gist.js';
import { dateOf, stageOf } from './list-item.js';

describe('the gist of a row', () => {
  it('is the first sentence without its full stop', () => {
    expect(gistOf('Вторую неделю не вывозят контейнеры. Мешки на площадке.')).toBe(
      'Вторую неделю не вывозят контейнеры',
    );
  });

  it('does not end at the full stop of a short word', () => {
    expect(gistOf('Ул. Быкова, 7: яма во дворе! Когда засыпят?')).toBe('Ул. Быкова, 7: яма во дворе!');
  });

  it('is cut when there is no sentence', () => {
    expect(gistOf('а'.repeat(300))).toHaveLength(161);
  });

  it('is no greeting, no form of address and no plea, unless there is nothing else', () => {
    const matter = 'Нет автобуса № 3 вечером';
    for (const before of ['Здравствуйте!', 'Добрый день! Уважаемая администрация!', 'Прошу принять меры.', 'Помогите!'])
      expect([before, gistOf(`${before} ${matter}. Когда вернут?`)]).toEqual([before, matter]);
    expect(gistOf('Здравствуйте, в доме холодно. Мёрзнем.')).toBe('В доме холодно');
    expect(gistOf('Здравствуйте!')).toBe('Здравствуйте!');
  });

  it('is absent when the text is', () => {
    expect(gistOf(null)).toBeNull();
  });
});

describe('the date of a row', () => {
  const receivedAt = '2026-11-27T22:30:00Z';

  it('is that of the registration', () => {
    expect(dateOf({ registeredOn: '2026-11-30', receivedAt }, 'Asia/Yakutsk')).toBe('2026-11-30');
  });

  it('is the day of the district on which it came, before a registration', () => {
    expect(dateOf({ registeredOn: undefined, receivedAt }, 'Asia/Yakutsk')).toBe('2026-11-28');
  });
});

describe('the stage of a question', () => {
  const executor = { id: '1', name: 'Ли' };

  it('is the answer’s while an executor has it', () => {
    expect(stageOf({ state: 'IN_WORK', executor, response: { state: 'DRAFTED', outcome: null } })).toBe(
      'worklist.responseDRAFTED',
    );
  });

  it('is the first one of the answer when there is none yet', () => {
    expect(stageOf({ state: 'IN_WORK', executor, response: null })).toBe('worklist.responseOPEN');
  });

  it('says that it is unassigned when a department has no executor for it', () => {
    expect(stageOf({ state: 'ROUTED', executor: null, response: null })).toBe('worklist.questionUNASSIGNED');
  });
});

it('offers department and executor until the answer is approved, and what else the server permits', () => {
  const actions = ['ROUTE_QUESTION', 'ASSIGN_EXECUTOR', 'RETURN_QUESTION'] as const;
  const offered = (state: 'SENT_BACK' | 'APPROVED' | 'SIGNED', allowedActions: readonly Action[] = actions) => {
    const question = { id: 'a', version: 1, allowedActions, response: { state } } as QuestionScope['question'];
    const scope = { question } as QuestionScope;
    return [route, assign, giveBack].filter((act) => act.offers(scope).length > 0).map(({ allowed }) => allowed);
  };
  expect(offered('SENT_BACK')).toEqual(actions);
  expect(offered('APPROVED')).toEqual(['RETURN_QUESTION']);
  expect(offered('SIGNED')).toEqual(['RETURN_QUESTION']);
  expect(offered('SENT_BACK', [])).toEqual([]);
});
