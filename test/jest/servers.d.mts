export { missingRequirement } from '../../deploy/stack/stack.js';

/** Starts the servers that the environment does not name, and names them there; resolves to what stops them. */
export function startServers(print?: (line: string) => void): Promise<() => Promise<void>>;
