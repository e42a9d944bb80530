/** The words of the field in the place of private ones: comments, log lines, descriptions and pages are read by strangers. */
const INSTEAD = {
  nobody: 'name who or what it is, or say it with "no …"',
  somebody: 'name the role: an official, the applicant, an attacker',
  whoever: 'name the role: each official who …, the owner of …',
  anew: '"again", "re…"',
  heard: '"received", "consumed"',
  told: '"notified", "sent", "reported", "published"',
  lane: '"queue", "partition"',
  lanes: '"queues", "partitions"',
  fate: '"outcome"',
  fates: '"outcomes"',
  stands: '"is", "remains", "is valid"',
};
const starts = Object.keys(INSTEAD)
  .map((word) => `[${word[0].toUpperCase()}${word[0]}]${word.slice(1)}`)
  .join('|');
/** As a word of a sentence: a part of a name, a path or an address is none. */
const WORDS = new RegExp(`(?<![\\w/.@-])(?:${starts})(?![\\w/-]|\\.\\w)`, 'g');
const CODE = /```[^]*?```|`[^`]*`/g;

/** Reports each such word of `text`, which begins at `start` of the file. */
function reportWords(context, text, start) {
  const prose = text.replace(CODE, (code) => ' '.repeat(code.length));
  for (const { 0: word, index } of prose.matchAll(WORDS)) {
    const place = (at) => context.sourceCode.getLocFromIndex(start + at);
    const message = `"${word}" is a private word here: ${INSTEAD[word.toLowerCase()]}.`;
    context.report({ loc: { start: place(index), end: place(index + word.length) }, message });
  }
}

const MESSAGE_OF = /^(debug|info|warn|error|fatal)$/;
const isMessage = ({ type, callee }) =>
  type === 'NewExpression' ? /Error$/.test(callee.name ?? '') : MESSAGE_OF.test(callee.property?.name ?? '');

function textsOf(call) {
  return call.arguments.flatMap((argument) => {
    if (argument.type === 'Literal' && typeof argument.value === 'string') return [argument];
    return argument.type === 'TemplateLiteral' ? argument.quasis : [];
  });
}

function checkCode(context) {
  const { sourceCode } = context;
  const checkMessage = (call) => {
    if (isMessage(call))
      for (const text of textsOf(call)) reportWords(context, sourceCode.getText(text), text.range[0]);
  };
  return {
    Program() {
      for (const comment of sourceCode.getAllComments())
        reportWords(context, sourceCode.text.slice(...comment.range), comment.range[0]);
    },
    CallExpression: checkMessage,
    NewExpression: checkMessage,
    // Of a loop of background work (`polled`).
    "Property[key.name='failed'] > Literal": (text) => reportWords(context, text.raw, text.range[0]),
  };
}

/** Of a page in Markdown all, of a schema the descriptions and comments. */
function checkText(context) {
  const { text } = context.sourceCode;
  const parts = context.filename.endsWith('.graphql') ? /"""[^]*?"""|"[^"\n]*"|#.*/g : /^[^]*$/g;
  return {
    Program() {
      for (const part of text.matchAll(parts)) reportWords(context, part[0], part.index);
    },
  };
}

const empty = (text) => ({
  ast: {
    ...{ type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length] },
    loc: { start: { line: 1, column: 0 }, end: { line: text.split('\n').length, column: 0 } },
  },
});

/** For files that are no code: ESLint reads them as one empty program. */
export const textParser = { meta: { name: 'text' }, parseForESLint: empty };

export const plainWords = {
  rules: {
    code: { meta: { type: 'suggestion', schema: [] }, create: checkCode },
    text: { meta: { type: 'suggestion', schema: [] }, create: checkText },
  },
};
