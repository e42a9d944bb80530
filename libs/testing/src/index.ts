export { eventually } from './eventually.js';
export { HttpReceiver, type ReceivedRequest, type ReceiverAnswer } from './http-receiver.js';
export { needing, onlyBy } from './needing.js';
export { specify, type Expectation, type Specification } from './specify.js';
export { testDatabase, testRoleSecret, type TestDatabase } from './test-database.js';
export { samplePublicInformation } from './sample-public-information.js';
export { demandStateChart, stateChart, type Samples, type StateChart } from './state-chart.js';
export { traceCollector, type CollectedSpan, type TraceCollector } from './trace-collector.js';
export { smallPdf } from './small-pdf.js';
