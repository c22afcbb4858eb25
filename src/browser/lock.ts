/** How long the window that has the form may take to store what still waits, in milliseconds. */
const PATIENCE = 3000;

/** Called when another window goes on with the form: `asked` when it waits until the promise is kept, else it has it already. */
export type Leave = (asked: boolean) => Promise<void>;

/**
 * Sees to it that one window at a time writes in a form: two that each keep their own copy in memory would overwrite each
 * other. Who insists asks the other window to leave, and takes the form from one that gives no answer. Without support for
 * locks the window simply goes on.
 */
export async function claim(id: string, leave: Leave, insist = false): Promise<boolean> {
  if (!navigator.locks) return true;
  const name = `tsd-formulier ${id}`;
  if (!insist) return hold(name, { ifAvailable: true }, leave);
  const bell = new BroadcastChannel(name);
  bell.postMessage('verder');
  bell.close();
  return (await hold(name, { signal: AbortSignal.timeout(PATIENCE) }, leave)) || hold(name, { steal: true }, leave);
}

/** Holds the lock until another window asks for it, or for as long as the page is open. Gives whether it was had. */
function hold(name: string, options: LockOptions, leave: Leave): Promise<boolean> {
  return new Promise((resolve) => {
    let bell: BroadcastChannel | undefined;
    const held = navigator.locks.request(name, options, async (lock) => {
      resolve(lock !== null);
      if (!lock) return;
      bell = new BroadcastChannel(name);
      await rung(bell);
      await leave(true);
    });
    held
      .catch((problem: unknown) => {
        const reason = problem instanceof DOMException ? problem.name : '';
        if (reason === 'AbortError') void leave(false);
        else resolve(reason !== 'TimeoutError');
      })
      .finally(() => bell?.close());
  });
}

function rung(bell: BroadcastChannel): Promise<void> {
  return new Promise((resolve) => {
    bell.addEventListener('message', () => resolve(), { once: true });
  });
}
