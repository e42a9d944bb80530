/** Jest's transform, which replaces one snippet of one file: the mutant in OTKLIK_MUTANT, as JSON. */
const { createTransformer } = require('@swc/jest');
const { join } = require('node:path');

const { file, find, replace } = JSON.parse(process.env.OTKLIK_MUTANT);
const target = join(__dirname, '..', '..', file);

function mutated(source, filename) {
  if (filename !== target) return source;
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`The snippet stands ${parts.length - 1} times in ${file}.`);
  return parts.join(replace);
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
