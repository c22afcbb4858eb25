import { join } from 'node:path';
import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads';
import { packageFolder } from './root.ts';

/** A thread that answers questions, one at a time. It keeps tsd from ending only while a question is open. */
export interface Thread<Question, Answer> {
  /** Asks a question. What the thread throws, also while it starts, is thrown here. */
  ask(question: Question): Promise<Answer>;
  /** Ends the thread, whatever it is doing; an open question is thrown back. */
  end(): void;
}

type Reply<Answer> = { answer: Answer } | { problem: unknown };

/** Starts a thread from one of the entries in `dist/`, by name. It starts beside the caller, which need not wait for it. */
export function startThread<Question, Answer>(entry: string, resourceLimits: ResourceLimits = {}): Thread<Question, Answer> {
  const worker = new Worker(join(packageFolder(), 'dist', `${entry}.js`), { resourceLimits });
  worker.unref();
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${entry} ended with ${code} and without an answer`)));
  });
  // It is thrown where a question is asked; without one, nobody misses the thread.
  ended.catch(() => {});
  const answered = (question: Question) =>
    new Promise<Answer>((resolve, reject) => {
      worker.once('message', (reply: Reply<Answer>) => ('answer' in reply ? resolve(reply.answer) : reject(reply.problem)));
      worker.postMessage(question);
    });
  return {
    ask: (question) => {
      worker.ref();
      return Promise.race([answered(question), ended]).finally(() => worker.unref());
    },
    end: () => void worker.terminate(),
  };
}

/** Answers the questions that come to this thread. Those that came before are waiting. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  parentPort?.on('message', async (question: Question) => {
    parentPort?.postMessage(
      await answer(question).then(
        (given): Reply<Answer> => ({ answer: given }),
        (problem: unknown): Reply<Answer> => ({ problem }),
      ),
    );
  });
}
