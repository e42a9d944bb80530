import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { ActBarProps } from './act-bar.js';
import type { QuestionScope } from './card.js';
import { allActs } from './index.js';
import { recordBodyReaction } from './question/ends.js';
import { undoSplit } from './question/parts.js';
import { giveBack } from './question/work.js';

const enumerations = new URL('../../../../libs/contracts/graphql/enumerations.graphql', import.meta.url);

const inBar = (...acts: ActBarProps<QuestionScope>['acts']) => acts;

/** What the server may say in `allowedActions`. */
function actions(): readonly string[] {
  const found = parse(readFileSync(enumerations, 'utf8')).definitions.flatMap((definition) =>
    definition.kind === 'EnumTypeDefinition' && definition.name.value === 'Action' ? [definition] : [],
  );
  return found.flatMap(({ values = [] }) => values.map(({ name }) => name.value));
}

describe('the acts of the desk', () => {
  it('are many', () => {
    expect(actions().length).toBeGreaterThan(50);
  });

  it.each(actions())('are one for %s', (action) => {
    expect(allActs.filter(({ allowed }) => allowed === action)).toHaveLength(1);
  });

  it('have each a mutation of its own', () => {
    const mutations = allActs.map(({ document }) => document.toString().trim());
    expect(new Set(mutations).size).toBe(mutations.length);
    expect(mutations.filter((text) => !text.startsWith('mutation'))).toEqual([]);
  });

  it('stand in a bar where a dialog asks for their fields, or they have none', () => {
    const asked = inBar(giveBack, undoSplit);
    // @ts-expect-error: its text is written elsewhere, so its button alone could not be pressed
    inBar(recordBodyReaction);
    expect(asked.map(({ hasForm }) => hasForm)).toEqual([true, false]);
  });
});
