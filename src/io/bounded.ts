import { startThread } from './thread.ts';

/** How long a task may take, in milliseconds, and how much memory, in megabytes, before its thread is ended. */
export interface Bounds {
  milliseconds: number;
  megabytes: number;
}

/** What reading one delivered file may take. */
export const READING_BOUNDS: Bounds = { milliseconds: 120_000, megabytes: 900 };

/**
 * Does one task in a thread that is ended when it takes too long or too much memory. The answer, or a Dutch clause that says
 * which bound was met; what the thread throws is thrown here.
 */
export async function askBounded<Task, Answer>(
  entry: string,
  task: Task,
  { milliseconds, megabytes }: Bounds,
): Promise<{ answer: Answer } | { reason: string }> {
  const thread = startThread<Task, Answer>(entry, { maxOldGenerationSizeMb: megabytes });
  const late = timeLimit(milliseconds);
  try {
    return await Promise.race([thread.ask(task).then((answer) => ({ answer })), late.passed]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw cause;
    return { reason: `het lezen kost meer dan ${megabytes} MB geheugen` };
  } finally {
    late.clear();
    thread.end();
  }
}

function timeLimit(milliseconds: number): { passed: Promise<{ reason: string }>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const reason = `het lezen duurt langer dan ${Math.round(milliseconds / 1000)} seconden`;
  const passed = new Promise<{ reason: string }>((resolve) => {
    timer = setTimeout(() => resolve({ reason }), milliseconds);
  });
  return { passed, clear: () => clearTimeout(timer) };
}
