import { expect, it } from '@jest/globals';
import type { DraftResponseInput, ReadyTextUseInput } from '@otklik/contracts/generated/graphql';
import { checkReadyTexts } from './ready-texts-input.js';

const template: ReadyTextUseInput = { kind: 'TEMPLATE', shown: 4, place: 4, kept: 100 };
const check = (readyTexts?: ReadyTextUseInput[]) => checkReadyTexts({ readyTexts } as DraftResponseInput);
const refused = (path: string, code = 'NUMBER_OUT_OF_RANGE') => expect.objectContaining({ code, path });

it.each([
  [[template, template], refused('input.readyTexts', 'BAD_INPUT')],
  [[{ ...template, shown: 0 }], refused('input.readyTexts.0.shown')],
  [[{ ...template, shown: 1_001 }], refused('input.readyTexts.0.shown')],
  [[{ ...template, place: 5 }], refused('input.readyTexts.0.place')],
  [[{ ...template, kept: 101 }], refused('input.readyTexts.0.kept')],
  [[{ ...template, kept: null }], refused('input.readyTexts.0.kept', 'BAD_INPUT')],
])('numbers that no list gives are refused: %j', (readyTexts, error) => {
  expect(() => check(readyTexts)).toThrow(error);
});

it('none, a list of which nothing was taken, and the last text of a list are taken', () => {
  check();
  check([template, { kind: 'SIMILAR_ANSWER', shown: 1, place: null }]);
});
