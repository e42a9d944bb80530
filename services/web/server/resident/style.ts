import { createHash } from 'node:crypto';

/*
 * The style of the residents' pages, inlined: a file of its own costs a round trip before the first paint (400 ms on a poor
 * line), and 3 kB gzipped are less than that. Values of the tokens are those of src/parts/tokens.css (`style.spec.ts`).
 */

const light = `--ground:#f4f2ed;--paper:#fffefc;--wash:#edeae3;--ink:#1a2123;--ink-2:#535b5d;--rule:#dad6cd;--edge:#777d7b;
--accent:#0d5562;--accent-press:#083d47;--on-accent:#ffffff;--attention:#704607;--attention-wash:#fbf0d8;--late:#a51f19;--focus:#1a2123`;
const dark = `color-scheme:dark;--ground:#11171a;--paper:#192023;--wash:#232b2e;--ink:#e8e5de;--ink-2:#a9afad;--rule:#333c3f;--edge:#7f8987;
--accent:#8acbd5;--accent-press:#b4dfe6;--on-accent:#0a1b1f;--attention:#e9bd70;--attention-wash:#312915;--late:#ff9d92;--focus:#f7f3ea`;
const contrast = `color-scheme:dark;--ground:#000000;--paper:#000000;--wash:#000000;--ink:#ffffff;--ink-2:#ffffff;--rule:#ffffff;--edge:#ffffff;
--accent:#ffe34d;--accent-press:#fff3a6;--on-accent:#000000;--attention:#ffe34d;--attention-wash:#000000;--late:#ffb0a8;--focus:#ffffff`;

/** Palettes by theme, for the spec that compares them with the tokens. */
export const palettes: Readonly<Record<'light' | 'dark' | 'contrast', string>> = { light, dark, contrast };

const tokens = `
:root{color-scheme:light;${light};--hair:1px solid var(--rule);--lead:1.5}
@media (prefers-color-scheme:dark){:root:not([data-theme]){${dark}}}
[data-theme=dark]{${dark}}
[data-theme=contrast]{${contrast}}
[data-size="2"]{font-size:125%}
[data-size="3"]{font-size:150%}
[data-spacing=wide]{--lead:1.9;letter-spacing:.12em;word-spacing:.16em}
[data-spacing=wide] p{margin-block-end:.5em}
@media (forced-colors:active){:root{--paper:Canvas;--ground:Canvas;--wash:Canvas;--ink:CanvasText;--ink-2:CanvasText;--rule:CanvasText;--edge:ButtonBorder;--accent:LinkText;--accent-press:LinkText;--on-accent:Canvas;--attention:CanvasText;--attention-wash:Canvas;--focus:Highlight}}
@media (prefers-contrast:more){:root{--ink-2:var(--ink);--rule:var(--edge)}}`;

const common = `
*,::before,::after{box-sizing:border-box}
html{background:var(--ground);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/var(--lead) system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
h1,h2,p,ol,ul,dl,dd,fieldset{margin:0;padding:0}
fieldset{border:0;min-width:0}legend{padding:0}ol,ul{list-style:none}
button,input,select,textarea{font:inherit;letter-spacing:inherit;color:inherit}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}a:hover{text-decoration-thickness:2px}
svg{display:block;flex:none}
time{font-variant-numeric:tabular-nums}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em}
h2{font-size:1.375rem;line-height:1.27}
[hidden]{display:none!important}
.muted{color:var(--ink-2)}.nw{white-space:nowrap}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px}.skip:focus{position:static;display:block;padding:.75rem 1rem}`;

const chosen = 'color:var(--ink);font-weight:700;text-decoration:none';
const chosenEdge = 'border-bottom:2px solid var(--ink)';

/** Where nothing was chosen, the colours of the device are marked as those in force. */
function inForce(scheme: 'light' | 'dark'): string {
  const link = `:root:not([data-theme]) [href="?theme=${scheme}"]`;
  return `@media (prefers-color-scheme:${scheme}){${link}{${chosen}}${link} span{${chosenEdge}}}`;
}

