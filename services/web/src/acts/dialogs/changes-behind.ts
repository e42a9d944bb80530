import type { WordId } from '../../words/words.js';

interface Named {
  readonly name: string;
}

/** What an act is about, with the version that it expects. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly executor?: Named | null | undefined;
  readonly assignedBy?: Named | null | undefined;
  readonly assignedAt?: string | null | undefined;
  readonly department?: Named | null | undefined;
  /** What it is called where there are several. */
  readonly title?: string;
}

export interface ChangeBehind {
  readonly id: string;
  readonly name: string;
  readonly word: Extract<WordId, `dialogs.changed${string}`>;
  readonly by: string;
  readonly executor: string;
  readonly department: string;
  readonly at: string;
}

/** What of `held` is otherwise now, or is not there any more. */
export function changesBehind(held: readonly Versioned[], live: readonly Versioned[]): readonly ChangeBehind[] {
  const now = new Map(live.map((one) => [one.id, one]));
  return held.flatMap((before) => {
    const after = now.get(before.id);
    if (after?.version === before.version) return [];
    return [{ ...wordsOf(after), id: before.id, name: before.title ?? '', word: wordOf(before, after) }];
  });
}

function wordsOf(after: Versioned | undefined): Pick<ChangeBehind, 'by' | 'executor' | 'department' | 'at'> {
  const { assignedBy, executor, department, assignedAt } = after ?? {};
  return { by: nameOf(assignedBy), executor: nameOf(executor), department: nameOf(department), at: assignedAt ?? '' };
}

function nameOf(named: Named | null | undefined): string {
  return named?.name ?? '';
}

function wordOf(before: Versioned, after: Versioned | undefined): ChangeBehind['word'] {
  if (!after) return 'dialogs.changedLeft';
  const isAssigned = after.executor && (after.assignedAt ?? '') > (before.assignedAt ?? '');
  if (isAssigned) return after.assignedBy ? 'dialogs.changedAssignedBy' : 'dialogs.changedAssigned';
  if (after.department && after.department.name !== before.department?.name) return 'dialogs.changedDepartment';
  return 'dialogs.changedOther';
}
