export declare function isBuilt(programs: 'single' | 'all'): boolean;
export declare function builtSources(): string | undefined;