const frame = `
.head{border-top:4px solid var(--district);border-bottom:var(--hair)}
.in,main{max-width:38rem;margin:0 auto;padding-inline:1rem}
.head .in{padding-block:.75rem}
.who{display:flex;gap:.75rem;align-items:center}
.who a{color:inherit;text-decoration:none;font-weight:700;line-height:1.25;display:block}.who a:hover{text-decoration:underline}
.who span{display:block;font-size:1rem;color:var(--ink-2);line-height:1.3}
.who .tel{display:inline;font-weight:400;color:var(--accent);text-decoration:underline;white-space:nowrap}
.emblem{width:2.75rem;height:3.25rem;color:var(--district)}
.nav{display:flex;flex-wrap:wrap;gap:0 .8125rem;margin-top:.5rem;font-size:1rem}
.nav a{display:inline-block;padding-block:.5rem}
.nav [aria-current]{color:var(--ink);font-weight:700;text-decoration:none;border-bottom:2px solid var(--ink);padding-bottom:calc(.5rem - 2px)}
main{padding-block:1.5rem 3rem}main:focus{outline:0}
.foot{background:var(--ground);border-top:var(--hair);font-size:1rem}
.foot .in{padding-block:1.5rem 2rem}
.foot dl{display:grid;grid-template-columns:minmax(0,6.5rem) minmax(0,1fr);gap:.5rem .75rem;line-height:1.4}
.foot dt{color:var(--ink-2)}
.foot dd div+div{margin-top:.25rem}
.foot dd a{display:inline-block;padding-block:.125rem;overflow-wrap:anywhere}
.look:not(:first-child){margin-top:1.5rem;padding-top:1rem;border-top:var(--hair)}
.look div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.75rem;align-items:baseline}
.look ul{display:flex;flex-wrap:wrap;margin-left:-.375rem}
.look a{display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.5rem;padding-inline:.375rem}
.look [aria-current]{${chosen}}
.look [aria-current] span{${chosenEdge}}
${inForce('light')}${inForce('dark')}
.a2{font-size:1.1875rem}.a3{font-size:1.4375rem}
.links{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-top:1rem;padding-top:1rem;border-top:var(--hair)}
.links a{padding-block:.25rem}`;

const parts = `
.lead{margin-top:.75rem}
.small{font-size:1rem;color:var(--ink-2)}
.small+h1,.small+h2{margin-top:.25rem}
.part{margin-top:2rem;padding-top:1.5rem;border-top:var(--hair)}
.part>*+*{margin-top:.75rem}
.note{border-left:4px solid var(--ink);padding:.25rem 0 .25rem .75rem;margin-top:1.5rem}
.note:first-child{margin-top:0}.note+.small{margin-top:1.5rem}
.note a{font-weight:700;color:inherit}
.warn{background:var(--attention-wash);border-left:4px solid var(--attention);padding:.75rem;margin-top:1.5rem}
.warn b,.warn a{color:var(--attention)}
.errors{border:3px solid var(--attention);padding:1rem;margin-bottom:1.5rem}
.errors li{margin-top:.5rem}.errors a{color:var(--attention);font-weight:700}.errors p{margin-top:.5rem}
.field{margin-top:1.5rem}
.label,.field>label:not(.check,.button),legend{display:block;font-weight:700;line-height:1.35}
.label i,label i,legend i{font-style:normal;font-weight:400;color:var(--ink-2)}
.hint{font-size:1rem;color:var(--ink-2);line-height:1.4;margin-top:.25rem}
.err{color:var(--attention);font-weight:700;font-size:1rem;line-height:1.4;margin-top:.25rem}
input:not([type=radio],[type=checkbox],[type=file]),select,textarea{display:block;width:100%;min-height:3rem;margin-top:.5rem;padding:.625rem .75rem;background:var(--paper);border:1px solid var(--edge);border-radius:3px;line-height:1.5}
textarea{min-height:9.5rem;resize:vertical}
input[type=file]{display:block;max-width:100%;min-height:3rem;margin-top:.5rem;padding-block:.5rem;font-size:1rem}
.wrong{border-left:4px solid var(--attention);padding-left:.75rem}
.wrong input,.wrong textarea{border:2px solid var(--attention)!important}
input:focus-visible,textarea:focus-visible,select:focus-visible{outline-offset:0}
.check{display:grid;grid-template-columns:1.5rem minmax(0,1fr);gap:.75rem;padding-block:.5rem;cursor:pointer}
.check input{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--accent)}
.check span{line-height:1.4}
.line{display:block;font-weight:400}.kind-act{margin:.25rem 0 0 2.25rem}
.link{background:0;border:0;padding:.25rem 0;color:var(--accent);text-decoration:underline;cursor:pointer}
.row{display:flex;flex-wrap:wrap;gap:0 1.5rem}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.5rem 1rem;border-radius:3px;border:1px solid var(--edge);background:var(--paper);color:var(--ink);font-weight:600;line-height:1.25;text-decoration:none;text-align:center;cursor:pointer}
.button:hover{background:var(--wash)}
.main{width:100%;min-height:3.5rem;background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:700}
.main:hover{background:var(--accent-press)}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem}.buttons>*{flex:1 1 8rem}.buttons form{display:grid}
.gap{margin-top:1rem!important}.here{margin-top:.5rem}
.photos{margin-top:.5rem;border-top:var(--hair)}
.photos li{display:flex;gap:.75rem;align-items:center;padding-block:.5rem;border-bottom:var(--hair)}
.photos img{flex:none;width:4rem;height:3rem;border:1px solid var(--edge);object-fit:cover;display:block}
.photos p{flex:1;min-width:0;line-height:1.3;font-size:1rem}.photos a,.photos button{padding:.75rem 0;font-size:1rem}
.unseen:focus-visible+p .button{outline:3px solid var(--focus);outline-offset:2px}
.photos button{background:0;border:0;color:var(--accent);text-decoration:underline;cursor:pointer}
.pics{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:1rem}
.pics figure{margin:0}.pics img{display:block;width:100%;height:auto;background:var(--wash);border:var(--hair)}
table{width:100%;border-collapse:collapse;font-size:1rem}caption{font-weight:700}caption,th,td{text-align:start;padding:.375rem .75rem .375rem 0;border-bottom:var(--hair)}td{font-variant-numeric:tabular-nums}
.tq>fieldset{display:none}`;

