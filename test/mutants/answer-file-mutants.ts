import type { Mutant } from './mutants.js';

const ROUTES = 'services/intake/src/files/adapters/http/answer-files.int.spec.ts';

/** Files that go with an answer. */
export const answerFileMutants: readonly Mutant[] = [
  {
    name: 'a file that is changed after the approval',
    file: 'services/responses/src/domain/response.ts',
    find: "return { ...opened(state), status: 'DRAFTED', draft };",
    replace: "return { ...opened(state), status: state.draft?.files && files ? state.status : 'DRAFTED', draft };",
    spec: 'services/responses/src/domain/response.decide.spec.ts',
    test: 'a file that is changed after the approval needs a new one',
  },
  {
    name: 'an answer that is signed without its files',
    file: 'services/responses/src/domain/response.decide.ts',
    find: 'const files = filesOf(draft, opened.fileNames);',
    replace: 'const files = filesOf({}, opened.fileNames);',
    spec: 'services/responses/src/domain/response.decide.spec.ts',
    test: 'is approved and signed with its files',
  },
  {
    name: 'a file of another district in a draft',
    file: 'libs/host/src/file-receipt.ts',
    find: 'return `${district}/${response.toLowerCase()}`;',
    replace: 'return `${Math.sign(district)}/${response.toLowerCase()}`;',
    spec: 'libs/host/src/file-receipt.spec.ts',
    test: 'tells nothing in another district',
  },
  {
    name: 'a file of a draft that the resident opens before the answer is given',
    file: 'services/intake/src/files/application/files.ts',
    find: 'return response === null || this.answers.isGiven(district, id);',
    replace: 'return Promise.resolve(true);',
    spec: ROUTES,
    test: 'hides a file of a draft from the resident until the answer is signed',
  },
  {
    name: 'a file of an answer whose signature was taken back',
    file: 'services/intake/src/files/adapters/postgres/postgres-answer-files.ts',
    find: "array[$2::uuid] and state <> 'VOID' limit 1",
    replace: 'array[$2::uuid] limit 1',
    spec: ROUTES,
    test: 'hides a file of a draft from the resident until the answer is signed',
  },
  {
    name: 'a file for an answer from anyone',
    file: 'services/intake/src/files/adapters/http/files.routes.ts',
    find: "const permission = permit(actor, ['EXECUTOR'], district?.id ?? null);",
    replace: "const permission = permit(actor, ['ANYONE' as never, 'EXECUTOR', 'MODERATOR'], district?.id ?? null);",
    spec: ROUTES,
    test: 'takes a file for an answer from executors alone',
  },
];
