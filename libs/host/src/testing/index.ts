export { oftenPolled, serviceUnderTest, type Mutate, type ServiceUnderTest } from './service-under-test.js';
export { declaredConsumers } from '../events/declared-consumers.js';
