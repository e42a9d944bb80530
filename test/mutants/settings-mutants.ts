import { dropStatement, replaceCondition, takeThen } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of the district's settings: what a form leaves as it was, and what may not be removed. */
export const settingsMutants: readonly Mutant[] = [
  {
    name: 'settings: a form writes again what it did not change',
    in: 'web: writtenNode',
    change: dropStatement('isSame', 'source'),
    spec: 'edited-yaml.spec.ts',
    test: 'leaves everything else byte for byte',
  },
  {
    name: 'settings: what open questions have is removed',
    in: 'administration: withQuestions',
    change: replaceCondition('true', 'open'),
    spec: 'removed-settings.int.spec.ts',
    test: 'a new file loses no setting of open questions',
  },
  {
    name: 'settings: removed, while open questions were not looked for',
    in: 'administration: withQuestions',
    change: replaceCondition('false', 'inWork'),
    spec: 'removed-settings.int.spec.ts',
    test: 'a new file loses no setting of open questions',
  },
  {
    name: 'settings: removed by what another district signed',
    in: 'administration: DistrictFileResolver.inWork',
    change: takeThen('district'),
    spec: 'removed-settings.int.spec.ts',
    test: 'a new file loses no setting of open questions',
  },
  {
    name: 'settings: a department goes though officials have roles in it',
    in: 'administration: withOfficials',
    change: replaceCondition('true', 'held'),
    spec: 'removed-settings.int.spec.ts',
    test: 'a new file loses no setting of open questions',
  },
  {
    name: 'settings: another text of the consent under the version of the former',
    in: 'administration: consentKept',
    change: replaceCondition('true', 'every', 'former'),
    spec: 'removed-settings.int.spec.ts',
    test: 'gives another text of the consent a version of its own',
  },
];