const follow = `
.keep{border:2px solid var(--ink);padding:1rem;margin-top:1.5rem}
.keep dt{font-size:1rem;color:var(--ink-2)}
.keep dd{font-size:1.375rem;font-weight:700;line-height:1.3;letter-spacing:.02em;font-variant-numeric:tabular-nums}
.keep dd.plain{font-size:1rem;font-weight:400}
.keep dd+dt{margin-top:.75rem}
.keep p{margin-top:.75rem;padding-top:.75rem;border-top:var(--hair);line-height:1.4}
.path{margin-top:1rem}
.path li{position:relative;padding:0 0 1rem 2.25rem;line-height:1.4}
.path li::before{content:"";position:absolute;left:0;top:0;width:1.5rem;height:1.5rem;border-radius:50%;border:2px solid var(--edge);background:var(--paper);z-index:1}
.path li::after{content:"";position:absolute;left:calc(.75rem - 1px);top:1.5rem;bottom:0;border-left:2px solid var(--edge)}
.path li:last-child{padding-bottom:0}.path li:last-child::after{display:none}
.path .done::before{content:"✓";background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-size:.9375rem;font-weight:700;line-height:1.25rem;text-align:center;letter-spacing:0}
.path .done::after{border-color:var(--accent)}
.path .now::before{border:7px solid var(--accent)}
.path b{font-weight:400;display:block}.path .now b{font-weight:700}
.path span{display:block;font-size:1rem;color:var(--ink-2)}
.index{margin-top:1rem;border-top:var(--hair)}
.index li{padding-block:.5rem;border-bottom:var(--hair);line-height:1.4}
.index a{font-weight:700}.index .link{text-align:left}.index span{display:block;font-size:1rem;color:var(--ink-2)}
.index li:last-child{border-bottom:0;padding-bottom:0}
.letter{border:1px solid var(--edge);padding:1rem}
.letter-head{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-items:center;padding-bottom:.75rem;border-bottom:3px double var(--ink);line-height:1.3;font-size:1rem}
.letter-head b{display:block}.letter-head svg{width:2.25rem;height:2.625rem}
.letter p{margin-top:.75rem;white-space:pre-line}
.letter-head p{margin-top:0}
summary{padding-block:.625rem;color:var(--accent);text-decoration:underline;cursor:pointer}
.sign{border-top:var(--hair);padding-top:.75rem}
.scale{display:grid;grid-template-columns:repeat(5,1fr);gap:.5rem;margin-top:.5rem;max-width:24rem}
.scale label{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:.25rem;min-height:4.25rem;border:1px solid var(--edge);border-radius:3px;font-weight:700;cursor:pointer}
.scale input{width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}
.words{display:flex;justify-content:space-between;gap:1rem;max-width:24rem;font-size:1rem;color:var(--ink-2);line-height:1.3;margin-top:.25rem}
.words span:last-child{text-align:end}
.top{border-top:var(--hair);padding-top:1rem;margin-top:1.5rem!important}
.said{border-left:3px solid var(--rule);padding-left:.75rem;white-space:pre-line}
.facts li,.facts>div{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.75rem;font-size:1rem;padding-block:.25rem;line-height:1.4}
.facts time,.facts dt{color:var(--ink-2)}
@media (forced-colors:active){.path .done::before,.path .now::before{forced-color-adjust:none;background:Highlight;border-color:Highlight;color:HighlightText}}
@media (scripting:none){.scripted{display:none}}
@media print{.nav,.foot,.buttons,.skip,#rating{display:none}}`;

