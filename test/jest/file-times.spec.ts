import { expect, it } from '@jest/globals';
import { table } from './file-times.mjs';

it('names slow files, slowest first, and sums the others and each kind', () => {
  const files = [
    { file: 'libs/kernel/src/day.spec.ts', kind: 'plain', seconds: 0.4, tests: 0.1, cpu: 0.2 },
    { file: 'services/intake/src/intake.int.spec.ts', kind: 'integration', seconds: 6, tests: 4, cpu: 3 },
    { file: 'test/acceptance/journey.spec.ts', kind: 'product', seconds: 30.25, tests: 20, cpu: 1.5 },
    { file: 'libs/kernel/src/term.spec.ts', kind: 'plain', seconds: 1, tests: 0.9, cpu: 1 },
  ];
  expect(table(files).split('\n')).toEqual([
    'Seconds of spec files, of their tests alone, of CPU:',
    '    30.3     20.0      1.5  test/acceptance/journey.spec.ts',
    '     6.0      4.0      3.0  services/intake/src/intake.int.spec.ts',
    '     1.4      1.0      1.2  2 others',
    '     1.4      1.0      1.2  all plain (2)',
    '     6.0      4.0      3.0  all integration (1)',
    '    30.3     20.0      1.5  all product (1)',
    '',
  ]);
});
