import { expect, it } from '@jest/globals';
import { counter, metrics } from './metrics.js';

it('shows a counter from zero on for each value of its labels, once', async () => {
  const made = counter('otklik_spec_zeros_total', 'for this spec', ['network', 'why'], {
    network: ['VK', 'OK'],
    why: ['TOKEN', 'RIGHTS'],
  });
  made.inc({ network: 'OK', why: 'TOKEN' });
  counter('otklik_spec_zeros_total', 'for this spec', ['network', 'why'], { network: ['OK'], why: ['TOKEN'] });
  const shown = await metrics.getSingleMetricAsString('otklik_spec_zeros_total');
  expect(shown.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
    'otklik_spec_zeros_total{network="VK",why="TOKEN"} 0',
    'otklik_spec_zeros_total{network="VK",why="RIGHTS"} 0',
    'otklik_spec_zeros_total{network="OK",why="TOKEN"} 1',
    'otklik_spec_zeros_total{network="OK",why="RIGHTS"} 0',
  ]);
});
