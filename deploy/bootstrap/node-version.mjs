// Imported first and written in old JavaScript, so that an old Node.js reports its version instead of a syntax error.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error('Otklik needs Node.js 20 or newer to start; this is ' + process.versions.node + ': https://nodejs.org');
  process.exit(1);
}
