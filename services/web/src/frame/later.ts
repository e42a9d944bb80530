import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { speakLater } from '../words/words.js';

/** A part of the desk that is loaded when it is first drawn, and its texts with it. */
export function later<Props>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    await speakLater();
    return load();
  });
}