const large = `
[data-size="2"] .nw,[data-size="3"] .nw,[data-size="3"] .tel,[data-spacing=wide] .nw,[data-spacing=wide] .tel{white-space:normal}
[data-size="3"] .foot dl,[data-size="3"] .look div,[data-size="3"] .facts li,[data-size="3"] .facts>div,[data-spacing=wide] .look div,[data-spacing=wide] .foot dl{grid-template-columns:minmax(0,1fr);gap:.25rem}
[data-size="3"] .keep dd,[data-spacing=wide] .keep dd{letter-spacing:0}
[data-size="3"] .scale{gap:2px}
[data-size="3"] .photos li{flex-wrap:wrap}[data-size="3"] .photos p{flex-basis:50%}
[data-size="3"] .letter-head{grid-template-columns:minmax(0,1fr)}
[data-spacing=wide] h1{letter-spacing:.02em}`;

/** At most so many topics ask questions of their own. */
export const MAX_TOPICS_WITH_QUESTIONS = 20;

/** Of the option of such a topic, and of the group of its questions. */
export function topicClass(at: number): string {
  return `q${at + 1}`;
}

/**
 * The questions of the chosen topic, without a script: its option and its group have one class. A browser that does not know `:has`
 * shows them all, each with its topic's name.
 */
const topicRules = Array.from({ length: MAX_TOPICS_WITH_QUESTIONS }, (_, at) => topicClass(at))
  .map((name) => `form:has(.${name}:checked) .tq>.${name}`)
  .join(',');
const topics = `
${topicRules}{display:block}
@supports not selector(:has(a)){.tq>fieldset{display:block}}
.other,form:has(#kind-appeal:checked) .own-name{display:none}form:has(#settlement option[value=other]:checked) .other{display:block}
@supports not selector(:has(a)){.other{display:block}}`;

export const style = [tokens, common, frame, parts, follow, topics, large].join('').replaceAll('\n', '');

/** The district's colour is its own style element: the first one has one hash for all districts. */
export function districtStyle(light: string, dark: string): string {
  const colour = (value: string) => `{--district:${value}}`;
  return `:root${colour(light)}@media (prefers-color-scheme:dark){:root:not([data-theme])${colour(dark)}}[data-theme=dark]${colour(dark)}[data-theme=contrast]${colour('#fff')}@media (forced-colors:active){:root${colour('CanvasText')}}`;
}

export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const styleHash = hashOf(style);

/** What of a page bears on its policy. */
interface PolicyOf {
  readonly inlineScript?: string | undefined;
  readonly own?: { readonly style: string; readonly module?: string | undefined } | undefined;
}

/** No inline script, no other origin, no frame; styles by the hash of their text, and files of them where a module loads them. */
export function pagePolicy(district: string, { inlineScript: script, own }: PolicyOf = {}): string {
  const styles = [own?.module && `'self'`, styleHash, hashOf(district), own && hashOf(own.style)].filter(Boolean);
  return [
    `default-src 'none'`,
    `style-src ${styles.join(' ')}`,
    `script-src 'self'${script === undefined ? '' : ` ${hashOf(script)}`}`,
    `worker-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self' data: blob:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
