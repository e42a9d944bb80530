/** The specs of the residents' pages once more, made by a web process of its own which asks the gateway over HTTP. */
process.env['OTKLIK_WEB_APART'] = 'on';
await import('./resident-pages.spec.js');

export {};
