/** The look of the sign-in pages: the desk's tokens and rules. A file of its own, because the policy forbids inline styles. */
export const signInStyle = `@font-face{font-family:"Golos Text";font-weight:400 900;font-display:swap;src:url(golos-cyrillic-ext.woff2) format("woff2");unicode-range:U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F}
@font-face{font-family:"Golos Text";font-weight:400 900;font-display:swap;src:url(golos-cyrillic.woff2) format("woff2");unicode-range:U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116}
@font-face{font-family:"Golos Text";font-weight:400 900;font-display:swap;src:url(golos-latin.woff2) format("woff2");unicode-range:U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2191,U+2193}
:root{color-scheme:light;--ground:#f4f2ed;--paper:#fffefc;--wash:#edeae3;--ink:#1a2123;--ink-2:#535b5d;--rule:#dad6cd;--edge:#777d7b;--accent:#0d5562;--accent-press:#083d47;--on-accent:#fff;--attention:#704607;--attention-wash:#fbf0d8;--focus:#1a2123;--district:#2d6a4f}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--ground:#11171a;--paper:#192023;--wash:#232b2e;--ink:#e8e5de;--ink-2:#a9afad;--rule:#333c3f;--edge:#7f8987;--accent:#8acbd5;--accent-press:#b4dfe6;--on-accent:#0a1b1f;--attention:#e9bd70;--attention-wash:#312915;--focus:#f7f3ea;--district:#4d9a78}}
@media (forced-colors:active){:root{--paper:Canvas;--ground:Canvas;--wash:Canvas;--ink:CanvasText;--ink-2:CanvasText;--rule:CanvasText;--edge:ButtonBorder;--accent:LinkText;--accent-press:LinkText;--on-accent:Canvas;--attention:CanvasText;--attention-wash:Canvas;--focus:Highlight;--district:CanvasText}}
@media (prefers-contrast:more){:root{--ink-2:var(--ink);--rule:var(--edge)}}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:.8125rem/1.125rem "Golos Text","Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
h1,h2,p,ul{margin:0;padding:0}ul{list-style:none}
h1{font-size:1.25rem;line-height:1.625rem;font-weight:600}
h2{font-size:.9375rem;line-height:1.25rem;font-weight:600}
a{color:var(--accent);text-underline-offset:.18em}
button,input{font:inherit;color:inherit}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
kbd{display:inline-block;font:inherit;font-size:.75rem;line-height:1rem;min-width:1.125rem;padding-inline:.25rem;text-align:center;border:1px solid var(--edge);border-radius:2px;color:var(--ink-2);margin-inline-start:.375rem;white-space:nowrap;font-weight:400}
@media (hover:none){kbd{display:none}}
.muted{color:var(--ink-2)}
.gate{min-height:100vh;display:grid;grid-template-columns:minmax(0,24rem) minmax(0,1fr);background:var(--ground)}
.in{background:var(--paper);border-inline-end:1px solid var(--rule);padding:3rem 2rem 1.5rem;display:flex;flex-direction:column}
.who{display:flex;gap:.75rem;align-items:center;margin-bottom:2rem;font-weight:600;font-size:.9375rem;line-height:1.3}
.who svg{flex:none;width:2.25rem;height:2.625rem;color:var(--district)}
.who small{display:block;font-weight:400;font-size:.8125rem;color:var(--ink-2)}
.in form{margin-top:1rem}.in form>*+*{margin-top:.75rem}.in h1+p{margin-top:.5rem}
.in label{display:block;font-weight:600;font-size:.875rem;line-height:1.25rem}
.in label small{display:block;font-weight:400;font-size:.8125rem;color:var(--ink-2)}
.in input{width:100%;min-height:2.5rem;margin-top:.25rem;padding:0 .5rem;border:1px solid var(--edge);border-radius:3px;background:var(--paper);font-size:.875rem}
.in input:focus-visible{outline-offset:0}
.main{display:block;width:100%;min-height:2.5rem;margin-top:1rem;padding:.5rem .625rem;border:1px solid var(--accent);border-radius:3px;background:var(--accent);color:var(--on-accent);font-size:.875rem;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.main:hover{background:var(--accent-press)}.main kbd{color:inherit;border-color:currentColor}
.warn{background:var(--attention-wash);border-inline-start:3px solid var(--attention);padding:.375rem .625rem}.warn b{color:var(--attention)}
.work{color:var(--ink-2)}.main:disabled{opacity:.6;cursor:progress}
.key{font:600 1rem/1.5rem ui-monospace,"Noto Sans Mono","DejaVu Sans Mono",monospace;letter-spacing:.04em;user-select:all}
.after{margin-top:1rem}.end{margin-top:auto;padding-top:1.5rem}
.demo{padding:3rem 2rem 1.5rem;max-width:56rem;min-width:0}
.tabs{display:flex;flex-wrap:wrap;gap:0 1rem;border-bottom:1px solid var(--edge);margin-top:.5rem}
.tabs a{padding:.25rem 0;color:var(--ink);text-decoration:none;margin-bottom:-1px;border-bottom:3px solid transparent}
.tabs a:hover{border-color:var(--edge)}.tabs [aria-current]{border-color:var(--accent);font-weight:600}
.people{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:1.5rem}
.people button{display:grid;grid-template-columns:8rem minmax(0,1fr) auto;gap:0 .75rem;width:100%;text-align:start;border:0;border-bottom:1px solid var(--rule);background:none;padding:.5rem 0;min-height:2.75rem;align-items:baseline;cursor:pointer}
.people button:hover{background:var(--wash)}.people b{font-weight:600;grid-row:1/span 2}
.people i{font-style:normal;color:var(--accent);text-decoration:underline;text-underline-offset:.18em}
.people small{grid-column:2/4;font-size:.75rem;line-height:1rem;color:var(--ink-2)}
.alone{min-height:100vh;background:var(--ground)}.alone .in{min-height:100vh;max-width:24rem}
@media (max-width:60rem){.people{grid-template-columns:minmax(0,1fr)}}
@media (max-width:44rem){.gate{grid-template-columns:minmax(0,1fr)}.in{border-inline-end:0;border-bottom:1px solid var(--rule);padding:1.5rem 1rem}.who{margin-bottom:1.25rem}.demo{padding:1.5rem 1rem}.alone .in{max-width:none}}
@media (max-width:26rem){.people button{grid-template-columns:minmax(0,1fr) auto}.people b{grid-column:1/2;grid-row:1}.people i{grid-column:1/2;grid-row:2}.people kbd{grid-column:2;grid-row:1}.people small{grid-column:1/3;grid-row:3}}
@media (forced-colors:active){.tabs a{border-color:Canvas}.tabs [aria-current]{border-color:Highlight}.main{border-width:3px}}
@media (prefers-reduced-motion:no-preference){.main,.people button{transition:background-color 120ms}}
`;
