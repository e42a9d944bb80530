/** What a test compares with the deciders of the owners (services/single); nothing of the product imports it. */
export { actingIn, actionsOn } from './register/application/fold/acting.js';
export { emptyFold, foldFact } from './register/application/fold/appeal-fold.js';
export { isRegisterFact } from './register/application/fold/register-fact.js';
