import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { CorrectDetails } from './appeal.commands.js';
import { appeal } from './appeal.decide.js';
import { answered, received, registered } from './registered-appeal.fixture.js';

const { given } = specify(appeal);

const former = { settlement: 'ALDAN', placeText: 'ул. Лесная, 3', point: '58.6,125.30' } as const;
const correct: CorrectDetails = {
  type: 'CorrectDetails',
  former,
  reason: 'Дом другой.',
  mayActIn: 'ALL',
  departments: ['utilities'],
  commandId: 'c1',
};
const told = { type: 'DetailsCorrected', reason: 'Дом другой.', commandId: 'c1' } as const;

describe('the gist and the place of a registered appeal', () => {
  it('are corrected with the former values beside the new ones', () => {
    given(received, registered)
      .when({ ...correct, gist: 'Нет света', place: { settlement: 'ALDAN', placeText: 'ул. Лесная, 5' } })
      .records({
        ...told,
        gist: 'Нет света',
        isPlaceCorrected: true,
        settlement: 'ALDAN',
        placeText: 'ул. Лесная, 5',
        formerSettlement: 'ALDAN',
        formerPlaceText: 'ул. Лесная, 3',
        formerPoint: '58.6,125.30',
      });
    given(received, registered)
      .when({ ...correct, gist: 'Темно', former: { ...former, gist: 'Нет света' } })
      .records({ ...told, gist: 'Темно', formerGist: 'Нет света' });
  });

  it('are put back as they were, which is a correction, too', () => {
    const gist = { ...correct, former: { ...former, gist: 'Нет света' } };
    given(received, registered)
      .when({ ...gist, removesGist: true })
      .records({ ...told, isGistRemoved: true, formerGist: 'Нет света' });
    given(received, registered)
      .when({ ...correct, removesGist: true })
      .recordsNothing();
    given(received, registered)
      .when({ ...correct, place: former, former: { placeText: 'ул. Лесная, 5' } })
      .records({ ...told, isPlaceCorrected: true, ...former, formerPlaceText: 'ул. Лесная, 5' });
  });

  it('record nothing where they are as they were, however the point is written', () => {
    given(received, registered).when(correct).recordsNothing();
    given(received, registered)
      .when({
        ...correct,
        gist: 'Темно',
        place: { ...former, point: '58.60,125.3' },
        former: { ...former, gist: 'Темно' },
      })
      .recordsNothing();
  });

  it('are corrected while it is considered, by the departments of its questions', () => {
    const gist = { ...correct, gist: 'Нет света' };
    given(received).when(gist).refuses('APPEAL_STATE_FORBIDS');
    given(received, registered, answered).when(gist).refuses('APPEAL_STATE_FORBIDS');
    given(received, registered, { type: 'AppealWithdrawn' }).when(gist).refuses('APPEAL_WITHDRAWN');
    given(received, registered)
      .when({ ...gist, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(received, registered)
      .when({ ...gist, mayActIn: ['utilities'] })
      .records({ ...told, gist: 'Нет света' });
  });
});
