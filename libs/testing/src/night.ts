/** `npm run test:night`: what each commit does in a short form is done at full length. */
export const isNight = process.env['OTKLIK_NIGHT'] === 'on';
