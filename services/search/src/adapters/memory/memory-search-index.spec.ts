import { searchIndexContract } from '../../application/index/search-index.contract.js';
import { analyser } from '../../domain/word-analysis.js';
import { russianMorphology } from '../morphology.js';
import { memorySearchIndex } from './memory-search-index.js';

searchIndexContract('in memory', async () => ({
  index: memorySearchIndex(),
  analyse: analyser(await russianMorphology()),
  close: () => Promise.resolve(),
}));
