const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const KINDS = [
  /^test\/load\//,
  /^(?:test\/(?:acceptance|chaos|tenancy|upgrade)|services\/single\/src\/(?:model|backup))\//,
  /\.int\.spec\.ts$|^(?:libs\/messaging|services\/single|deploy)\//,
  /./,
];

/**
 * The whole product first, then what has servers or processes, then plain code; of a kind what was long the last time. A long
 * one that began last would run alone at the end.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const order = new Map(tests.map((test) => [test, rankOf(relative(test.context.config.rootDir, test.path))]));
    return super.sort(tests).sort((a, b) => order.get(a) - order.get(b));
  }
};

function rankOf(file) {
  return KINDS.findIndex((kind) => kind.test(file));
}
