export function longSpecs(): readonly string[];
export function runNight(): void;
