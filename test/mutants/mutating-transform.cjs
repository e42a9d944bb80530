/** Jest's transform, which changes one place of one file: the mutation in OTKLIK_MUTANT, as JSON. */
const { createTransformer } = require('@swc/jest');
const { join } = require('node:path');

const { file, start, end, text } = JSON.parse(process.env.OTKLIK_MUTANT);
const target = join(__dirname, '..', '..', file);

function mutated(source, filename) {
  return filename === target ? source.slice(0, start) + text + source.slice(end) : source;
}

module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      ...swc,
      process: (source, filename, given) => swc.process(mutated(source, filename), filename, given),
      processAsync: (source, filename, given) => swc.processAsync(mutated(source, filename), filename, given),
      getCacheKey: (source, filename, given) => swc.getCacheKey(mutated(source, filename), filename, given),
    };
  },
};
