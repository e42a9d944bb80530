import { attemptMutants } from './attempt-mutants.js';
import type { Mutant } from './mutants.js';

const ACCESS = 'services/gateway/src/access';
const PROOFS = { file: `${ACCESS}/proofs.ts`, spec: `${ACCESS}/proofs.spec.ts` };
const ATTEMPTS = { file: `${ACCESS}/attempts.ts`, spec: `${ACCESS}/attempts.spec.ts` };
const SHARES = { file: 'libs/kernel/src/district-shares.ts', spec: 'libs/kernel/src/district-shares.spec.ts' };
const ADMISSION = { file: `${ACCESS}/admission.ts`, spec: `${ACCESS}/admission-shares.spec.ts` };

/** Of limits, of the challenge beyond them, and of a district's share of the process. */
export const limitMutants: readonly Mutant[] = [
  ...attemptMutants,
  {
    ...PROOFS,
    name: 'challenge: a sum that may be guessed until it is right',
    find: 'taken.set(token, true);',
    replace: 'if (isRight) taken.set(token, true);',
    test: 'lets no one guess the sum',
  },
  {
    ...PROOFS,
    name: 'challenge: one that is over and is taken',
    find: 'isRight && now() < until ?',
    replace: 'isRight && until > 0 ?',
    test: 'takes none that is over',
  },
  {
    ...PROOFS,
    name: 'challenge: work that nobody did',
    find: 'provesWork(token, String(answer), ZERO_BITS)',
    replace: 'provesWork(token, String(answer), 0)',
    test: 'lets no one guess the sum, or count fewer zeros',
  },
  {
    ...ATTEMPTS,
    name: 'challenge: answers without a limit',
    find: 'await demand(proven[kind], network);',
    replace: '',
    test: 'limits the operations with a challenge, too',
  },
  {
    ...ATTEMPTS,
    name: 'a rush of one address that takes the limit of its district',
    find: '(await isWithin(byNetwork, network)) && (await isWithin(byDistrict, String(district)))',
    replace: '(await isWithin(byDistrict, String(district))) && (await isWithin(byNetwork, network))',
    test: 'lets one address take no more of the limit of a district than its own',
  },
  {
    ...ATTEMPTS,
    name: 'a limit of its own for every district that does not exist',
    find: '?.id) ?? NO_DISTRICT };',
    replace: '?.id) ?? (code?.length ?? NO_DISTRICT) + 1_000 };',
    test: 'gives no new limit for a district that does not exist',
  },
  {
    ...ATTEMPTS,
    name: 'a resident’s token that lifts the limit of what is sent without it',
    find: "actor.kind === 'resident' && code === undefined",
    replace: "actor.kind === 'resident'",
    test: 'counts residents by their appeal, not by an address that a village shares',
  },
  {
    ...ATTEMPTS,
    name: 'a resident without a limit',
    find: 'if (appeal !== undefined) return demand(byAppeal, `${district}/${appeal}`);',
    replace: 'if (appeal !== undefined) return;',
    test: 'counts residents by their appeal, not by an address that a village shares',
  },
  {
    ...ATTEMPTS,
    name: 'wrong codes that are answered by an error and not counted',
    find: '      await wrong();\n      throw error;',
    replace: '      throw error;',
    test: 'counts wrong codes by the number and the sender’s network',
  },
  {
    ...SHARES,
    name: 'a district that is quiet for a moment and counts as none',
    find: 'if (other !== key && (admitted > 0 || lastAt > since)) return false;',
    replace: 'if (other !== key && admitted > 0 && lastAt !== since) return false;',
    test: 'gives all back to the one that is left alone',
  },
  {
    ...SHARES,
    name: 'a place that work which fails keeps for ever',
    find: 'return await work();\n    } finally {\n      share.admitted -= 1;\n    }',
    replace: 'const answer = await work();\n      share.admitted -= 1;\n      return answer;\n    } finally {\n    }',
    test: 'goes on after work that fails',
  },
  {
    ...ADMISSION,
    name: 'officials who may not read while their residents rush',
    find: "kind === 'query' ? shares.admitted(district) - mutations : mutations",
    replace: 'shares.admitted(district)',
    test: 'answers officials of a district while its residents rush',
  },
  {
    ...ADMISSION,
    name: 'a refused district that the loud one beside it does not feel',
    find: '      shares.noteRequest(district);\n',
    replace: '',
    test: 'shares with a district that was refused just before',
  },
  {
    name: 'proof of work: one zero bit less than was asked',
    file: 'libs/kernel/src/proof-of-work.ts',
    find: '.${n}`) >= zeroBits',
    replace: '.${n}`) >= zeroBits - 1',
    spec: 'libs/kernel/src/proof-of-work.spec.ts',
    test: 'of 7 zero bits is a number with as many, and none with one less',
  },
  {
    name: 'proof of work: by anything that is no number',
    file: 'libs/kernel/src/proof-of-work.ts',
    find: 'NUMBER.test(n) && ',
    replace: '',
    spec: 'libs/kernel/src/proof-of-work.spec.ts',
    test: 'is a number in digits, not "a"',
  },
  {
    name: 'survivor: a body of untold size that stops and stays',
    file: 'libs/host/src/min-data-rate.ts',
    find: "raw.headers['transfer-encoding'] !== undefined || ",
    replace: '',
    spec: 'libs/host/src/min-data-rate.spec.ts',
    test: 'ends a body of untold size that stops',
  },
  {
    name: 'survivor: a body that has arrived and is cut off before it is read',
    file: 'libs/host/src/min-data-rate.ts',
    find: 'if (request.complete || request.destroyed)',
    replace: 'if (request.destroyed)',
    spec: 'libs/host/src/min-data-rate.spec.ts',
    test: 'lets a small body that has arrived wait until it is read',
  },
  {
    name: 'survivor: a line that is gone for three seconds',
    file: 'libs/host/src/min-data-rate.ts',
    find: 'idleMs: 25_000,',
    replace: 'idleMs: 2_500,',
    spec: 'libs/host/src/min-data-rate.spec.ts',
    test: 'keeps no half-sent request for longer',
  },
  {
    name: 'survivor: a photo over a poor line that is given a day',
    file: 'libs/host/src/min-data-rate.ts',
    find: 'bytesPerSecond: 2_000,',
    replace: 'bytesPerSecond: 200,',
    spec: 'libs/host/src/min-data-rate.spec.ts',
    test: 'keeps no half-sent request for longer',
  },
  {
    name: 'survivor: a body that must come at its rate from the first seconds',
    file: 'libs/host/src/min-data-rate.ts',
    find: 'graceMs: 25_000,',
    replace: 'graceMs: 2_500,',
    spec: 'libs/host/src/min-data-rate.spec.ts',
    test: 'keeps no half-sent request for longer',
  },
];
