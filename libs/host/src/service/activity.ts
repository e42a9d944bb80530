/** `ProcessActivity` of the kernel, or undefined. */
export const ACTIVITY = Symbol('ACTIVITY');
