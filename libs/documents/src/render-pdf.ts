import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fontFiles } from './font.js';
import { Turns, Unavailable, type DistrictKey } from '@otklik/kernel';
import { copyJob, type CopyMarks } from './marked-copy.js';
import type { CopyJob, DrawnPaper, JoinJob, Rendered, RenderJob } from './render-job.js';
import { jobOf, type Paper } from './papers.js';

const file = import.meta.url.endsWith('.ts') ? './render-process.ts' : './render-process.js';
const program = fileURLToPath(new URL(file, import.meta.url));
/** It writes no file and starts nothing; Typst is native code. */
const FLAGS = ['--max-old-space-size=192', '--permission', '--allow-fs-read=*', '--allow-addons'];

export interface RenderLimits {
  /** Of the clock, for one paper, once the process runs. */
  readonly timeoutMs: number;
  readonly startTimeoutMs: number;
  /** A process keeps 0.8 MB of each paper for ever. */
  readonly papers: number;
  /** After that it is not kept for the next paper. */
  readonly idleMs: number;
  /** Papers that wait: of one district, and of all. */
  readonly waitingOfOne: number;
  readonly waiting: number;
}

const LIMITS: RenderLimits = {
  timeoutMs: 10_000,
  startTimeoutMs: 45_000,
  papers: 50,
  idleMs: 60_000,
  waitingOfOne: 20,
  waiting: 200,
};

/** The paper could not be made; the message says nothing of what is written in it. BUSY: too many wait; it was not tried. */
export class PaperNotMade extends Unavailable {
  override readonly name = 'PaperNotMade';

  constructor(
    readonly code: 'OUT_OF_TIME' | 'FAULTY' | 'BUSY',
    message: string,
  ) {
    super(message);
  }
}

/** Whose papers wait in turn; those to look at, and copies, beside those to keep. */
type Line = DistrictKey | `drawn ${DistrictKey}` | `copies ${DistrictKey}`;

type Job = RenderJob | JoinJob | CopyJob;
type Made = Exclude<Rendered, { readonly fault: string }>;

/**
 * Makes papers one at a time, of the districts in turn, in a process of its own, which it starts and replaces as needed, and which ends
 * with this one.
 */
export class PdfRenderer {
  private child: ChildProcess | undefined;
  private made = 0;
  private count = 0;
  private readonly waiting = new Turns<Line, () => Promise<void>>();
  private isMaking = false;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: RenderLimits = LIMITS) {}

  /** How many processes there were. */
  get started(): number {
    return this.count;
  }

  async render(job: RenderJob | JoinJob, of: DistrictKey = 'none'): Promise<Uint8Array> {
    return pdfOf(await this.inTurn(job, of));
  }

  /** Of a kept file. Beside the papers of the district that are made: who prints copies keeps no sheet waiting. */
  async copy(job: CopyJob, of: DistrictKey = 'none'): Promise<Uint8Array> {
    return pdfOf(await this.inTurn(job, `copies ${of}`));
  }

  /** Beside the papers of the district that are made: who looks waits for one of them at most. */
  async draw(job: RenderJob, of: DistrictKey = 'none'): Promise<DrawnPaper> {
    const rendered = await this.inTurn({ ...job, isDrawn: true }, `drawn ${of}`);
    if ('drawn' in rendered) return rendered.drawn;
    throw new TypeError('A paper to keep is rendered.');
  }

  private inTurn(job: Job, of: Line): Promise<Made> {
    const { waitingOfOne, waiting } = this.limits;
    if (this.waiting.sizeOf(of) >= waitingOfOne || this.waiting.size >= waiting)
      return Promise.reject(new PaperNotMade('BUSY', 'Too many papers wait to be made.'));
    return new Promise((resolve, reject) => {
      this.waiting.add(of, () => this.perform(job).then(resolve, reject));
      void this.makeAll();
    });
  }

  /** The next paper starts another process. */
  close(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.made = 0;
  }

  private async makeAll(): Promise<void> {
    if (this.isMaking) return;
    this.isMaking = true;
    for (let make = this.waiting.take(); make; make = this.waiting.take()) await make();
    this.isMaking = false;
  }

  private async perform(job: Job): Promise<Made> {
    clearTimeout(this.idle);
    try {
      const child = await this.running();
      this.made += 1;
      const answer = this.answerOf(child, this.limits.timeoutMs);
      child.send(job);
      const rendered = (await answer) as Rendered;
      if ('fault' in rendered) throw new PaperNotMade('FAULTY', `The paper could not be set: ${rendered.fault}`);
      return rendered;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      if (this.made >= this.limits.papers) this.close();
      else this.rest();
    }
  }

  private async running(): Promise<ChildProcess> {
    if (this.child?.connected) {
      keepsAlive(this.child, true);
      return this.child;
    }
    this.close();
    this.count += 1;
    this.child = fork(program, fontFiles(), {
      env: {},
      execArgv: FLAGS,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await this.answerOf(this.child, this.limits.startTimeoutMs);
    return this.child;
  }

  private answerOf(child: ChildProcess, timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(outOfTime(timeoutMs))), timeoutMs);
      const answered = (message: unknown): void => settle(() => resolve(message));
      const ended = (code: unknown, signal: unknown): void =>
        settle(() => reject(new PaperNotMade('FAULTY', `The process of papers ended: ${String(signal ?? code)}`)));
      const failed = (error: Error): void => settle(() => reject(error));
      const settle = (how: () => void): void => {
        clearTimeout(timer);
        child.off('message', answered).off('exit', ended).off('error', failed);
        how();
      };
      child.once('message', answered).once('exit', ended).once('error', failed);
    });
  }

  /** Nothing waits for an idle process. */
  private rest(): void {
    if (!this.child) return;
    keepsAlive(this.child, false);
    this.idle = setTimeout(() => this.close(), this.limits.idleMs).unref();
  }
}

function pdfOf(rendered: Made): Uint8Array {
  if ('pdf' in rendered) return rendered.pdf;
  throw new TypeError('A paper to look at is drawn.');
}

function outOfTime(timeoutMs: number): PaperNotMade {
  return new PaperNotMade('OUT_OF_TIME', `The paper was not made within ${timeoutMs} ms.`);
}

function keepsAlive(child: ChildProcess, does: boolean): void {
  for (const one of [child, child.channel])
    if (does) one?.ref();
    else one?.unref();
}

const renderer = new PdfRenderer();

/** The paper as PDF/A-2a with its structure; the same bytes for the same paper. `of`: the district that waits for it. Throws `PaperNotMade`. */
export function renderPdf(paper: Paper, of?: DistrictKey): Promise<Uint8Array> {
  return renderer.render(jobOf(paper), of);
}

/** The paper to look at, by the templates of its PDF. As `renderPdf`. */
export function drawPaper(paper: Paper, of?: DistrictKey): Promise<DrawnPaper> {
  return renderer.draw(jobOf(paper), of);
}

/** The pages of several files in one, for printing: what is kept and signed are the files themselves. */
export function joinPdf(files: readonly Uint8Array[], of?: DistrictKey): Promise<Uint8Array> {
  return renderer.render({ files }, of);
}

/** A copy for printing, with what it says of the file: it is no PDF/A, and the file stays as it is. */
export function markedCopy(file: Uint8Array, marks: CopyMarks, of?: DistrictKey): Promise<Uint8Array> {
  const madeAt = Math.floor(Date.parse(`${marks.on}T00:00:00Z`) / 1000);
  return renderer.copy({ file, marks: { ...copyJob(marks), madeAt } }, of);
}
