// Relative imports end in .js, as Node requires of ES modules; where a .ts or .tsx file exists, it is resolved instead.
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('/node_modules/')) {
    for (const extension of ['.ts', '.tsx']) {
      const source = resolve(options.basedir, request.replace(/\.js$/, extension));
      if (existsSync(source)) return source;
    }
  }
  return options.defaultResolver(request, options);
};
