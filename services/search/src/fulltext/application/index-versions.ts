/** How far a build of an index has followed the register. */
export interface Position<Build> {
  readonly build: Build;
  /** The tables of the register that it was made of. */
  readonly base: string;
  readonly change: number;
}

/** What answers now. */
export interface Live<Build> {
  /** Absent where none answers: there never was one, or it was deleted, or this release cannot read it. */
  readonly build?: Build;
  /** An older release made it of the same texts in another way: it answers until a new one is filled beside it. */
  readonly isOutdated?: boolean;
  readonly base: string;
}

/**
 * The versions of an index, each a build of its own: which one answers, and how far each has followed the register. A new
 * one is filled beside the one that answers.
 */
export interface IndexVersions<Build> {
  live(): Promise<Live<Build>>;
  /** How far the build has followed these tables of the register; undefined when it must look at every row. */
  position(build: Build, base: string): Promise<Position<Build> | undefined>;
  keep(position: Position<Build>): Promise<void>;
  /** A new build, empty. Throws when another is being filled. */
  begin(base: string): Promise<Build>;
  /** Heartbeat of the process that fills the build. Throws when the build was taken for abandoned. */
  beat(build: Build): Promise<void>;
  /** From now on `to.build` answers; the indexer goes on from its position. */
  swap(to: Position<Build>): Promise<void>;
  drop(build: Build): Promise<void>;
  /** Forgets a build that was begun and will not be finished. */
  abandon(build: Build): Promise<void>;
  /** Drops what ended processes have left beside the build that answers. False while a process holds another build. */
  dropAbandoned(signal?: AbortSignal): Promise<boolean>;
}
