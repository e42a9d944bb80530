import { createHash } from 'node:crypto';

/** Digits press the buttons of the demonstration's officials, wherever the focus is but in a field with something typed. */
const digits = `addEventListener('keydown',(event)=>{
const {code,target}=event,digit=/^(?:Digit|Numpad)(\\d)$/.exec(code);
if(!digit||event.ctrlKey||event.altKey||event.metaKey||target instanceof HTMLInputElement&&(target.type!=='text'||target.value!==''))return;
const button=document.querySelector('[data-key="'+digit[1]+'"]');
if(button){event.preventDefault();button.click();}
});
`;

/**
 * SHA-256 of up to 55 Latin characters, one block; answers the first 32 bits (FIPS 180-4). The browser's own needs https, and is
 * slower for short texts because it is asynchronous.
 */
export const shortSha256 = `const K=[],H=[];for(let n=2;K.length<64;n+=1){let prime=true;for(let d=2;d*d<=n;d+=1)if(n%d===0)prime=false;
if(prime){if(H.length<8)H.push(Math.floor((Math.sqrt(n)%1)*4294967296)|0);K.push(Math.floor((Math.cbrt(n)%1)*4294967296)|0);}}
const W=new Int32Array(64);
function shortSha256(text){
W.fill(0);const size=text.length;
for(let i=0;i<size;i+=1)W[i>>2]|=text.charCodeAt(i)<<(24-(i%4)*8);
W[size>>2]|=128<<(24-(size%4)*8);W[15]=size*8;
for(let i=16;i<64;i+=1){const x=W[i-15],y=W[i-2];
W[i]=W[i-16]+((x>>>7|x<<25)^(x>>>18|x<<14)^(x>>>3))+W[i-7]+((y>>>17|y<<15)^(y>>>19|y<<13)^(y>>>10));}
let [a,b,c,d,e,f,g,h]=H;
for(let i=0;i<64;i+=1){
const one=h+((e>>>6|e<<26)^(e>>>11|e<<21)^(e>>>25|e<<7))+(e&f^~e&g)+K[i]+W[i]|0;
const two=((a>>>2|a<<30)^(a>>>13|a<<19)^(a>>>22|a<<10))+(a&b^a&c^b&c)|0;
h=g;g=f;f=e;e=d+one|0;d=c;c=b;b=a;a=one+two|0;}
return a+H[0]|0;
}
`;

/** Does the work that the next try of a password needs, in slices, while it is typed; the form goes when it is done. */
const work = `const box=document.querySelector('.work');
if(box){
const {seed,bits}=box.dataset,button=box.closest('form').querySelector('button');
button.disabled=true;
let n=0;
const slice=()=>{
for(const end=n+4000;n<end;n+=1)if(Math.clz32(shortSha256(seed+'.'+n))>=Number(bits)){
box.querySelector('[name=work]').value=String(n);button.disabled=false;
box.querySelector('[data-during]').hidden=true;box.querySelector('[data-done]').hidden=false;return;}
setTimeout(slice);};
slice();}
`;

export const signInScript = `${digits}${shortSha256}${work}`;
/** In its address: browsers keep the file for a day. */
export const signInScriptVersion = createHash('sha256').update(signInScript).digest('hex').slice(0, 8);
