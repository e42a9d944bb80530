import type { Plugin } from 'vite';

export function documents(folder: string): Plugin;
