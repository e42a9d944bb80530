/** The house's design tokens, as far as this one page needs them (services/web/src/parts/tokens.css). */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f4f2ed;--paper:#fffefc;--wash:#edeae3;--ink:#1a2123;--ink-2:#535b5d;--rule:#dad6cd;
--edge:#777d7b;--accent:#0d5562;--accent-press:#083d47;--on-accent:#fff;--accent-wash:#e0edee;--attention:#704607;
--attention-wash:#fbf0d8;--late:#a51f19;--focus:#1a2123}
@media (prefers-color-scheme:dark){:root{--ground:#11171a;--paper:#192023;--wash:#232b2e;--ink:#e8e5de;--ink-2:#a9afad;
--rule:#333c3f;--edge:#7f8987;--accent:#8acbd5;--accent-press:#b4dfe6;--on-accent:#0a1b1f;--accent-wash:#1c373c;
--attention:#e9bd70;--attention-wash:#312915;--late:#ff9d92;--focus:#f7f3ea}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;
overflow-wrap:break-word}
h1,h2,h3,p,ul,dl,dd,form{margin:0;padding:0}ul{list-style:none}
h1{font-size:1.25rem}h2{font-size:1rem}h3{font-size:.875rem}
a{color:var(--accent)}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
header{padding:.75rem 1.5rem;background:var(--paper);border-bottom:1px solid var(--rule)}
header p{color:var(--ink-2);font-size:.875rem}
.town{display:grid;grid-template-columns:17rem minmax(0,1fr) 19rem;gap:1.5rem;padding:1.5rem;max-width:84rem;margin:0 auto}
nav section+section{margin-top:1rem}nav h3{color:var(--ink-2);font-weight:400;margin-top:.5rem}
nav a{display:block;padding:.375rem .5rem;border-radius:3px;text-decoration:none;font-size:.875rem}
nav a:hover{background:var(--wash)}nav a[aria-current]{background:var(--accent-wash);font-weight:600}
.sheet{background:var(--paper);border:1px solid var(--rule);border-radius:3px;padding:1rem}
.sheet+.sheet{margin-top:1rem}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1rem;color:var(--ink-2);font-size:.875rem}
.attention{color:var(--attention);background:var(--attention-wash);padding:.25rem .5rem;border-radius:3px}
.said{border-top:1px solid var(--rule);padding:.75rem 0}
.said.is-reply{margin-inline-start:1.5rem}
.said.is-ours{background:var(--accent-wash);padding-inline:.75rem;border-radius:3px}
.said.is-removed p{color:var(--ink-2);text-decoration:line-through}
.said p{white-space:pre-wrap}.said b{font-weight:600}
.said img{display:block;max-width:100%;max-height:16rem;margin-top:.5rem;border-radius:3px}
.small{font-size:.875rem;color:var(--ink-2)}
.acts{display:flex;flex-wrap:wrap;gap:.375rem;align-items:center;margin-top:.375rem}
.acts form{display:inline}
label{display:block;font-size:.875rem;margin-top:.5rem}
input,textarea,select,button{font:inherit;color:inherit}
input:not([type=checkbox]),textarea,select{width:100%;padding:.375rem .5rem;border:1px solid var(--edge);border-radius:3px;
background:var(--paper)}
textarea{min-height:5.5rem}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:2rem;padding:.125rem .625rem;border:1px solid var(--edge);border-radius:3px;background:var(--paper);
cursor:pointer;font-size:.875rem;text-decoration:none;color:inherit}
button:hover,.button:hover{background:var(--wash)}
button.is-main{margin-top:.75rem;background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600;
min-height:3rem;width:100%}
button.is-main:hover{background:var(--accent-press)}
.faults button{width:100%;text-align:start;justify-content:flex-start;margin-top:.375rem}
summary{cursor:pointer;font-weight:600;font-size:.875rem}
dt{color:var(--ink-2);font-size:.875rem;margin-top:.375rem}dd{font-family:ui-monospace,monospace;font-size:.8125rem;overflow-wrap:anywhere}
aside button:not(.is-main){margin-top:.5rem}
@media (max-width:60rem){.town{grid-template-columns:minmax(0,1fr);padding:1rem}}
`;

/** Shows what others write and what we answer, unless a message is being changed just now. */
export const SCRIPT = `
new EventSource('/events').onmessage = async () => {
  const live = document.querySelectorAll('[data-live]');
  if (document.querySelector('[data-live] details[open]')) return;
  const text = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('[data-live]');
  live.forEach((part, at) => fresh[at] && (part.innerHTML = fresh[at].innerHTML));
};
`;
