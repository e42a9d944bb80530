import { WrongConfiguration } from '@otklik/host';
import { runJob } from '@otklik/host/process';
import type { Report } from './cli/command.js';
import { anchorCommand } from './cli/anchor.js';
import { outcomeOf } from './cli/outcome.js';
import { verifyCommand } from './cli/verify.js';
import { composeForCommands } from './cluster/compose-for-commands.js';
import { processEnvironment, readAnchorsConfig, readVerifyConfig } from './config.js';

/** What is done as a job; each reads its configuration. */
const jobs = {
  anchors: () => {
    const config = readAnchorsConfig();
    return { ...config, command: anchorCommand, args: { mail: config.smtpUrl !== undefined } };
  },
  verify: () => ({ ...readVerifyConfig(), command: verifyCommand, args: {} }),
} as const;

const report: Report = {
  print: (line) => console.log(line),
  warn: (line) => console.error(line),
  progress: () => undefined,
};

/**
 * `node evidence.main.js anchors|verify`: a job beside the services of a cluster, on a schedule of the platform's. It migrates
 * nothing, and has the rights of the services' roles alone.
 */
await runJob(`evidence ${process.argv[2] ?? ''}`, async () => {
  const read = Object.entries(jobs).find(([name]) => name === process.argv[2])?.[1];
  if (!read) throw new WrongConfiguration(`its argument is one of ${Object.keys(jobs).join(', ')}.`);
  const { database: databaseUrl, dataDir, command, args } = read();
  const stopped = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopped.abort());
  const steps: (() => unknown)[] = [];
  const teardown = (step: () => unknown): void => void steps.push(step);
  try {
    const options = { dataDir, databaseUrl, embedded: false, prepared: true, teardown };
    const composition = await composeForCommands(options, processEnvironment());
    const code = await outcomeOf(() => command.execute(composition, args, report, stopped.signal), report);
    if (code !== 0) throw new WrongConfiguration('it found what a person has to look at; the lines above say what.');
  } finally {
    for (const step of steps.reverse()) await step();
  }
});
