import { searchIndexContract } from '../../application/index/search-index.contract.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser } from '@otklik/text-analysis';
import { memorySearchIndex } from './memory-search-index.js';

searchIndexContract('in memory', async () => ({
  index: memorySearchIndex(),
  analyse: analyser(await russianMorphology()),
  close: () => Promise.resolve(),
}));
