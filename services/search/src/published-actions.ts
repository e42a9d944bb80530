/** What a test compares with the deciders of the owners (services/single); nothing of the product imports it. */
export { actingIn, actionsOn } from './application/register/acting.js';
export { emptyFold, foldFact } from './application/register/appeal-fold.js';
export { isRegisterFact } from './application/register/register-fact.js';
