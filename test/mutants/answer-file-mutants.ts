import { replaceArgument, replaceName, replaceProperty, replaceReturn, replaceText } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Files that go with an answer. */
export const answerFileMutants: readonly Mutant[] = [
  {
    name: 'a file that is changed after the approval',
    in: 'case: responseStates',
    change: replaceProperty("ResponseDrafted: ({ files }) => (files ? null : 'DRAFTED')", 'ResponseDrafted'),
    spec: 'response.decide.spec.ts',
    test: 'a file that is changed after the approval needs a new one',
  },
  {
    name: 'an answer that is signed without its files',
    in: 'responses: sign',
    change: replaceName('draft', '{}', 'fileNames'),
    spec: 'response.decide.spec.ts',
    test: 'is approved and signed with its files',
  },
  {
    name: 'a file of another district in a draft',
    in: 'host: audienceOf',
    change: replaceText('${district}/${response.toLowerCase()}', '${Math.sign(district)}/${response.toLowerCase()}'),
    spec: 'file-receipt.spec.ts',
    test: 'tells nothing in another district',
  },
  {
    name: 'a file of a draft that the resident opens before the answer is given',
    in: 'intake: Files.isGiven',
    change: replaceReturn('Promise.resolve(true)', 'answers'),
    spec: 'answer-files.int.spec.ts',
    test: 'hides a file of a draft from the resident until the answer is signed',
  },
  {
    name: 'a file of an answer whose signature was taken back',
    in: 'intake: PostgresAnswerFiles.isGiven',
    change: replaceText("and state <> 'VOID' limit", 'limit'),
    spec: 'answer-files.int.spec.ts',
    test: 'hides a file of a draft from the resident until the answer is signed',
  },
  {
    name: 'a file for an answer from anyone',
    in: 'intake: demandExecutor',
    change: replaceArgument("['ANYONE' as never, 'EXECUTOR', 'MODERATOR']", 'EXECUTOR'),
    spec: 'answer-files.int.spec.ts',
    test: 'takes a file for an answer from executors alone',
  },
];
