/** The pool of the service's worker role (`pg.Pool`), for adapters that read across districts. */
export const WORKER_POOL = Symbol('WORKER_POOL');
