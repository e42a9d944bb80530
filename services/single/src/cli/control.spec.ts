import { expect, it } from '@jest/globals';
import { reportTo, type ControlLine } from './control.js';

it('limits the rate of progress messages, and always sends the last one', () => {
  const told: ControlLine[] = [];
  const report = reportTo((line) => void told.push(line));

  for (let done = 1; done <= 1_000; done += 1) report.progress(done, 1_000, 'lines');
  report.print('1000 added');

  expect(told.length).toBeLessThan(100);
  expect(told[0]).toEqual({ progress: [1, 1_000, 'lines'] });
  expect(told.slice(-2)).toEqual([{ progress: [1_000, 1_000, 'lines'] }, { print: '1000 added' }]);
});
