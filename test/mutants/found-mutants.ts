import {
  dropStatement,
  replaceCondition,
  replaceExpression,
  replaceProperty,
  replaceReturn,
  replaceText,
} from './locate/change.js';
import type { Mutant } from './mutants.js';

/** What is found in communities beside the district's own pages. */
export const foundMutants: readonly Mutant[] = [
  {
    name: 'found: a foreign wall that refuses stops all answers of the account',
    in: 'networks: refusedThere',
    change: replaceReturn('outcome', 'THREAD_CLOSED'),
    spec: 'network-simulators: vk-place.spec.ts',
    test: 'an answer there is refused where only members comment, and takes no right from the account',
  },
  {
    name: 'found: the page of a person is read',
    in: 'networks: wallAt',
    change: replaceCondition('name === undefined', 'test'),
    spec: 'network-simulators: vk-place.spec.ts',
    test: 'what is not read says why a person, and what is no page of VK: https://vk.com/id200000001, for which nothing is called',
  },
  {
    name: 'found: words that look for what people think',
    in: 'tenancy: politicalWordIn',
    change: replaceReturn('undefined', 'find'),
    spec: 'communities.spec.ts',
    test: 'communities that are watched are never looked through for what people think: митинг*',
  },
  {
    name: 'found: what became no case is kept',
    in: 'intake: EndRetention.run',
    change: dropStatement('found', 'end'),
    spec: 'found.int.spec.ts',
    test: 'what became no case is deleted after 30 days',
  },
  {
    name: 'found: a text in the clear',
    in: 'intake: WatchPlaces.rowOf',
    change: replaceProperty('url: message.text', 'url'),
    spec: 'found.int.spec.ts',
    test: 'what people write in a watched community is nowhere in the clear: neither its text nor who wrote it',
  },
  {
    name: 'found: a decision that is made twice',
    in: 'intake: DecideFound.decide',
    change: dropStatement('before', 'command', 'fingerprint', 'same'),
    spec: 'found.int.spec.ts',
    test: 'a decision about what was found is made once, by a key, and of the version that the official saw',
  },
  {
    name: 'found: the text is kept beside its case',
    in: 'intake: FoundMessages.decide',
    change: replaceText("case when $3 = 'ANSWER_THERE' then null else sealed end", 'sealed'),
    spec: 'found.int.spec.ts',
    test: 'a decision about what was found to answer there makes one case, as of our own page, and leaves the text to it',
  },
  {
    name: 'found: a limit of the network is asked through',
    in: 'intake: WatchPlaces.readAgain',
    change: replaceExpression('0', 'AGAIN_MS', 'NONE'),
    spec: 'found.int.spec.ts',
    test: 'a community that cannot be read says why to all who ask, and is read again once it can be',
  },
];
