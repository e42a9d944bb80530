export class PlainError extends Error {}

export function plainLine(error: unknown): string | undefined;
