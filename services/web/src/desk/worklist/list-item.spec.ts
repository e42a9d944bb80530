import { describe, expect, it } from '@jest/globals';
import { gistOf } from '../../parts/gist.js';
import { dateOf, isOffered, stageOf } from './list-item.js';

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
  const offered = (stage: 'responseSENT_BACK' | 'responseAPPROVED' | 'responseSIGNED') =>
    actions.filter((action) => isOffered({ actions, stage: `worklist.${stage}` }, action));
  expect(offered('responseSENT_BACK')).toEqual(actions);
  expect(offered('responseAPPROVED')).toEqual(['RETURN_QUESTION']);
  expect(offered('responseSIGNED')).toEqual(['RETURN_QUESTION']);
  expect(isOffered({ actions: [], stage: 'worklist.questionROUTED' }, 'ASSIGN_EXECUTOR')).toBe(false);
});
