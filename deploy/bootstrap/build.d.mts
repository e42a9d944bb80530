export declare function isBuilt(programs: 'single' | 'all'): boolean;
