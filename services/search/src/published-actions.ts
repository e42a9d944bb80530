/** What a test compares with the deciders of the owners (services/single); nothing of the product imports it. */
export { actingIn } from './register/application/fold/acting.js';
export { isRegisterFact } from './register/application/fold/register-fact.js';
