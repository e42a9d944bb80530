/** Jest's transform, with the edits of one file that its options name. */
const { createTransformer } = require('@swc/jest');

module.exports = {
  createTransformer({ target, edits, swc: options }) {
    const swc = createTransformer(options);
    const mutated = (source, filename) =>
      filename !== target
        ? source
        : [...edits]
            .sort((one, other) => other.start - one.start)
            .reduce((before, { start, end, text }) => before.slice(0, start) + text + before.slice(end), source);
    return {
      ...swc,
      process: (source, filename, given) => swc.process(mutated(source, filename), filename, given),
      processAsync: (source, filename, given) => swc.processAsync(mutated(source, filename), filename, given),
      getCacheKey: (source, filename, given) => swc.getCacheKey(mutated(source, filename), filename, given),
    };
  },
};
