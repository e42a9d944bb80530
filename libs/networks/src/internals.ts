/** For the simulators and the contract suites of the networks alone. */
export type { Iso } from './network.js';
export { okComment } from './ok/ok-decode.js';
export { field, textOf } from './receiving/fields.js';
export { readJson, type Json } from './receiving/read-json.js';
export { decodeTelegram } from './telegram/telegram-decode.js';
export { toJson } from './to-json.js';
export { decodeVk } from './vk/vk-decode.js';
