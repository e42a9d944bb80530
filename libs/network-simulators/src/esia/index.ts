export type { RegisteredSystem } from './esia-check.js';
export { EsiaSimulator, type EsiaFault, type EsiaPerson } from './esia-simulator.js';
export { LEE, PETROV, startEsiaStage, UNCONFIRMED, type EsiaStage } from './esia-stage.js';
export { GostSigner } from './gost-signer.js';
export { startSignerService, type SignerService } from './signer-service.js';
