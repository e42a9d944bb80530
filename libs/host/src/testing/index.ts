export { oftenPolled, serviceUnderTest, type Mutate, type ServiceUnderTest } from './service-under-test.js';
